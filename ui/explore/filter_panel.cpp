// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/filter_panel.h"

#include "common/elided_combo_box.h"
#include "common/sliders.h"
#include "common/theme.h"
#include "explore/cost_scope_menu.h"
#include "explore/mark_label.h"
#include "explore/more_filters.h"
#include "explore/tick_group.h"
#include "wording/wording.h"
#include "workbench/comparable.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace twelvefold::ui {
namespace {

constexpr int kYoungest = 0;
constexpr int kOldest = 17;
constexpr double kWidestTolerance = 6;

QVBoxLayout* columnOf(QWidget* widget, int spacing)
{
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    return column;
}

} // namespace

FilterPanel::FilterPanel(Session& session, QWidget* parent)
    : Panel(parent), m_session(session), m_more(new MoreFilters(session, this))
{
    auto* content = new QWidget(this);
    QVBoxLayout* sections = columnOf(content, 12);
    for (QWidget* section : {comparison(), similarity(), settings(), ages(),
                             static_cast<QWidget*>(m_more), costs(), reliability(), overlayBoxes()})
        sections->addWidget(section);
    sections->addStretch(1);
    sections->setContentsMargins(0, 0, 6, 0);

    column()->setContentsMargins(14, 12, 4, 10);
    column()->addWidget(scrolling(content, this), 1);
    column()->addWidget(notShown());

    connect(&m_session, &Session::opened, this, [this] {
        m_notComparedBefore.reset();
        readSession();
    });
    connect(&m_session, &Session::cohortChanged, this, &FilterPanel::readSession);
    connect(&m_session, &Session::findingsChanged, this, &FilterPanel::sayNotShown);
    connect(&m_session, &Session::closed, this, &FilterPanel::sayNotShown);
    readSession();
}

QWidget* FilterPanel::comparison()
{
    auto* section = new QWidget(this);
    QVBoxLayout* column = columnOf(section, 6);
    column->addWidget(sectionTitle(tr("Compare"), section));
    m_compare = new SegmentedControl({tr("All settings"), tr("Same setting")}, section);
    m_compare->setAccessibleName(tr("Compare children in"));
    column->addWidget(m_compare, 0, Qt::AlignLeft);
    connect(m_compare, &SegmentedControl::chosen, this, [this](int choice) {
        changeOptions([&](analysis::Options& options) { options.withinSetting = choice == 1; });
    });
    m_comparable = new ElidedCheckBox(tr("Only what is comparable"), section);
    column->addWidget(m_comparable);
    m_notCompared = smallLabel({}, section);
    column->addWidget(m_notCompared);
    connect(m_comparable, &QCheckBox::clicked, this, [this](bool on) {
        m_notComparedBefore.reset();
        m_session.setFilter(workbench::comparing(m_session.filter(), on));
    });
    return section;
}

QWidget* FilterPanel::similarity()
{
    auto* section = new QWidget(this);
    QVBoxLayout* column = columnOf(section, 6);
    column->addWidget(sectionTitle(tr("Similar means within"), section));
    m_toleranceWords = new QLabel(section);
    m_toleranceWords->setTextFormat(Qt::RichText);
    m_toleranceWords->setFont(Appearance::body());
    m_toleranceWords->setWordWrap(true);
    column->addWidget(m_toleranceWords);
    m_tolerance = new NumberSlider(0, kWidestTolerance, 1, section);
    m_tolerance->setAccessibleName(tr("Similar means within this many levels"));
    column->addWidget(m_tolerance);
    auto* ends = new QHBoxLayout;
    ends->addWidget(smallLabel(tr("identical"), section));
    ends->addStretch(1);
    ends->addWidget(smallLabel(wording::levels(kWidestTolerance), section));
    column->addLayout(ends);
    m_raters = smallLabel(QString(), section);
    m_raters->hide(); // until it is known how far two raters are apart
    column->addWidget(m_raters);
    m_metric = new ElidedComboBox(section);
    for (const statistics::MetricEntry& entry : statistics::metricEntries())
        m_metric->addItem(wording::text(entry.name));
    nameChoice(m_metric, tr("How the difference of two profiles is measured"));
    column->addWidget(m_metric);
    connect(m_tolerance, &NumberSlider::numberChanged, this, [this](double levels) {
        changeOptions([&](analysis::Options& options) { options.tolerance = levels; });
        sayTolerance();
    });
    connect(m_metric, &QComboBox::activated, this, [this](int index) {
        changeOptions([&](analysis::Options& options) {
            options.metric = static_cast<statistics::Metric>(index);
        });
        sayTolerance();
    });
    return section;
}

QWidget* FilterPanel::settings()
{
    auto* section = new QWidget(this);
    QVBoxLayout* column = columnOf(section, 6);
    column->addWidget(sectionTitle(tr("Setting"), section));
    m_settingsBox = new QWidget(section);
    QVBoxLayout* rows = columnOf(m_settingsBox, 1);
    column->addWidget(m_settingsBox);
    for (const auto& named : domain::allOf<domain::Setting>()) {
        const QString name = wording::text(named.word);
        auto* row = new TickRow(name, name, new MarkLabel(named.value), m_settingsBox);
        rows->addWidget(row);
        m_settings.emplace(named.value, row);
        connect(row->box(), &QCheckBox::clicked, this,
                [this, setting = named.value](bool on) { changeSettings(setting, on); });
        connect(row, &TickRow::onlyWanted, this,
                [this, setting = named.value] { chooseOnly(setting); });
        connect(row, &TickRow::allWanted, this, &FilterPanel::chooseAll);
    }
    return section;
}

QWidget* FilterPanel::ages()
{
    auto* section = new QWidget(this);
    QVBoxLayout* column = columnOf(section, 6);
    column->addWidget(sectionTitle(tr("Age"), section));
    m_ageWords = quietLabel({}, section);
    column->addWidget(m_ageWords);
    m_ages = new RangeSlider(kYoungest, kOldest, section);
    m_ages->setAccessibleName(tr("Ages included, in years"));
    column->addWidget(m_ages);
    connect(m_ages, &RangeSlider::rangeChanged, this, [this](int lower, int upper) {
        domain::CohortFilter filter = m_session.filter();
        filter.ask("age", {{},
                           lower > kYoungest ? std::optional(lower) : std::nullopt,
                           upper < kOldest ? std::optional(upper) : std::nullopt});
        m_session.setFilter(filter);
    });
    return section;
}

QWidget* FilterPanel::costs()
{
    auto* section = new QWidget(this);
    QVBoxLayout* column = columnOf(section, 6);
    column->addWidget(sectionTitle(tr("Cost counted"), section));
    m_costWords = quietLabel({}, section);
    column->addWidget(m_costWords);
    QPushButton* change = m_costChange = linkButton(tr("Change…"), section);
    change->setAccessibleName(tr("Change which costs are counted"));
    auto* menu = new CostScopeMenu(change);
    change->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this,
            [this, menu] { menu->read(m_session.filter().costs); });
    connect(menu, &CostScopeMenu::chosen, this, [this](const domain::CostScope& scope) {
        domain::CohortFilter filter = m_session.filter();
        filter.costs = scope;
        m_session.setFilter(filter);
    });
    column->addWidget(change);
    return section;
}

// How reliably need is scored: what is more than its noise, and what need would explain without it.
QWidget* FilterPanel::reliability()
{
    auto* section = new QWidget(this);
    QVBoxLayout* column = columnOf(section, 6);
    column->addWidget(sectionTitle(tr("Reliability of scoring"), section));
    m_reliability = new QDoubleSpinBox(section);
    m_reliability->setRange(0, 1);
    m_reliability->setSingleStep(0.05);
    m_reliability->setDecimals(2);
    m_reliability->setSpecialValueText(tr("not known")); // at 0
    m_reliability->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_reliability->setKeyboardTracking(false);
    m_reliability->setAccessibleName(tr("Reliability of total need, 0 to 1"));
    column->addWidget(m_reliability);
    m_reliabilityChildren = new QSpinBox(section);
    m_reliabilityChildren->setRange(0, 100000);
    m_reliabilityChildren->setPrefix(tr("on "));
    m_reliabilityChildren->setSuffix(tr(" children"));
    m_reliabilityChildren->setSpecialValueText(tr("taken as exact"));
    m_reliabilityChildren->setKeyboardTracking(false);
    // As wide as the panel, not as its largest number in words.
    m_reliabilityChildren->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_reliabilityChildren->setAccessibleName(tr("On how many children it was measured"));
    column->addWidget(m_reliabilityChildren);
    connect(m_reliability, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        m_reliabilityChildren->setEnabled(value > 0);
        changeOptions([&](analysis::Options& options) {
            options.reliability = value > 0 ? std::optional(value) : std::nullopt;
        });
    });
    connect(m_reliabilityChildren, &QSpinBox::valueChanged, this, [this](int children) {
        changeOptions([&](analysis::Options& options) {
            options.reliabilityChildren = static_cast<std::size_t>(children);
        });
    });
    return section;
}

QWidget* FilterPanel::overlayBoxes()
{
    auto* section = m_overlayBoxes = new QWidget(this);
    QVBoxLayout* column = columnOf(section, 4);
    column->addWidget(sectionTitle(tr("Overlays"), section));
    using Overlays = charts::NeedCostOptions;
    const std::pair<QString, bool Overlays::*> boxes[] = {
        {tr("Expected cost, 90 % band"), &Overlays::expectedBand},
        {tr("Widest pairs"), &Overlays::widestPairs},
        {tr("Same-need medians"), &Overlays::sameNeedMedians},
        {tr("Median and 10–90 % lines"), &Overlays::quantileLines},
        {tr("Density"), &Overlays::density},
        {tr("Logarithmic cost axis"), &Overlays::logarithmic}};
    for (const auto& [title, overlay] : boxes) {
        auto* box = new ElidedCheckBox(title, section);
        box->setChecked(m_overlays.*overlay);
        column->addWidget(box);
        connect(box, &QCheckBox::toggled, this, [this, overlay = overlay](bool on) {
            m_overlays.*overlay = on;
            emit overlaysChanged(m_overlays);
        });
    }
    return section;
}

QWidget* FilterPanel::notShown()
{
    m_notShown = new QWidget(this);
    QVBoxLayout* column = columnOf(m_notShown, 0);
    column->setContentsMargins(0, 0, 10, 0); // what scrolls above has its bar there
    m_notShownWords = new ElidedLabel({}, m_notShown);
    setRole(m_notShownWords, "quiet");
    column->addWidget(m_notShownWords);
    QPushButton* show = linkButton(tr("Show them"), m_notShown);
    show->setAccessibleName(tr("List the children who are not shown"));
    column->addWidget(show);
    connect(show, &QPushButton::clicked, this, &FilterPanel::leftOutWanted);
    return m_notShown;
}

// Where the panel is low, the filters need the room more than the reasons.
void FilterPanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    constexpr int filters = 440;
    const int left = height() - filters;
    m_notShownWords->setMostLines(std::max(2, left / m_notShownWords->fontMetrics().lineSpacing()));
}

void FilterPanel::offerOverlays(bool offered)
{
    m_overlayBoxes->setVisible(offered);
}

void FilterPanel::focusTolerance()
{
    m_tolerance->setFocus(Qt::ShortcutFocusReason);
}

void FilterPanel::showMoreFilters()
{
    m_more->unfoldByKeyboard();
}

void FilterPanel::focusCosts()
{
    m_costChange->setFocus(Qt::ShortcutFocusReason);
}

void FilterPanel::toggleComparable()
{
    m_comparable->click();
}

void FilterPanel::readSession()
{
    const analysis::Options& options = m_session.options();
    const domain::CohortFilter& filter = m_session.filter();
    m_compare->setCurrent(options.withinSetting ? 1 : 0);
    const QSignalBlocker quiet(m_tolerance);
    m_tolerance->setNumber(options.tolerance);
    m_metric->setCurrentIndex(static_cast<int>(options.metric));
    const QSignalBlocker quietToo(m_reliability), quietAsWell(m_reliabilityChildren);
    m_reliability->setValue(options.reliability.value_or(0));
    m_reliabilityChildren->setValue(static_cast<int>(options.reliabilityChildren));
    m_reliabilityChildren->setEnabled(options.reliability.has_value());
    const domain::Wanted& ages = filter.of("age");
    m_ages->setRange(static_cast<int>(ages.least.value_or(kYoungest)),
                     static_cast<int>(ages.most.value_or(kOldest)));
    m_ageWords->setText(tr("%1 to %2 years").arg(m_ages->lower()).arg(m_ages->upper()));
    readSettings();
    sayComparable();
    sayTolerance();
    sayCosts();
    sayNotShown();
    sayRaters();
}

// Each setting's count is of the children whom the other filters let through.
void FilterPanel::readSettings()
{
    std::map<domain::Setting, std::size_t> counts;
    const auto whole = m_session.wholeCohort();
    domain::CohortFilter others = m_session.filter();
    others.ask("setting", {});
    others.notCompared.clear();
    for (std::size_t row = 0; whole && row < whole->size(); ++row) {
        if (whole->setting[row])
            counts[*whole->setting[row]] += whole->passes(row, others);
    }
    const auto& chosen = m_session.filter().of("setting").choices;
    const auto& notCompared = m_session.filter().notCompared;
    for (auto& [setting, row] : m_settings) {
        const std::size_t count = counts.contains(setting) ? counts[setting] : 0;
        row->setVisible(counts.contains(setting));
        const bool named = chosen.contains(domain::token(setting));
        row->box()->setChecked((chosen.empty() || named) && !notCompared.contains(setting));
        row->setAlone(chosen.size() == 1 && named);
        row->setCount(count,
                      count == 1 ? tr("1 child") : tr("%1 children").arg(wording::count(count)));
    }
}

// Who is left out as not comparable, or that they are counted and compared with nobody.
void FilterPanel::sayComparable()
{
    const auto& filter = m_session.filter();
    const auto cohort = m_session.cohort();
    const QString without =
        wording::withoutNotCompared(filter, cohort ? cohort->notCompared : domain::NotCompared());
    m_comparable->setChecked(workbench::comparesOnlyComparable(filter));
    m_notCompared->setText(!without.isEmpty()
                               ? without.left(1).toUpper() + without.mid(1)
                               : tr("Children with parents or placed for adoption are "
                                    "counted, and compared with nobody."));
    m_comparable->setAccessibleDescription(m_notCompared->text());
}

void FilterPanel::sayTolerance()
{
    const analysis::Options& options = m_session.options();
    const auto cohort = m_session.wholeCohort();
    const auto domains = cohort && cohort->framework ? cohort->framework->domainCount() : 12;
    const QString levels = QStringLiteral("<b>%1</b>").arg(wording::levels(options.tolerance));
    m_toleranceWords->setText(
        wording::text({statistics::entryOf(options.metric).across,
                       {levels.toStdString(), static_cast<std::int64_t>(domains)}}));
    m_tolerance->setAccessibleDescription(wording::levels(options.tolerance));
}

// Of similar needs the tolerance says how similar; two raters of one child say how similar the same
// needs are.
void FilterPanel::sayRaters()
{
    const auto findings = m_session.findings();
    const auto mark = findings ? findings->noise.toleranceMark : std::nullopt;
    m_tolerance->setMark(mark);
    m_raters->setVisible(mark.has_value());
    if (mark)
        m_raters->setText(tr("The tick: two raters of one child are within %1 of each other at "
                             "least half the time.")
                              .arg(wording::levels(*mark)));
}

void FilterPanel::sayCosts()
{
    m_costWords->setText(costScopeInWords(m_session.filter().costs));
}

void FilterPanel::sayNotShown()
{
    const auto findings = m_session.findings();
    std::size_t n = 0;
    QStringList reasons;
    if (findings) {
        for (const auto& [reason, count] : findings->cohort.excluded) {
            n += count;
            reasons << tr("%1 (%2)").arg(wording::text(reason), wording::count(count));
        }
    }
    m_notShown->setVisible(n > 0);
    m_notShownWords->setText(
        n == 1 ? tr("1 child is not shown: %1.").arg(reasons.join(QStringLiteral(", ")))
               : tr("%1 children are not shown: %2.")
                     .arg(wording::count(n), reasons.join(QStringLiteral(", "))));
}

void FilterPanel::changeOptions(const std::function<void(analysis::Options&)>& change)
{
    analysis::Options options = m_session.options();
    change(options);
    m_session.setOptions(options);
}

// Without any setting there would be nobody to compare: the last one stays ticked. To tick one that
// is not compared is to compare it.
void FilterPanel::changeSettings(domain::Setting toggled, bool on)
{
    domain::CohortFilter filter = m_session.filter();
    m_notComparedBefore.reset();
    if (on)
        filter.notCompared.erase(toggled);
    std::set<domain::Setting> chosen;
    bool all = true;
    for (const auto& [setting, row] : m_settings) {
        if (row->isHidden() || filter.notCompared.contains(setting))
            continue;
        if (row->box()->isChecked())
            chosen.insert(setting);
        else
            all = false;
    }
    if (chosen.empty() && !on) {
        m_settings.at(toggled)->box()->setChecked(true);
        m_session.say(tr("At least one setting is compared."));
        return;
    }
    filter.ask("setting", all ? domain::Wanted() : domain::anyOf(chosen));
    m_session.setFilter(filter);
}

// To ask for a setting by name is to compare it.
void FilterPanel::chooseOnly(domain::Setting setting)
{
    domain::CohortFilter filter = m_session.filter();
    if (!m_notComparedBefore)
        m_notComparedBefore = filter.notCompared;
    filter.ask("setting", domain::anyOf({setting}));
    filter.notCompared.erase(setting);
    m_session.setFilter(filter);
}

// What one setting alone was asked for in place of comes back: what is comparable too.
void FilterPanel::chooseAll()
{
    domain::CohortFilter filter = m_session.filter();
    filter.ask("setting", {});
    if (const auto before = std::exchange(m_notComparedBefore, std::nullopt))
        filter.notCompared = *before;
    m_session.setFilter(filter);
}

} // namespace twelvefold::ui
