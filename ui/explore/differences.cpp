// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/differences.h"

#include "wording/wording.h"

#include <QCoreApplication>

#include <cmath>

namespace twelvefold::ui {
namespace {

using domain::Cohort;

class Differences
{
    Q_DECLARE_TR_FUNCTIONS(Differences)
};

// "Looked after" inside a sentence.
QString within(QString words)
{
    if (words.size() > 1 && !words[1].isUpper())
        words[0] = words[0].toLower();
    return words;
}

class Comparison
{
public:
    Comparison(const Cohort& cohort, std::size_t dearer, std::size_t cheaper,
               const domain::CostScope& counted)
        : m_cohort(cohort), m_a(dearer), m_b(cheaper), m_counted(counted)
    {
    }

    std::vector<Difference> all()
    {
        setting();
        provider();
        emergency();
        distance();
        age();
        placed();
        need();
        costs();
        return std::move(m_found);
    }

private:
    void add(const QString& words, const QString& figure = {})
    {
        m_found.push_back({words, figure});
    }

    template<class Enum>
    void words(const std::optional<Enum>& a, const std::optional<Enum>& b, const QString& onlyFirst,
               const QString& onlySecond)
    {
        if (a == b)
            return;
        if (a && b)
            add(Differences::tr("%1, not %2")
                    .arg(wording::text(domain::word(*a)), within(wording::text(domain::word(*b)))));
        else if (a)
            add(onlyFirst.arg(wording::text(domain::word(*a))));
        else
            add(onlySecond.arg(within(wording::text(domain::word(*b)))));
    }

    void setting()
    {
        words(m_cohort.setting[m_a], m_cohort.setting[m_b],
              Differences::tr("%1; the other has no placement"),
              Differences::tr("No placement; the other: %1"));
        words(m_cohort.sector[m_a], m_cohort.sector[m_b],
              Differences::tr("%1 provider; the other's sector is not recorded"),
              Differences::tr("Sector not recorded; the other's: %1"));
    }

    QString providerName(std::size_t row) const
    {
        const auto index = m_cohort.provider[row];
        return index < 0 ? QString()
                         : QString::fromStdString(
                               m_cohort.providerNames[static_cast<std::size_t>(index)]);
    }

    void provider()
    {
        const QString a = providerName(m_a);
        const QString b = providerName(m_b);
        if (a == b)
            return;
        if (!a.isEmpty() && !b.isEmpty())
            add(Differences::tr("With %1, not %2").arg(a, b));
        else if (!a.isEmpty())
            add(Differences::tr("With %1; the other's provider is not recorded").arg(a));
        else
            add(Differences::tr("Provider not recorded; the other is with %1").arg(b));
    }

    void emergency()
    {
        const auto a = m_cohort.emergency[m_a];
        const auto b = m_cohort.emergency[m_b];
        if (a == b)
            return;
        if (a.value_or(false))
            add(Differences::tr("Placed in an emergency"));
        else if (b.value_or(false))
            add(Differences::tr("Not placed in an emergency; the other was"));
    }

    void distance()
    {
        const auto a = m_cohort.distanceMiles.at(m_a);
        const auto b = m_cohort.distanceMiles.at(m_b);
        if (!a || !b || std::round(*a) == std::round(*b))
            return;
        add(Differences::tr("%1 miles from home, not %2")
                .arg(wording::number(*a, 0), wording::number(*b, 0)));
    }

    void age()
    {
        const auto a = m_cohort.age.at(m_a);
        const auto b = m_cohort.age.at(m_b);
        if (a && b && *a != *b)
            add(Differences::tr("%1 years old, not %2")
                    .arg(wording::number(*a, 0), wording::number(*b, 0)));
    }

    void placed()
    {
        const auto& a = m_cohort.placedOn[m_a];
        const auto& b = m_cohort.placedOn[m_b];
        if (a && b && *a != *b)
            add(Differences::tr("Since %1, not %2").arg(wording::date(*a), wording::date(*b)));
    }

    void need()
    {
        const auto a = m_cohort.needTotal.at(m_a);
        const auto b = m_cohort.needTotal.at(m_b);
        if (a && b && *a != *b)
            add(Differences::tr("Total need %1, not %2")
                    .arg(wording::number(*a, 0), wording::number(*b, 0)));
    }

    // What counts of a component, whoever pays; nothing when no part of it is recorded.
    std::optional<double> cost(std::size_t row, domain::CostComponent component) const
    {
        std::optional<double> sum;
        for (const auto& funder : domain::allOf<domain::Funder>()) {
            const auto& column = m_cohort.costs[static_cast<std::size_t>(component)]
                                               [static_cast<std::size_t>(funder.value)];
            if (column.size() == 0 || !m_counted.includes(component, funder.value))
                continue;
            if (const auto part = column.at(row))
                sum = sum.value_or(0) + *part;
        }
        return sum;
    }

    void costs()
    {
        for (const auto& named : domain::allOf<domain::CostComponent>()) {
            const auto a = cost(m_a, named.value);
            const auto b = cost(m_b, named.value);
            const double gap = a.value_or(0) - b.value_or(0);
            if (std::abs(gap) < 0.005)
                continue;
            const QString component = wording::text(named.word);
            const QString words = !b   ? Differences::tr("%1, only for the dearer").arg(component)
                                  : !a ? Differences::tr("%1, only for the other").arg(component)
                                       : component;
            add(words, gap > 0 ? Differences::tr("%1 more").arg(wording::pounds(gap))
                               : Differences::tr("%1 less").arg(wording::pounds(-gap)));
        }
    }

    const Cohort& m_cohort;
    std::size_t m_a, m_b;
    const domain::CostScope& m_counted;
    std::vector<Difference> m_found;
};

} // namespace

std::vector<Difference> differences(const Cohort& cohort, std::size_t dearer, std::size_t cheaper,
                                    const domain::CostScope& counted)
{
    return Comparison(cohort, dearer, cheaper, counted).all();
}

} // namespace twelvefold::ui
