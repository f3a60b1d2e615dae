// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/date.h"

#include <QFrame>

namespace twelvefold::ui {

class DateEdit;

// A small window under the census date: the last few 31 Marches at a press, a day typed or picked.
class CensusPopup : public QFrame
{
    Q_OBJECT
public:
    CensusPopup(domain::Date current, domain::Date latest, QWidget* parent);
    DateEdit* field() const { return m_field; }

signals:
    void chosen(twelvefold::domain::Date census);

private:
    void take(domain::Date census);
    DateEdit* m_field;
};

} // namespace twelvefold::ui
