// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/column_mapper.h"

#include "common/controls.h"
#include "common/data_table.h"
#include "common/dialogs.h"
#include "common/elided_combo_box.h"
#include "common/inputs.h"
#include "common/page_scroll.h"
#include "common/paths.h"
#include "common/rows_model.h"
#include "data/profile_choices.h"
#include "data/profile_words_dialog.h"
#include "data/row_outcome_words.h"
#include "domain/records.h"
#include "exchange/recognise.h"
#include "files/output_file.h"
#include "wording/wording.h"
#include "workbench/profile_library.h"

#include <QCheckBox>
#include <QDir>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace twelvefold::ui {
namespace {

using exchange::Profile;
using exchange::ProfileField;
using exchange::ProfileMakes;
using exchange::ProfileValue;

constexpr int kRowsTold = 3; // how the first of them come out
constexpr int kRowsTried = 20;
constexpr int kPreviewHeight = 64;

exchange::TablePreview beginningOf(const exchange::TablePreview& table)
{
    exchange::TablePreview first{table.name, table.headings, {}};
    const std::size_t n = std::min<std::size_t>(table.rows.size(), kRowsTried);
    first.rows.assign(table.rows.begin(), table.rows.begin() + static_cast<std::ptrdiff_t>(n));
    return first;
}

bool isSomething(const exchange::RowOutcome& outcome)
{
    return !outcome.lines.empty() || !outcome.values.empty() || !outcome.assessments.empty();
}

bool fits(const exchange::TablePreview& table, const Profile& profile)
{
    return std::ranges::any_of(exchange::tryProfile(beginningOf(table), profile), isSomething);
}

QString unnamed()
{
    return ColumnMapper::tr("Columns matched by hand");
}

} // namespace

ColumnMapper::ColumnMapper(std::vector<exchange::TablePreview> tables,
                           std::vector<exchange::NeedName> needs, std::optional<Profile> present,
                           bool isKept, QWidget* parent)
    : FormDialog(parent), m_tables(std::move(tables)), m_needs(std::move(needs)),
      m_present(std::move(present)), m_which(new ElidedComboBox(this)),
      m_model(new RowsModel(this)), m_preview(new DataTable(this)),
      m_shares(new QCheckBox(tr("These columns are shares in p&er cent"), this)),
      m_several(new QCheckBox(tr("A cell may &name several children"), this)),
      m_vat(new QLineEdit(this)), m_name(new QLineEdit(this)), m_result(quietLabel({}, this)),
      m_problem(attentionLabel({}, this)), m_save(secondaryButton(tr("Save to a file…"), this)),
      m_words(secondaryButton(tr("What words mean…"), this)),
      m_use(primaryButton(tr("Read it so"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Which column says what?"));
    setMinimumWidth(1040);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(22, 18, 22, 18);
    column->setSpacing(8);
    // All but the buttons scrolls where the screen is small.
    auto* page = new QWidget;
    auto* pageColumn = new QVBoxLayout(page);
    pageColumn->setContentsMargins(0, 0, 0, 0);
    pageColumn->setSpacing(4);
    for (const exchange::TablePreview& table : m_tables)
        m_which->addItem(QString::fromStdString(table.name));
    nameChoice(m_which, tr("Table"));
    m_which->setVisible(m_tables.size() > 1);
    pageColumn->addWidget(m_which);
    m_preview->setAccessibleName(tr("The first rows of the table"));
    m_preview->setModel(m_model);
    m_preview->setFixedHeight(kPreviewHeight);
    pageColumn->addWidget(m_preview);
    auto* sides = new QHBoxLayout;
    sides->setSpacing(24);
    auto* left = new QFormLayout;
    auto* right = new QFormLayout;
    for (QFormLayout* form : {left, right}) {
        form->setSpacing(2);
        form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        sides->addLayout(form, 1);
    }
    makeParts(left, right);
    pageColumn->addLayout(sides);
    m_result->setAccessibleName(tr("How the first rows come out"));
    pageColumn->addWidget(m_result);
    pageColumn->addWidget(m_problem);
    pageColumn->addStretch();
    column->addWidget(new FormScroll(page, this), 1);
    column->addWidget(foot(isKept));
    connect(m_which, &QComboBox::activated, this, &ColumnMapper::showTable);
    for (QCheckBox* box : {m_shares, m_several})
        connect(box, &QCheckBox::toggled, this, &ColumnMapper::refresh);
    connect(m_vat, &QLineEdit::textChanged, this, &ColumnMapper::refresh);
    connect(m_name, &QLineEdit::textChanged, this, &ColumnMapper::refresh);
    const auto fitting = m_present
                             ? std::ranges::find_if(m_tables,
                                                    [this](const exchange::TablePreview& each) {
                                                        return fits(each, *m_present);
                                                    })
                             : m_tables.begin();
    showTable(fitting == m_tables.end() ? 0 : static_cast<int>(fitting - m_tables.begin()));
}

void ColumnMapper::addPart(QFormLayout* form, const QString& label, Part part)
{
    part.choice = new ElidedComboBox(this);
    nameChoice(part.choice, QString(label).remove(QLatin1Char('&')));
    part.label = new QLabel(label, this);
    part.label->setBuddy(part.choice);
    form->addRow(part.label, part.choice);
    connect(part.choice, &QComboBox::activated, this, &ColumnMapper::refresh);
    m_parts.push_back(std::move(part));
}

void ColumnMapper::addField(QFormLayout* form, const QString& label, const char* field,
                            std::vector<ProfileMakes> of)
{
    Part part;
    part.of = std::move(of);
    part.write = [field](Profile& profile, const QString& chosen) {
        writeField(profile, field, chosen);
    };
    part.read = [field](const Profile& profile) { return readField(profile, field); };
    addPart(form, label, std::move(part));
}

// Of every row the same word, or what a column says.
void ColumnMapper::addWordOrColumn(QFormLayout* form, const QString& label, const char* field)
{
    addField(form, label, field, {ProfileMakes::costs});
    m_parts.back().words = true;
    for (const OfferedWord& word : offeredWords(field))
        m_parts.back().choice->addItem(word.words, word.token);
}

void ColumnMapper::addFunderPart(QFormLayout* form, const QString& label, domain::Funder payer)
{
    const std::string funder(domain::token(payer));
    Part part;
    part.of = {ProfileMakes::costs};
    part.write = [funder, this](Profile& profile, const QString& chosen) {
        if (isHeading(chosen))
            profile.values.push_back(
                {columnsOf(chosen), "", funder, "", "", m_shares->isChecked()});
    };
    part.read = [funder](const Profile& profile) {
        const auto found = std::ranges::find(profile.values, funder, &ProfileValue::funder);
        return found == profile.values.end() ? QString() : asChoice(found->columns);
    };
    addPart(form, label, std::move(part));
}

void ColumnMapper::addNeedPart(QFormLayout* form, const exchange::NeedName& need)
{
    Part part;
    part.of = {ProfileMakes::assessments};
    part.write = [code = need.code](Profile& profile, const QString& chosen) {
        if (isHeading(chosen))
            profile.values.push_back({columnsOf(chosen), "", "", "", code, false});
    };
    part.read = [code = need.code](const Profile& profile) {
        const auto found = std::ranges::find(profile.values, code, &ProfileValue::measure);
        return found == profile.values.end() ? QString() : asChoice(found->columns);
    };
    addPart(form, QString::fromStdString(need.title), std::move(part));
}

void ColumnMapper::addMakesPart(QFormLayout* form)
{
    Part makes;
    makes.headings = false;
    makes.write = [](Profile& profile, const QString& chosen) {
        for (const auto& each : exchange::allProfileMakes()) {
            if (chosen == QLatin1String(each.token))
                profile.makes = each.value;
        }
    };
    makes.read = [](const Profile& profile) {
        return QString::fromLatin1(exchange::token(profile.makes));
    };
    for (const auto& each : exchange::allProfileMakes())
        makes.of.push_back(each.value);
    addPart(form, tr("What the table &holds"), std::move(makes));
    for (const auto& each : exchange::allProfileMakes())
        m_parts.back().choice->addItem(wording::text(each.word), QString::fromLatin1(each.token));
}

void ColumnMapper::addMeasurePart(QFormLayout* form)
{
    Part measure;
    measure.of = {ProfileMakes::measures};
    measure.headings = false;
    measure.write = [](Profile& profile, const QString& chosen) {
        for (ProfileValue& value : profile.values)
            value.measure = chosen.toStdString();
    };
    measure.read = [](const Profile& profile) {
        return profile.values.empty() ? QString()
                                      : QString::fromStdString(profile.values.front().measure);
    };
    addPart(form, tr("Which &measure it is"), std::move(measure));
    for (const domain::OutcomeMeasure& each : domain::outcomeMeasures())
        m_parts.back().choice->addItem(wording::text(each.title), QString::fromLatin1(each.code));
}

// Whose amounts and how much on the left, what for and since when on the right; of assessments the
// needs on both sides.
void ColumnMapper::makeParts(QFormLayout* left, QFormLayout* right)
{
    using enum ProfileMakes;
    addMakesPart(left);
    addField(left, tr("&Child's identifier"), "child", {costs, measures, assessments});
    addField(right, tr("Da&y of the value"), "date", {measures, assessments});
    addField(right, tr("Who sco&red"), "author", {assessments});
    for (std::size_t i = 0; i < m_needs.size(); ++i)
        addNeedPart(2 * i < m_needs.size() ? left : right, m_needs[i]);
    addWordOrColumn(left, tr("&Who pays"), "funder");
    // The parts come before the whole, which is a total where there are any.
    addFunderPart(left, tr("Paid by social care"), domain::Funder::socialCare);
    addFunderPart(left, tr("Paid by education"), domain::Funder::education);
    addFunderPart(left, tr("Paid by health"), domain::Funder::health);
    left->addRow(QString(), m_shares);
    Part whole;
    whole.of = {costs, measures};
    whole.write = writeWhole;
    whole.read = readWhole;
    addPart(left, tr("&Amount, total or value"), std::move(whole));
    addMeasurePart(left);
    addWordOrColumn(left, tr("The amount &is"), "per");
    m_vat->setPlaceholderText(tr("none"));
    left->addRow(tr("VA&T in the amounts, per cent"), m_vat);
    addField(right, tr("First &day paid for"), "start", {costs});
    addField(right, tr("&Last day paid for"), "last_day", {costs});
    addWordOrColumn(right, tr("&Kind of cost"), "component");
    addField(right, tr("Pro&vider"), "provider", {costs});
    addField(right, tr("&URN"), "urn", {costs});
    addField(right, tr("&Setting"), "setting", {costs});
    addField(right, tr("N&ote, or what tells rows apart"), "note", {costs});
    Part shared;
    shared.of = {costs};
    shared.write = [](Profile& profile, const QString& chosen) {
        profile.sharedBy = columnsOf(chosen);
    };
    shared.read = [](const Profile& profile) { return asChoice(profile.sharedBy); };
    addPart(right, tr("Rows of one payment a&gree in"), std::move(shared));
    right->addRow(QString(), m_several);
    right->addRow(tr("Keep as a pro&file named"), m_name);
    m_vat->setAccessibleName(tr("VAT in the amounts, per cent"));
    m_name->setAccessibleName(tr("Keep as a profile named"));
    m_name->setPlaceholderText(tr("Blank: only this time"));
    m_ofCosts = {m_shares, m_several, m_vat, left->labelForField(m_vat)};
}

QWidget* ColumnMapper::foot(bool isKept)
{
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    auto* take = secondaryButton(tr("Take from a file…"), foot);
    auto* cancel = secondaryButton(tr("Cancel"), foot);
    row->addWidget(take);
    row->addWidget(m_save);
    row->addWidget(m_words);
    if (isKept) {
        auto* forget = secondaryButton(tr("Forget this profile"), foot);
        row->addWidget(forget);
        connect(forget, &QPushButton::clicked, this, &ColumnMapper::forget);
    }
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_use);
    m_use->setDefault(true);
    connect(take, &QPushButton::clicked, this, &ColumnMapper::takeFromFile);
    connect(m_save, &QPushButton::clicked, this, &ColumnMapper::saveToFile);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_use, &QPushButton::clicked, this, &ColumnMapper::finish);
    connect(m_words, &QPushButton::clicked, this, &ColumnMapper::askForWords);
    return foot;
}

const exchange::TablePreview& ColumnMapper::table() const
{
    return m_tables[static_cast<std::size_t>(std::max(m_which->currentIndex(), 0))];
}

void ColumnMapper::showTable(int which)
{
    m_model->setRows(0);
    m_which->setCurrentIndex(which);
    std::vector<RowsModel::Column> columns;
    for (std::size_t i = 0; i < table().headings.size(); ++i)
        columns.push_back({QString::fromStdString(table().headings[i]), [this, i](std::size_t row) {
                               return QString::fromStdString(table().rows[row][i]);
                           }});
    m_model->setColumns(std::move(columns));
    m_model->setRows(table().rows.size());
    m_preview->fitColumns();
    for (Part& part : m_parts)
        fillColumns(part);
    showProfile(m_present ? *m_present : exchange::guessProfile(table(), m_needs));
}

// Behind what is no column: the headings, those that stand once.
void ColumnMapper::fillColumns(Part& part) const
{
    QComboBox* choice = part.choice;
    for (int i = choice->count() - 1; i >= 0; --i) {
        const QString what = choice->itemData(i).toString();
        if (what.isEmpty() || isHeading(what))
            choice->removeItem(i);
    }
    if (!part.headings)
        return;
    if (!part.words)
        choice->addItem(tr("None"), QString());
    const exchange::Columns columns(table().headings);
    for (const std::string& heading : table().headings) {
        const QString name = QString::fromStdString(heading).simplified();
        if (!name.isEmpty() && !columns.repeats(exchange::tidiedHeading(heading)))
            choice->addItem(part.words ? tr("as “%1” says").arg(name) : name, kHeadingMark + name);
    }
}

void ColumnMapper::showProfile(const Profile& profile)
{
    m_filling = true;
    m_base = profile;
    for (const Part& part : m_parts) {
        const int at = part.choice->findData(part.read(profile), Qt::UserRole,
                                             Qt::MatchFixedString | Qt::MatchCaseSensitive);
        part.choice->setCurrentIndex(at);
    }
    m_shares->setChecked(std::ranges::any_of(profile.values, &ProfileValue::share));
    m_several->setChecked(profile.severalChildren);
    m_vat->setText(profile.vat ? wording::number(*profile.vat, 1) : QString());
    const QString name = QString::fromStdString(profile.name);
    m_name->setText(name == unnamed() ? QString() : name);
    m_filling = false;
    refresh();
}

Profile ColumnMapper::profile() const
{
    Profile profile = m_base;
    profile.values.clear();
    profile.total.clear();
    for (const Part& part : m_parts) {
        if (std::ranges::find(part.of, profile.makes) != part.of.end())
            part.write(profile, part.choice->currentData().toString());
    }
    std::erase_if(profile.fields, [&profile](const ProfileField& field) {
        return !exchange::isOf(*exchange::findProfileField(field.field), profile.makes);
    });
    profile.severalChildren = m_several->isChecked();
    const auto vat = numberIn(m_vat->text());
    profile.vat = vat || m_vat->text().trimmed().isEmpty() ? vat : std::optional(0.0);
    profile.name = m_name->text().trimmed().toStdString();
    if (profile.name.empty())
        profile.name = unnamed().toStdString();
    knowByHeadings(profile);
    return profile;
}

void ColumnMapper::refresh()
{
    if (m_filling)
        return;
    const Profile now = profile();
    const bool costs = now.makes == ProfileMakes::costs;
    for (const Part& part : m_parts) {
        const bool asked = std::ranges::find(part.of, now.makes) != part.of.end();
        part.choice->setVisible(asked);
        part.label->setVisible(asked);
    }
    for (QWidget* widget : m_ofCosts)
        widget->setVisible(costs);
    const auto fault = exchange::faultIn(now);
    m_problem->setVisible(fault.has_value());
    m_problem->setText(fault ? wording::text(*fault) : QString());
    m_use->setEnabled(!fault);
    m_save->setEnabled(!fault);
    m_words->setEnabled(ProfileWordsDialog::hasAny(now));
    QStringList told;
    bool anyRead = false;
    if (!fault) {
        const auto outcomes = exchange::tryProfile(beginningOf(table()), now);
        for (std::size_t i = 0; i < outcomes.size() && told.size() < kRowsTold; ++i)
            told << outcomeInWords(i + 1, outcomes[i]);
        anyRead = std::ranges::any_of(outcomes, [](const exchange::RowOutcome& outcome) {
            return isSomething(outcome) || outcome.problems.empty();
        });
    }
    m_result->setText(told.join(QLatin1Char('\n')));
    if (!fault && !anyRead && !told.isEmpty()) {
        m_use->setEnabled(false);
        m_problem->setText(tr("None of these rows can be read so."));
        m_problem->show();
    }
    emit edited();
}

void ColumnMapper::takeFromFile()
{
    const QString path = dialogs().openFile(this, tr("Take a profile"), tr("Profiles (*.json)"));
    if (path.isEmpty())
        return;
    const auto taken = workbench::profileIn(toPath(path));
    if (!taken)
        return dialogs().tell(this, tr("This profile cannot be used"),
                              wording::text(taken.failure()));
    emit made(*taken, true);
    done(Accepted);
}

void ColumnMapper::saveToFile()
{
    const QString path =
        askForFile(this, tr("Save the profile"), tr("profile"), QStringLiteral("json"));
    if (path.isEmpty())
        return;
    const auto written = files::writeFile(toPath(path), exchange::writeProfile(profile()));
    if (!written)
        dialogs().tell(this, tr("The profile was not saved"), wording::text(written.failure()));
}

void ColumnMapper::askForWords()
{
    auto* dialog = new ProfileWordsDialog(table(), profile(), this);
    connect(dialog, &ProfileWordsDialog::chosen, this, [this](const Profile& chosen) {
        m_base.fields = chosen.fields;
        refresh();
    });
    dialog->open();
}

void ColumnMapper::forget()
{
    const QString name = QString::fromStdString(m_present->name);
    if (!dialogs().confirm(this, tr("Forget the profile “%1”?").arg(name),
                           tr("Tables are no longer read by it. What was brought in by it stays."),
                           tr("Forget it")))
        return;
    emit forgotten(m_present->name);
    QDialog::done(Accepted);
}

void ColumnMapper::finish()
{
    emit made(profile(), !m_name->text().trimmed().isEmpty());
    done(Accepted);
}

} // namespace twelvefold::ui
