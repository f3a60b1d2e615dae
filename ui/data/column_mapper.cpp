// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/column_mapper.h"

#include "common/care_words.h"
#include "common/controls.h"
#include "common/data_table.h"
#include "common/dialogs.h"
#include "common/elided_combo_box.h"
#include "common/inputs.h"
#include "common/page_scroll.h"
#include "common/paths.h"
#include "common/rows_model.h"
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
constexpr int kPreviewHeight = 64;
// What stands before a heading among the choices, so that it is no word of ours.
const QLatin1String kHeadingMark(":");

QString asChoice(const std::vector<std::string>& columns)
{
    return columns.empty() ? QString() : kHeadingMark + QString::fromStdString(columns.front());
}

bool isHeading(const QString& chosen)
{
    return chosen.startsWith(kHeadingMark);
}

std::vector<std::string> columnsOf(const QString& chosen)
{
    return isHeading(chosen) ? std::vector{chosen.mid(1).toStdString()}
                             : std::vector<std::string>();
}

ProfileField& fieldOf(Profile& profile, const std::string& token)
{
    auto found = std::ranges::find(profile.fields, token, &ProfileField::field);
    if (found == profile.fields.end())
        found = profile.fields.insert(found, ProfileField{token, {}, {}, {}});
    return *found;
}

void writeField(Profile& profile, const std::string& token, const QString& chosen)
{
    ProfileField& field = fieldOf(profile, token);
    const auto columns = columnsOf(chosen);
    if (columns != field.columns &&
        (field.columns.empty() || columns.empty() || columns.front() != field.columns.front()))
        field.columns = columns;
    if (!isHeading(chosen))
        field.value = chosen.toStdString();
    if (field.columns.empty() && field.value.empty())
        std::erase_if(profile.fields, [&token](const auto& each) { return each.field == token; });
}

QString readField(const Profile& profile, const char* token)
{
    const ProfileField* field = profile.field(token);
    return field == nullptr          ? QString()
           : !field->columns.empty() ? asChoice(field->columns)
                                     : QString::fromStdString(field->value);
}

// The one amount or value of a profile, or the total of several.
void writeWhole(Profile& profile, const QString& chosen)
{
    const bool parts = std::ranges::any_of(
        profile.values, [](const ProfileValue& value) { return !value.funder.empty(); });
    if (parts)
        profile.total = columnsOf(chosen);
    else if (isHeading(chosen))
        profile.values = {{columnsOf(chosen), "", "", "", "", false}};
}

QString readWhole(const Profile& profile)
{
    if (!profile.total.empty())
        return asChoice(profile.total);
    const auto whole = std::ranges::find_if(
        profile.values, [](const ProfileValue& value) { return value.funder.empty(); });
    return whole == profile.values.end() ? QString() : asChoice(whole->columns);
}

// Every heading that the profile reads.
void knowByHeadings(Profile& profile)
{
    profile.recognisedBy.clear();
    const auto add = [&profile](const std::vector<std::string>& columns) {
        if (!columns.empty())
            profile.recognisedBy.push_back(columns);
    };
    for (const ProfileField& field : profile.fields)
        add(field.columns);
    for (const ProfileValue& value : profile.values)
        add(value.columns);
    add(profile.total);
}

QString lineInWords(const domain::CostLine& line)
{
    const QString cost =
        line.funder == domain::Funder::socialCare
            ? costInWords(line)
            : ColumnMapper::tr("%1, paid by %2")
                  .arg(costInWords(line), wording::text(domain::word(line.funder)));
    const QString from = wording::date(line.period.start);
    return line.period.end ? ColumnMapper::tr("%1, from %2 until the day before %3")
                                 .arg(cost, from, wording::date(*line.period.end))
                           : ColumnMapper::tr("%1, from %2").arg(cost, from);
}

QString outcomeInWords(std::size_t row, const exchange::RowOutcome& outcome)
{
    QStringList words;
    for (const auto& line : outcome.lines)
        words << ColumnMapper::tr("child %1: %2")
                     .arg(QString::fromStdString(line.localId), lineInWords(line.line));
    for (const auto& values : outcome.values) {
        for (const auto& [measure, value] : values.values)
            words << ColumnMapper::tr("child %1: %2 %3 on %4")
                         .arg(QString::fromStdString(values.localId),
                              wording::text(domain::findOutcomeMeasure(measure)->title),
                              wording::number(value, 0), wording::date(values.date));
    }
    if (words.isEmpty()) {
        for (const domain::Message& problem : outcome.problems)
            words << wording::text(problem);
    }
    if (words.isEmpty())
        words << ColumnMapper::tr("nothing to take");
    return ColumnMapper::tr("Row %1: %2").arg(row).arg(words.join(QStringLiteral("; ")));
}

} // namespace

ColumnMapper::ColumnMapper(std::vector<exchange::TablePreview> tables, QWidget* parent)
    : FormDialog(parent), m_tables(std::move(tables)), m_which(new ElidedComboBox(this)),
      m_model(new RowsModel(this)), m_preview(new DataTable(this)),
      m_shares(new QCheckBox(tr("These columns are shares in p&er cent"), this)),
      m_several(new QCheckBox(tr("A cell may &name several children"), this)),
      m_vat(new QLineEdit(this)), m_name(new QLineEdit(this)), m_result(quietLabel({}, this)),
      m_problem(attentionLabel({}, this)), m_save(secondaryButton(tr("Save to a file…"), this)),
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
    column->addWidget(foot());
    connect(m_which, &QComboBox::activated, this, &ColumnMapper::showTable);
    for (QCheckBox* box : {m_shares, m_several})
        connect(box, &QCheckBox::toggled, this, &ColumnMapper::refresh);
    connect(m_vat, &QLineEdit::textChanged, this, &ColumnMapper::refresh);
    connect(m_name, &QLineEdit::textChanged, this, &ColumnMapper::refresh);
    showTable(0);
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
    QComboBox* choice = m_parts.back().choice;
    const auto offer = [choice](const auto& words) {
        for (const auto& named : words)
            choice->addItem(wording::text(named.word), QString::fromLatin1(named.token));
    };
    if (std::string_view(field) == "component")
        offer(domain::allOf<domain::CostComponent>());
    else if (std::string_view(field) == "funder")
        offer(domain::allOf<domain::Funder>());
    else
        offer(domain::allOf<domain::CostPer>());
    if (std::string_view(field) == "per")
        choice->addItem(tr("for the year to date"), QStringLiteral("year_to_date"));
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

// Whose amounts and how much on the left, what for and since when on the right.
void ColumnMapper::makeParts(QFormLayout* form, QFormLayout* right)
{
    const std::vector<ProfileMakes> both{ProfileMakes::costs, ProfileMakes::measures};
    const std::vector<ProfileMakes> costs{ProfileMakes::costs};
    Part makes;
    makes.of = both;
    makes.headings = false;
    makes.write = [](Profile& profile, const QString& chosen) {
        profile.makes =
            chosen == QLatin1String("costs") ? ProfileMakes::costs : ProfileMakes::measures;
    };
    makes.read = [](const Profile& profile) {
        return QString::fromLatin1(exchange::token(profile.makes));
    };
    addPart(form, tr("What the table &holds"), std::move(makes));
    for (const ProfileMakes kind : both)
        m_parts.back().choice->addItem(wording::text(exchange::word(kind)),
                                       QString::fromLatin1(exchange::token(kind)));
    addField(form, tr("&Child's identifier"), "child", both);
    addWordOrColumn(form, tr("&Who pays"), "funder");
    // The parts come before the whole, which is a total where there are any.
    addFunderPart(form, tr("Paid by social care"), domain::Funder::socialCare);
    addFunderPart(form, tr("Paid by education"), domain::Funder::education);
    addFunderPart(form, tr("Paid by health"), domain::Funder::health);
    form->addRow(QString(), m_shares);
    Part whole;
    whole.of = both;
    whole.write = writeWhole;
    whole.read = readWhole;
    addPart(form, tr("&Amount, total or value"), std::move(whole));
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
    addWordOrColumn(form, tr("The amount &is"), "per");
    m_vat->setPlaceholderText(tr("none"));
    form->addRow(tr("VA&T in the amounts, per cent"), m_vat);
    form = right;
    addField(form, tr("First &day paid for"), "start", costs);
    addField(form, tr("&Last day paid for"), "last_day", costs);
    addField(form, tr("Da&y of the value"), "date", {ProfileMakes::measures});
    addWordOrColumn(form, tr("&Kind of cost"), "component");
    addField(form, tr("Pro&vider"), "provider", costs);
    addField(form, tr("&URN"), "urn", costs);
    addField(form, tr("&Setting"), "setting", costs);
    addField(form, tr("N&ote, or what tells rows apart"), "note", costs);
    Part shared;
    shared.of = costs;
    shared.write = [](Profile& profile, const QString& chosen) {
        profile.sharedBy = columnsOf(chosen);
    };
    shared.read = [](const Profile& profile) { return asChoice(profile.sharedBy); };
    addPart(form, tr("Rows of one payment a&gree in"), std::move(shared));
    form->addRow(QString(), m_several);
    form->addRow(tr("Keep as a pro&file named"), m_name);
    m_vat->setAccessibleName(tr("VAT in the amounts, per cent"));
    m_name->setAccessibleName(tr("Keep as a profile named"));
    m_name->setPlaceholderText(tr("Blank: only this time"));
}

QWidget* ColumnMapper::foot()
{
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    auto* take = secondaryButton(tr("Take from a file…"), foot);
    auto* cancel = secondaryButton(tr("Cancel"), foot);
    row->addWidget(take);
    row->addWidget(m_save);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_use);
    m_use->setDefault(true);
    connect(take, &QPushButton::clicked, this, &ColumnMapper::takeFromFile);
    connect(m_save, &QPushButton::clicked, this, &ColumnMapper::saveToFile);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_use, &QPushButton::clicked, this, &ColumnMapper::finish);
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
    showProfile(exchange::guessProfile(table()));
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
    m_name->setText(QString::fromStdString(profile.name));
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
    if (profile.makes == ProfileMakes::measures)
        std::erase_if(profile.fields, [](const ProfileField& field) {
            return !exchange::findProfileField(field.field)->ofMeasures;
        });
    profile.severalChildren = m_several->isChecked();
    const auto vat = numberIn(m_vat->text());
    profile.vat = vat || m_vat->text().trimmed().isEmpty() ? vat : std::optional(0.0);
    profile.name = m_name->text().trimmed().toStdString();
    if (profile.name.empty())
        profile.name = tr("Columns matched by hand").toStdString();
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
    m_shares->setVisible(costs);
    m_several->setVisible(costs);
    const auto fault = exchange::faultIn(now);
    m_problem->setVisible(fault.has_value());
    m_problem->setText(fault ? wording::text(*fault) : QString());
    m_use->setEnabled(!fault);
    m_save->setEnabled(!fault);
    QStringList told;
    bool anyRead = false;
    if (!fault) {
        const auto outcomes = exchange::tryProfile(table(), now);
        for (std::size_t i = 0; i < outcomes.size() && told.size() < kRowsTold; ++i)
            told << outcomeInWords(i + 1, outcomes[i]);
        anyRead = std::ranges::any_of(outcomes, [](const exchange::RowOutcome& outcome) {
            return !outcome.lines.empty() || !outcome.values.empty() || outcome.problems.empty();
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

void ColumnMapper::finish()
{
    emit made(profile(), !m_name->text().trimmed().isEmpty());
    done(Accepted);
}

} // namespace twelvefold::ui
