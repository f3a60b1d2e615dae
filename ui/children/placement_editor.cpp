// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/placement_editor.h"

#include "common/care_words.h"
#include "common/controls.h"
#include "common/inputs.h"

#include <QCheckBox>
#include <QCompleter>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace twelvefold::ui {
namespace {

QString placementTitle(const domain::Placement& placement)
{
    return placement.id ? PlacementEditor::tr("Change a placement")
                        : PlacementEditor::tr("Enter a placement");
}

} // namespace

PlacementEditor::PlacementEditor(Session& session, const domain::Placement& placement,
                                 QWidget* parent)
    : RecordEditor(placementTitle(placement), parent), m_session(session), m_placement(placement),
      m_setting(new ChoiceBox<domain::Setting>(tr("Choose a setting"), this)),
      m_start(new DateEdit(this)), m_end(new DateEdit(this)), m_provider(new QLineEdit(this)),
      m_newProvider(smallLabel({}, this)),
      m_sector(new ChoiceBox<domain::Sector>(tr("Not recorded"), this)),
      m_emergency(yesNoControl(tr("Emergency"), placement.emergency, this)),
      m_solo(yesNoControl(tr("Solo"), placement.solo, this)),
      m_deprivation(
          yesNoControl(tr("Deprivation of liberty"), placement.deprivationOfLiberty, this)),
      m_distance(new QLineEdit(this)), m_referred(new DateEdit(this)),
      m_search(smallLabel({}, this)), m_note(new QLineEdit(this)), m_endsOpen(new QCheckBox(this)),
      m_consequences(attentionLabel({}, this))
{
    m_kinds = session.workbench().store().kindPeriods(placement.child);
    m_others = session.workbench().store().placements(placement.child);
    std::erase_if(m_others, [&](const domain::Placement& p) { return p.id == placement.id; });
    makeFields();
    m_sector->choose(placement.sector);
    if (placement.id) {
        m_setting->choose(placement.setting);
        m_start->setDate(placement.period.start);
    }
    m_end->setDate(placement.period.end);
    m_referred->setDate(placement.referredOn);
    if (placement.distanceMiles)
        m_distance->setText(wording::number(*placement.distanceMiles, 1));
    m_note->setText(QString::fromStdString(placement.note));

    QStringList names;
    for (const domain::Provider& provider : session.workbench().store().providers()) {
        names << QString::fromStdString(provider.name);
        if (provider.id == placement.provider)
            m_providerBefore = names.back();
    }
    m_provider->setText(m_providerBefore);
    auto* completer = new QCompleter(names, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_provider->setCompleter(completer);
    connect(m_provider, &QLineEdit::textChanged, this, [this, names](const QString& typed) {
        m_newProvider->setText(newProviderInWords(typed, names));
        m_newProvider->setVisible(!m_newProvider->text().isEmpty());
    });
    m_newProvider->hide();

    connect(m_start, &DateEdit::edited, this, &PlacementEditor::showSearch);
    connect(m_referred, &DateEdit::edited, this, &PlacementEditor::showSearch);
    for (const DateEdit* edit : {m_start, m_end})
        connect(edit, &DateEdit::edited, this, &PlacementEditor::showConsequences);
    connect(m_endsOpen, &QCheckBox::toggled, this, &PlacementEditor::showConsequences);
    m_endsOpen->setChecked(true);
    showSearch();
    showConsequences();
}

void PlacementEditor::makeFields()
{
    m_start->setAccessibleNames(tr("From"));
    m_end->setAccessibleNames(tr("Left on"));
    m_end->line()->setPlaceholderText(tr("still there"));
    m_end->notBefore(m_start);
    m_referred->setAccessibleNames(tr("Search began on"));
    m_provider->setPlaceholderText(tr("Begin to type a name"));
    m_distance->setPlaceholderText(tr("miles from home"));
    m_note->setMaxLength(500);
    form()->addRow(tr("Setting"), m_setting);
    form()->addRow(tr("From"), m_start);
    form()->addRow(tr("Left on"), m_end);
    form()->addRow(tr("Provider"), m_provider);
    form()->addRow(QString(), m_newProvider);
    form()->addRow(tr("Sector"), m_sector);
    form()->addRow(tr("Emergency"), m_emergency);
    form()->addRow(tr("Solo"), m_solo);
    form()->addRow(tr("Deprivation of liberty"), m_deprivation);
    form()->addRow(tr("Distance"), m_distance);
    form()->addRow(tr("Search began on"), m_referred);
    form()->addRow(QString(), m_search);
    form()->addRow(tr("Note"), m_note);
    form()->addRow(QString(), m_endsOpen);
    form()->addRow(m_consequences);
}

void PlacementEditor::focusEnd()
{
    m_end->line()->setFocus(Qt::OtherFocusReason);
}

void PlacementEditor::showSearch()
{
    const auto from = m_referred->date();
    const auto to = m_start->date();
    QString words;
    if (from && to && *from <= *to) {
        const int days = domain::daysBetween(*from, *to);
        words = days == 1 ? tr("The search took 1 day.")
                          : tr("The search took %1 days.")
                                .arg(wording::count(static_cast<std::uint64_t>(days)));
    }
    m_search->setText(words);
    m_search->setVisible(!words.isEmpty());
}

QString PlacementEditor::search() const
{
    return m_search->text();
}

QString PlacementEditor::consequences() const
{
    return m_consequences->text();
}

QString PlacementEditor::whatWasDone() const
{
    return QStringList{tr("The placement is saved."), linesDoneInWords(m_lines)}
        .join(QLatin1Char(' '))
        .trimmed();
}

// A placement that begins while another runs ends that one, unless the person says otherwise; what
// ends is said before it is saved.
void PlacementEditor::showConsequences()
{
    const auto start = m_start->date();
    QStringList open;
    for (const domain::Placement& other : m_others) {
        if (start && !m_end->date() && other.period.start < *start && other.period.contains(*start))
            open << tr("the %1 that began on %2")
                        .arg(wording::text(domain::word(other.setting)).toLower(),
                             wording::date(other.period.start));
    }
    m_endsOpen->setVisible(!open.isEmpty());
    m_endsOpen->setText(tr("End %1 on that day").arg(open.join(tr(" and "))));
    workbench::PlacementEntry entry(m_placement);
    entry.placement.period = {start.value_or(m_placement.period.start), m_end->date()};
    entry.endsTheOpenOne = m_endsOpen->isVisibleTo(this) && m_endsOpen->isChecked();
    const auto change = m_session.workbench().consequences(entry);
    const bool possible = start && !m_end->refused() && change.ok();
    QStringList words;
    if (start && !domain::isLookedAfter(m_kinds, *start))
        words << tr("On %1 the child is not recorded as looked after, and counts among no children "
                    "in "
                    "care that day.")
                     .arg(wording::date(*start));
    if (possible)
        words << linesInWords(change->lines);
    m_consequences->setText(words.join(QLatin1Char('\n')));
    m_consequences->setVisible(!m_consequences->text().isEmpty());
}

std::optional<QString> PlacementEditor::takeDates(domain::Placement& placement)
{
    if (!m_start->date())
        return at(m_start, tr("Say from which day the child lives there."));
    placement.period.start = *m_start->date();
    placement.period.end = m_end->date();
    placement.referredOn = m_referred->date();
    if (placement.referredOn && *placement.referredOn > placement.period.start)
        return at(m_referred, tr("The search began on %1, after the placement did on %2.")
                                  .arg(wording::date(*placement.referredOn),
                                       wording::date(placement.period.start)));
    return std::nullopt;
}

std::optional<QString> PlacementEditor::takeDistance(domain::Placement& placement)
{
    placement.distanceMiles.reset();
    const QString text = m_distance->text().trimmed();
    if (text.isEmpty())
        return std::nullopt;
    placement.distanceMiles = milesIn(text);
    if (!placement.distanceMiles)
        return at(m_distance, noMilesInWords(text));
    return std::nullopt;
}

std::optional<QString> PlacementEditor::take(workbench::PlacementEntry& entry)
{
    domain::Placement& placement = entry.placement;
    if (!m_setting->choice())
        return at(m_setting, tr("Say what kind of setting it is."));
    if (const auto refused = takeDates(placement))
        return refused;
    if (const auto refused = takeDistance(placement))
        return refused;
    placement.setting = *m_setting->choice();
    placement.sector = m_sector->choice();
    placement.emergency = yesNo(*m_emergency);
    placement.solo = yesNo(*m_solo);
    placement.deprivationOfLiberty = yesNo(*m_deprivation);
    placement.note = m_note->text().trimmed().toStdString();
    if (const QString name = m_provider->text().simplified(); name != m_providerBefore)
        entry.provider = name.toStdString();
    entry.endsTheOpenOne = m_endsOpen->isVisibleTo(this) && m_endsOpen->isChecked();
    return std::nullopt;
}

std::optional<QString> PlacementEditor::save()
{
    workbench::PlacementEntry entry(m_placement);
    if (const auto refused = take(entry))
        return refused;
    const auto change = m_session.workbench().consequences(entry);
    const auto saved = m_session.workbench().savePlacement(entry);
    if (!saved)
        return wording::text(saved.failure());
    if (change)
        m_lines = change->lines;
    return std::nullopt;
}

} // namespace twelvefold::ui
