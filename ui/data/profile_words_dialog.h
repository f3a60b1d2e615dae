// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/form_dialog.h"
#include "exchange/profile_guess.h"

#include <string>
#include <vector>

class QComboBox;
class QFormLayout;

namespace twelvefold::ui {

// What the words in a table's cells mean: of each column whose cells stand for one of a few words
// of ours, every text that stands there, and what it is taken for.
class ProfileWordsDialog : public FormDialog
{
    Q_OBJECT
public:
    ProfileWordsDialog(const exchange::TablePreview& table, exchange::Profile profile,
                       QWidget* parent);
    // Whether any of its columns is of such words.
    static bool hasAny(const exchange::Profile& profile);

signals:
    void chosen(const exchange::Profile& profile);

private:
    struct Said
    {
        std::string field, cell;
        QComboBox* meaning = nullptr;
    };
    void addColumn(QFormLayout* form, const exchange::TablePreview& table,
                   const exchange::ProfileField& field);
    void finish();

    exchange::Profile m_profile;
    std::vector<Said> m_said;
};

} // namespace twelvefold::ui
