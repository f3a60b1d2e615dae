// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/date.h"

#include <QFrame>

#include <functional>
#include <utility>

class QLabel;
class QPushButton;

namespace twelvefold::ui {

class DateEdit;

// A small window under the census date: the last few 31 Marches of the records at a press, a day
// typed or picked. A day that is still to come and beyond the records is refused, one that they
// otherwise do not reach is taken with a warning.
class CensusPopup : public QFrame
{
    Q_OBJECT
public:
    // recorded: the first and last day of the records, which say what days there are to look at.
    CensusPopup(domain::Date current, std::pair<domain::Date, domain::Date> recorded,
                domain::Date today, QWidget* parent);
    DateEdit* field() const { return m_field; }
    // Says in a sentence why little is known of a day; empty where that is not so.
    void setDoubt(std::function<QString(domain::Date)> doubt);
    QString doubt() const;

signals:
    void chosen(twelvefold::domain::Date census);

private:
    bool isToCome(domain::Date census) const; // beyond today and the records
    void sayDoubt();
    void takeTyped();
    void take(domain::Date census);
    DateEdit* m_field;
    QLabel* m_said;
    QPushButton* m_use;
    domain::Date m_latest;
    std::function<QString(domain::Date)> m_doubt;
};

} // namespace twelvefold::ui
