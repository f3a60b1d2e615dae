// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/form_dialog.h"
#include "exchange/profile_guess.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace twelvefold::ui {

class DataTable;
class ElidedComboBox;
class RowsModel;

// Which column of a table that nobody knows says what. It begins with the profile by which the
// table is read at present, else with a guess, and says of the first rows how they come out.
class ColumnMapper : public FormDialog
{
    Q_OBJECT
public:
    // At least one table; the needs are those of the store's framework. A kept profile can be
    // forgotten.
    ColumnMapper(std::vector<exchange::TablePreview> tables, std::vector<exchange::NeedName> needs,
                 std::optional<exchange::Profile> present, bool isKept, QWidget* parent = nullptr);

signals:
    // A profile of a name of its own is to be kept.
    void made(const exchange::Profile& profile, bool keep);
    void forgotten(const std::string& name);

private:
    // A choice that stands for a part of the profile: read from it, and written to it.
    struct Part
    {
        ElidedComboBox* choice = nullptr;
        QLabel* label = nullptr;
        std::vector<exchange::ProfileMakes> of;
        bool words = false;   // it may be a word of ours
        bool headings = true; // it may be a column of the table
        std::function<void(exchange::Profile&, const QString& chosen)> write;
        std::function<QString(const exchange::Profile&)> read;
    };
    void makeParts(QFormLayout* left, QFormLayout* right);
    void addPart(QFormLayout* form, const QString& label, Part part);
    void addField(QFormLayout* form, const QString& label, const char* field,
                  std::vector<exchange::ProfileMakes> of);
    void addWordOrColumn(QFormLayout* form, const QString& label, const char* field);
    void addFunderPart(QFormLayout* form, const QString& label, domain::Funder funder);
    void addNeedPart(QFormLayout* form, const exchange::NeedName& need);
    void addMakesPart(QFormLayout* form);
    void addMeasurePart(QFormLayout* form);
    QWidget* foot(bool isKept);
    const exchange::TablePreview& table() const;
    void showTable(int which);
    void fillColumns(Part& part) const;
    void showProfile(const exchange::Profile& profile);
    exchange::Profile profile() const;
    void refresh();
    void takeFromFile();
    void saveToFile();
    void askForWords();
    void forget();
    void finish();

    std::vector<exchange::TablePreview> m_tables;
    std::vector<exchange::NeedName> m_needs;
    std::optional<exchange::Profile> m_present;
    exchange::Profile m_base; // with what the choices do not speak of, such as words
    ElidedComboBox* m_which;
    RowsModel* m_model;
    DataTable* m_preview;
    std::vector<Part> m_parts;
    std::vector<QWidget*> m_ofCosts; // seen only where these are made
    QCheckBox* m_shares;
    QCheckBox* m_several;
    QLineEdit* m_vat;
    QLineEdit* m_name;
    QLabel* m_result;
    QLabel* m_problem;
    QPushButton* m_save;
    QPushButton* m_words;
    QPushButton* m_use;
    bool m_filling = false;
};

} // namespace twelvefold::ui
