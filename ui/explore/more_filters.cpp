// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/more_filters.h"

#include "common/controls.h"
#include "common/elided_combo_box.h"
#include "explore/tick_group.h"
#include "wording/wording.h"

#include <QComboBox>
#include <QVBoxLayout>

#include <algorithm>

namespace twelvefold::ui {
namespace {

QVBoxLayout* columnIn(QWidget* widget, int spacing)
{
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    return column;
}

bool ofKindsInForce(const domain::Cohort& cohort, std::size_t row,
                    const domain::CohortFilter& filter)
{
    return filter.kinds.empty() || filter.kinds.contains(cohort.kind[row]);
}

// How many filters of this section restrict otherwise than at the start.
int inForce(const domain::CohortFilter& filter)
{
    return (filter.kinds != domain::CohortFilter().kinds) + !filter.bands.empty() +
           !filter.sectors.empty() + filter.emergency.has_value() + !filter.providers.empty();
}

// One thing that children can be counted by.
struct Countable
{
    std::size_t key;
    QString words;
};

template<class Enum>
std::vector<Countable> countables()
{
    std::vector<Countable> all;
    for (const auto& named : domain::allOf<Enum>())
        all.push_back({static_cast<std::size_t>(named.value), wording::text(named.word)});
    return all;
}

// Rows for what any child has, and for what is asked for though no child has it: it has to be
// possible to take that back. keyOf says a child's key, if it has one; counts, whether the child
// is counted.
template<class Enum, class KeyOf, class Counts>
std::vector<TickGroup::Row> rowsOf(const std::vector<Countable>& all, const domain::Cohort* cohort,
                                   const std::set<Enum>& chosen, KeyOf keyOf, Counts counts)
{
    std::vector<TickGroup::Row> rows;
    for (const Countable& one : all) {
        bool shown = !chosen.empty() && chosen.contains(static_cast<Enum>(one.key));
        std::size_t count = 0;
        for (std::size_t row = 0; cohort && row < cohort->size(); ++row) {
            if (keyOf(row) != std::optional(static_cast<Enum>(one.key)))
                continue;
            shown = true;
            count += counts(row);
        }
        const bool ticked = chosen.empty() || chosen.contains(static_cast<Enum>(one.key));
        if (cohort && shown)
            rows.push_back({one.key, one.words, count, ticked});
    }
    return rows;
}

template<class Enum>
std::set<Enum> wanted(const std::set<std::size_t>& keys, bool all)
{
    std::set<Enum> result;
    for (const std::size_t key : keys)
        result.insert(static_cast<Enum>(key));
    return all ? std::set<Enum>() : result; // all is no restriction
}

} // namespace

MoreFilters::MoreFilters(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_more(linkButton({}, this)), m_body(body()),
      m_clear(linkButton(tr("Clear filters"), this))
{
    QVBoxLayout* column = columnIn(this, 6);
    column->addWidget(m_more);
    column->addWidget(m_body);
    column->addWidget(m_clear);
    m_clear->setToolTip(tr(
        "Back to all children looked after whose settings are compared, of any age, with all costs "
        "counted"));
    connect(m_more, &QPushButton::clicked, this, [this] { unfold(m_body->isHidden()); });
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_more->setFocus(); // this link goes away
        change([](domain::CohortFilter& filter) { filter = workbench::comparableFilter(); });
    });
    connect(&m_session, &Session::opened, this, &MoreFilters::read);
    connect(&m_session, &Session::cohortChanged, this, &MoreFilters::read);
    connect(&m_session, &Session::closed, this, &MoreFilters::read);
    m_body->hide();
    read();
}

QWidget* MoreFilters::body()
{
    auto* body = new QWidget(this);
    QVBoxLayout* column = columnIn(body, 12);
    m_kinds = new TickGroup(tr("Kind"), body);
    m_bands = new TickGroup(tr("Band of need"), body);
    m_sectors = new TickGroup(tr("Sector"), body);
    for (QWidget* part : {static_cast<QWidget*>(m_kinds), static_cast<QWidget*>(m_bands),
                          static_cast<QWidget*>(m_sectors), emergencies(), providers()})
        column->addWidget(part);

    connect(m_kinds, &TickGroup::chosen, this, [this](const auto& keys, bool all) {
        change([&](domain::CohortFilter& filter) {
            const auto kinds = wanted<domain::CohortKind>(keys, false);
            const bool asAtStart = kinds == domain::CohortFilter().kinds;
            filter.kinds = all && !asAtStart ? std::set<domain::CohortKind>() : kinds;
        });
    });
    connect(m_bands, &TickGroup::chosen, this, [this](const auto& keys, bool all) {
        change(
            [&](domain::CohortFilter& filter) { filter.bands = wanted<std::size_t>(keys, all); });
    });
    connect(m_sectors, &TickGroup::chosen, this, [this](const auto& keys, bool all) {
        change([&](domain::CohortFilter& filter) {
            filter.sectors = wanted<domain::Sector>(keys, all);
        });
    });
    connect(m_kinds, &TickGroup::lastRefused, this,
            [this] { m_session.say(tr("At least one kind is compared.")); });
    connect(m_bands, &TickGroup::lastRefused, this,
            [this] { m_session.say(tr("At least one band is compared.")); });
    connect(m_sectors, &TickGroup::lastRefused, this,
            [this] { m_session.say(tr("At least one sector is compared.")); });
    return body;
}

QWidget* MoreFilters::emergencies()
{
    auto* section = new QWidget(this);
    QVBoxLayout* column = columnIn(section, 6);
    column->addWidget(sectionTitle(tr("Placed in an emergency"), section));
    m_emergency = new SegmentedControl({tr("Any"), tr("Yes"), tr("No")}, section);
    m_emergency->setAccessibleName(tr("Placed in an emergency"));
    column->addWidget(m_emergency, 0, Qt::AlignLeft);
    connect(m_emergency, &SegmentedControl::chosen, this, [this](int choice) {
        change([&](domain::CohortFilter& filter) {
            filter.emergency = choice == 0 ? std::nullopt : std::optional(choice == 1);
        });
    });
    return section;
}

QWidget* MoreFilters::providers()
{
    auto* section = new QWidget(this);
    QVBoxLayout* column = columnIn(section, 6);
    column->addWidget(sectionTitle(tr("Provider"), section));
    m_provider = new ElidedComboBox(section);
    m_provider->setAccessibleName(tr("Provider"));
    column->addWidget(m_provider);
    connect(m_provider, &QComboBox::activated, this, [this](int index) {
        const QStringList names = m_provider->itemData(index).toStringList();
        change([&](domain::CohortFilter& filter) {
            filter.providers.clear();
            for (const QString& name : names)
                filter.providers.insert(name.toStdString());
        });
    });
    return section;
}

void MoreFilters::unfold(bool on)
{
    m_body->setVisible(on);
    read();
}

// Counting is for those who see it.
void MoreFilters::read()
{
    if (m_body->isHidden())
        return sayInForce();
    readKinds();
    readBands();
    readSectors();
    readProviders();
    // Boxes made later than the rest would come last.
    m_sectors->tabAfter(m_bands->tabAfter(m_kinds->tabAfter(m_more)));
    const auto& emergency = m_session.filter().emergency;
    m_emergency->setCurrent(!emergency ? 0 : *emergency ? 1 : 2);
    sayInForce();
}

void MoreFilters::readKinds()
{
    const auto whole = m_session.wholeCohort();
    m_kinds->setRows(rowsOf(
                         countables<domain::CohortKind>(), whole.get(), m_session.filter().kinds,
                         [&](std::size_t row) { return std::optional(whole->kind[row]); },
                         [](std::size_t) { return true; }),
                     tr("Children on the census date, whatever the other filters: %1"));
}

void MoreFilters::readBands()
{
    const auto whole = m_session.wholeCohort();
    std::vector<Countable> bands;
    if (whole && whole->framework) {
        for (const domain::Band& band : whole->framework->bands())
            bands.push_back({bands.size(), QString::fromStdString(band.title)});
    }
    m_bands->setRows(
        rowsOf(
            bands, whole.get(), m_session.filter().bands,
            [&](std::size_t row) {
                return whole->band[row] < 0
                           ? std::nullopt
                           : std::optional(static_cast<std::size_t>(whole->band[row]));
            },
            [&](std::size_t row) { return ofKindsInForce(*whole, row, m_session.filter()); }),
        tr("Children of the kinds in force, whatever the other filters: %1"));
}

void MoreFilters::readSectors()
{
    const auto whole = m_session.wholeCohort();
    m_sectors->setRows(
        rowsOf(
            countables<domain::Sector>(), whole.get(), m_session.filter().sectors,
            [&](std::size_t row) { return whole->sector[row]; },
            [&](std::size_t row) { return ofKindsInForce(*whole, row, m_session.filter()); }),
        tr("Children of the kinds in force, whatever the other filters: %1"));
}

// Those who have a child of the kinds in force, and whoever is asked for.
void MoreFilters::readProviders()
{
    const auto& chosen = m_session.filter().providers;
    std::set<std::string> named;
    if (chosen.size() == 1)
        named = chosen;
    const auto whole = m_session.wholeCohort();
    for (std::size_t row = 0; whole && row < whole->size(); ++row) {
        if (whole->provider[row] >= 0 && ofKindsInForce(*whole, row, m_session.filter()))
            named.insert(whole->providerNames[static_cast<std::size_t>(whole->provider[row])]);
    }
    QStringList names;
    for (const std::string& name : named)
        names << QString::fromStdString(name);
    std::ranges::sort(names, [](const QString& a, const QString& b) {
        return QString::localeAwareCompare(a, b) < 0;
    });

    m_provider->clear();
    m_provider->addItem(tr("All providers"), QStringList());
    QStringList several;
    if (chosen.size() > 1) {
        for (const std::string& name : chosen)
            several << QString::fromStdString(name);
        m_provider->addItem(tr("%1 providers").arg(wording::count(chosen.size())), several);
        m_provider->setCurrentIndex(1);
    }
    for (const QString& name : names) {
        m_provider->addItem(name, QStringList{name});
        m_provider->setItemData(m_provider->count() - 1, name, Qt::ToolTipRole);
        if (chosen.size() == 1 && name == QString::fromStdString(*chosen.begin()))
            m_provider->setCurrentIndex(m_provider->count() - 1);
    }
    m_provider->setToolTip(several.isEmpty() ? m_provider->currentText()
                                             : several.join(QStringLiteral(", ")));
}

void MoreFilters::sayInForce()
{
    const int n = m_session.isOpen() ? inForce(m_session.filter()) : 0;
    const QString title = n == 0 ? tr("More filters") : tr("More filters (%1)").arg(n);
    const bool folded = m_body->isHidden();
    m_more->setText(title + (folded ? QStringLiteral(" ▾") : QStringLiteral(" ▴")));
    m_more->setAccessibleName(title);
    m_more->setAccessibleDescription(folded ? tr("Folded") : tr("Unfolded"));
    m_clear->setVisible(m_session.isOpen() && m_session.filter() != workbench::comparableFilter());
}

void MoreFilters::change(const std::function<void(domain::CohortFilter&)>& change)
{
    domain::CohortFilter filter = m_session.filter();
    change(filter);
    m_session.setFilter(filter);
    sayInForce(); // the cohort of a large council follows later
}

} // namespace twelvefold::ui
