// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/move_form.h"

#include "children/present_day.h"

#include "children/echoed_line.h"
#include "children/move_ending.h"
#include "common/care_words.h"
#include "common/controls.h"
#include "domain/cost_rate.h"

#include <QCheckBox>
#include <QCompleter>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>

namespace twelvefold::ui {
namespace {

constexpr int kMostLetters = 500;

// A field under its name.
QWidget* named(const QString& name, QWidget* field)
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    auto* label = quietLabel(name, box);
    label->setBuddy(field);
    column->addWidget(label);
    column->addWidget(field);
    column->addStretch(); // fields side by side stand level, however much is said beneath
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(name);
    return box;
}

QHBoxLayout* besideEachOther(QWidget* left, QWidget* right)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(14);
    row->addWidget(left, 1);
    row->addWidget(right, 1);
    return row;
}

// "£26,470.00 → £1,559.59 a week". Where no cost is recorded none is known, except that nothing is
// paid for who is no longer cared for.
QString costsOfMove(std::optional<domain::Money> before, std::optional<domain::Money> after)
{
    if (before && after)
        return MoveForm::tr("%1 → %2 a week").arg(wording::money(*before), wording::money(*after));
    const auto aWeek = [](const std::optional<domain::Money>& cost) {
        return cost ? MoveForm::tr("%1 a week").arg(wording::money(*cost))
                    : MoveForm::tr("not known");
    };
    return MoveForm::tr("%1 → %2").arg(aWeek(before), aWeek(after));
}

// "30 Jan", and the year where it is another.
QString shortDay(domain::Date day, domain::Date today)
{
    const QString words = wording::date(day);
    return day.year() == today.year() ? words.left(words.lastIndexOf(u' ')) : words;
}

EchoedLine::Reading readRate(const QString& typed)
{
    const auto rate = domain::parseRate(typed.toStdString());
    if (!rate)
        return {wording::text(rate.failure()), true};
    return {rateInWords(rate->amount, rate->per), false};
}

} // namespace

MoveForm::MoveForm(Session& session, domain::ChildId child, const QString& name, QWidget* parent)
    : RecordEditor(tr("Move %1").arg(name), parent), m_session(session), m_child(child),
      m_name(name), m_today(session.today()),
      m_placements(session.workbench().store().placements(child)),
      m_lines(session.workbench().store().costLines(child)),
      m_kinds(session.workbench().store().kindPeriods(child)),
      m_day(new EchoedDate(tr("On"), this)), m_why(new QLineEdit(this)),
      m_to(new SegmentedControl({tr("To a new placement"), tr("Leaves care"), tr("Has died")},
                                this)),
      m_setting(new ChoiceBox<domain::Setting>(tr("Choose a setting"), this)),
      m_provider(new EchoedLine(tr("Provider"), this)),
      m_distance(new EchoedLine(tr("Distance"), this)),
      m_sought(new EchoedDate(tr("Sought since"), this)),
      m_core(new EchoedLine(tr("Core cost"), this)),
      m_additional(new EchoedLine(tr("Additional cost"), this)),
      m_intoCare(new QCheckBox(tr("The child comes into care that day"), this)),
      m_ending(new MoveEnding(this)), m_change(figureLabel({}, this)), m_from(quietLabel({}, this))
{
    for (const domain::Provider& provider : session.workbench().store().providers())
        m_providers.emplace(provider.id, QString::fromStdString(provider.name));
    std::ranges::stable_sort(m_lines, {}, &domain::CostLine::component);
    setMinimumWidth(940);
    saveButton()->setDefault(false);
    saveButton()->setAutoDefault(false);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* move = new QShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(key)), this);
        connect(move, &QShortcut::activated, this, [this] { saveButton()->click(); });
    }
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(sentenceLabel(tr("Move %1").arg(name), body));
    if (const QString about = aboutChild(); !about.isEmpty())
        column->addWidget(quietLabel(about, body));
    auto* halves = new QHBoxLayout;
    halves->setSpacing(28);
    halves->addWidget(whatEnds(), 1);
    halves->addWidget(whatBegins(), 1);
    column->addSpacing(8);
    column->addLayout(halves);
    column->addSpacing(8);
    column->addWidget(hairline(body));
    column->addWidget(m_change);
    column->addWidget(m_from);
    form()->addRow(body);
    readFields();
    m_day->setDate(offeredDay(m_session));
    refresh();
    m_day->line()->setFocus(Qt::OtherFocusReason);
    m_day->line()->selectAll();
}

QWidget* MoveForm::whatEnds()
{
    auto* half = new QWidget;
    auto* column = new QVBoxLayout(half);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(9);
    column->addWidget(sectionTitle(tr("Ends"), half));
    column->addWidget(m_ending);
    column->addWidget(named(tr("On"), m_day));
    m_why->setMaxLength(kMostLetters);
    column->addWidget(named(tr("Why, and whose decision"), m_why));
    column->addStretch();
    return half;
}

QWidget* MoveForm::whatBegins()
{
    auto* half = new QWidget;
    auto* column = new QVBoxLayout(half);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(9);
    column->addWidget(sectionTitle(tr("Begins the same day"), half));
    m_to->setAccessibleName(tr("What begins"));
    column->addWidget(m_to);
    m_begins = new QWidget(half);
    auto* fields = new QVBoxLayout(m_begins);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(9);
    fields->addWidget(named(tr("Setting"), m_setting));
    fields->addWidget(named(tr("Provider"), m_provider));
    fields->addLayout(
        besideEachOther(named(tr("Distance"), m_distance), named(tr("Sought since"), m_sought)));
    fields->addLayout(
        besideEachOther(named(tr("Core"), m_core), named(tr("Additional"), m_additional)));
    fields->addWidget(m_intoCare);
    column->addWidget(m_begins);
    column->addStretch();
    return half;
}

void MoveForm::readFields()
{
    m_provider->line()->setPlaceholderText(tr("Begin to type a name"));
    m_distance->line()->setPlaceholderText(tr("miles from home"));
    for (EchoedLine* cost : {m_core, m_additional})
        cost->line()->setPlaceholderText(tr("1,200, or 650 a month"));
    QStringList names;
    for (const auto& [id, name] : m_providers)
        names << name;
    names.sort(Qt::CaseInsensitive);
    auto* completer = new QCompleter(names, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_provider->line()->setCompleter(completer);

    m_day->echoBy([this](domain::Date day) { return dayInWords(day, m_today); });
    m_sought->echoBy([this](domain::Date day) {
        const auto on = m_day->date();
        return on && day <= *on ? tr("%1 of search").arg(daysInWords(domain::daysBetween(day, *on)))
                                : wording::date(day);
    });
    m_provider->readBy([this](const QString& name) {
        return EchoedLine::Reading{aboutProvider(name), false};
    });
    m_distance->readBy([this](const QString& typed) -> EchoedLine::Reading {
        const auto miles = milesIn(typed);
        if (!miles)
            return {noMilesInWords(typed), true};
        const auto left = leaving();
        const auto from = left.empty() ? std::nullopt : left.front().distanceMiles;
        if (!from)
            return {tr("%1 miles from home").arg(wording::number(*miles, 1)), false};
        const double nearer = *from - *miles;
        return {nearer >= 0 ? tr("%1 nearer than now").arg(wording::number(nearer, 1))
                            : tr("%1 further than now").arg(wording::number(-nearer, 1)),
                false};
    });
    m_core->readBy(&readRate);
    m_additional->readBy(&readRate);
    for (EchoingEdit* edit : std::initializer_list<EchoingEdit*>{m_day, m_core, m_additional})
        connect(edit, &EchoingEdit::edited, this, &MoveForm::refresh);
    connect(m_to, &SegmentedControl::chosen, this, &MoveForm::refresh);
    connect(m_intoCare, &QCheckBox::toggled, this, &MoveForm::refresh);
}

std::vector<domain::Placement> MoveForm::leaving() const
{
    const auto on = m_day->date();
    std::vector<domain::Placement> left;
    for (const domain::Placement& placement : m_placements) {
        if (on && placement.period.start < *on && placement.period.contains(*on))
            left.push_back(placement);
    }
    return left;
}

bool MoveForm::needsCare() const
{
    const auto on = m_day->date();
    return on && !domain::isLookedAfter(m_kinds, *on);
}

// What has been typed so far, as far as it can be read: for what is shown meanwhile.
workbench::Move MoveForm::readSoFar(domain::Date on) const
{
    workbench::Move move;
    move.child = m_child;
    move.to = static_cast<workbench::Move::To>(m_to->current());
    move.on = on;
    move.intoCare = needsCare() && m_intoCare->isChecked();
    if (move.to != workbench::Move::To::placement)
        return move;
    for (const auto& [edit, component] :
         {std::pair(m_core, domain::CostComponent::core),
          std::pair(m_additional, domain::CostComponent::additional)}) {
        const auto rate = domain::parseRate(edit->typed().toStdString());
        if (edit->typed().isEmpty() || !rate)
            continue;
        domain::CostLine line;
        line.component = component;
        line.amount = rate->amount;
        line.per = rate->per;
        move.costs.push_back(line);
    }
    return move;
}

void MoveForm::refresh()
{
    const bool placed = m_to->current() == 0;
    m_begins->setVisible(placed);
    m_intoCare->setVisible(needsCare());
    saveButton()->setText(placed                 ? tr("Move  Ctrl+Enter")
                          : m_to->current() == 1 ? tr("End care  Ctrl+Enter")
                                                 : tr("Enter the death  Ctrl+Enter"));
    m_sought->readAgain();
    m_distance->readAgain();
    m_provider->readAgain();
    const auto on = m_day->date();
    if (!on) {
        m_ending->showNoDay();
        m_change->hide();
        m_from->hide();
        return;
    }
    const auto change = m_session.workbench().consequences(readSoFar(*on));
    m_ending->showPlaces(*on, leaving(), m_placements, m_providers);
    m_ending->showLines(*on, m_lines, change);
    showSentence(*on, change);
}

void MoveForm::showSentence(domain::Date on, const domain::Result<workbench::CareChange>& change)
{
    m_change->setVisible(change.ok());
    m_from->show();
    if (!change) {
        m_from->setText(wording::text(change.failure()));
        return;
    }
    const auto after = domain::weeklyCost(change->after, on).total;
    const bool placed = m_to->current() == static_cast<int>(workbench::Move::To::placement);
    m_change->setText(costsOfMove(domain::weeklyCost(change->before, on).total,
                                  placed || after ? after : domain::Money()));
    m_from->setText(
        tr("from %1; one step, Ctrl+Z takes all of it back").arg(shortDay(on, m_today)));
}

// "15 of your children live with it; +4 % (−11 % to +21 %) beside such needs."
QString MoveForm::aboutProvider(const QString& name) const
{
    QStringList names;
    for (const auto& [id, known] : m_providers)
        names << known;
    names.sort(Qt::CaseInsensitive);
    if (const QString unknown = newProviderInWords(name, names); !unknown.isEmpty())
        return unknown;
    const auto cohort = m_session.wholeCohort();
    if (!cohort)
        return name;
    const auto named = std::ranges::find_if(cohort->providerNames, [&](const std::string& one) {
        return QString::fromStdString(one).compare(name, Qt::CaseInsensitive) == 0;
    });
    const auto index = static_cast<std::int32_t>(named - cohort->providerNames.begin());
    const auto n = std::ranges::count(cohort->provider, index);
    QString words = n == 1 ? tr("1 of your children lives with it")
                           : tr("%1 of your children live with it")
                                 .arg(wording::count(static_cast<std::uint64_t>(n)));
    const auto findings = m_session.findings();
    if (!findings || named == cohort->providerNames.end())
        return words;
    const analysis::ProviderEffects& costs = findings->providerCosts;
    if (const auto* effect = costs.of(static_cast<std::size_t>(index));
        effect != nullptr && costs.claimed(*effect))
        words += tr("; %1 beside such needs").arg(wording::effectTold(costs, *effect));
    return words;
}

// "10 years · need 29, very high · expected at this need £2,100 to £9,700 a week"
QString MoveForm::aboutChild() const
{
    const auto cohort = m_session.cohort();
    const auto findings = m_session.findings();
    if (!cohort || !findings)
        return {};
    const auto found = std::ranges::find(cohort->child, m_child);
    if (found == cohort->child.end())
        return {};
    const auto row = static_cast<std::size_t>(found - cohort->child.begin());
    QStringList words;
    if (const auto age = cohort->age.at(row))
        words << (*age == 1 ? tr("1 year") : tr("%1 years").arg(*age));
    if (const auto need = cohort->needTotal.at(row)) {
        const int band = cohort->band[row];
        const QString total = tr("need %1").arg(wording::number(*need, 0));
        words << (band < 0
                      ? total
                      : QStringLiteral("%1, %2").arg(
                            total,
                            QString::fromStdString(
                                cohort->framework->bands()[static_cast<std::size_t>(band)].title)
                                .toLower()));
    }
    if (const auto* expected = findings->expectedCostOf(row);
        expected != nullptr && expected->lower && expected->upper)
        words << tr("expected at this need %1 to %2 a week")
                     .arg(wording::roundPounds(*expected->lower),
                          wording::roundPounds(*expected->upper));
    return words.join(QStringLiteral(" · "));
}

QString MoveForm::whatWasDone() const
{
    const QString what = m_to->current() == 0   ? tr("%1 is moved.").arg(m_name)
                         : m_to->current() == 1 ? tr("%1 has left care.").arg(m_name)
                                                : tr("The death of %1 is entered.").arg(m_name);
    return QStringList{what, linesDoneInWords(m_changed)}.join(QLatin1Char(' ')).trimmed();
}

QString MoveForm::leaves() const
{
    return m_ending->places();
}

QStringList MoveForm::ending() const
{
    return m_ending->lines();
}

QString MoveForm::sentence() const
{
    return m_change->isVisibleTo(this) ? m_change->text() : QString();
}

std::optional<QString> MoveForm::takePlacement(workbench::Move& move)
{
    if (!m_setting->choice())
        return at(m_setting, tr("Say what kind of setting the child moves to."));
    if (m_sought->date() && *m_sought->date() > move.on)
        return at(m_sought, tr("The search began on %1, after the move on %2.")
                                .arg(wording::date(*m_sought->date()), wording::date(move.on)));
    move.placement.setting = *m_setting->choice();
    move.placement.referredOn = m_sought->date();
    move.placement.distanceMiles = milesIn(m_distance->typed());
    move.provider = m_provider->typed().toStdString();
    return std::nullopt;
}

std::optional<QString> MoveForm::save()
{
    if (!m_day->date())
        return at(m_day, tr("Say on which day."));
    workbench::Move move = readSoFar(*m_day->date());
    move.why = m_why->text().simplified().toStdString();
    if (move.to == workbench::Move::To::placement) {
        if (const auto refused = takePlacement(move))
            return refused;
    }
    const auto change = m_session.workbench().consequences(move);
    const auto done = m_session.workbench().move(move);
    if (!done)
        return wording::text(done.failure());
    if (change)
        m_changed = change->lines;
    return std::nullopt;
}

// Enter on a button presses it; elsewhere it does nothing, so that no move is made by accident.
void MoveForm::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter || event->modifiers() != Qt::NoModifier)
        return RecordEditor::keyPressEvent(event);
    if (auto* button = qobject_cast<QPushButton*>(focusWidget()))
        button->click();
}

} // namespace twelvefold::ui
