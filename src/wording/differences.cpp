// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/costs_known.h"
#include "wording/phrase.h"

#include <cmath>

namespace twelvefold::wording {
namespace {

using domain::Cohort;

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
    void words(const std::optional<Enum>& a, const std::optional<Enum>& b, const char* onlyFirst,
               const char* onlySecond)
    {
        if (a == b)
            return;
        if (a && b)
            add(said(TWELVEFOLD_TEXT("Wording", "%1, not %2"),
                     {text(domain::word(*a)), lowered(text(domain::word(*b)))}));
        else if (a)
            add(said(onlyFirst, {text(domain::word(*a))}));
        else
            add(said(onlySecond, {lowered(text(domain::word(*b)))}));
    }

    void setting()
    {
        words(m_cohort.setting[m_a], m_cohort.setting[m_b],
              TWELVEFOLD_TEXT("Wording", "%1; the other has no placement"),
              TWELVEFOLD_TEXT("Wording", "No placement; the other: %1"));
        words(m_cohort.sector[m_a], m_cohort.sector[m_b],
              TWELVEFOLD_TEXT("Wording", "%1 provider; the other's sector is not recorded"),
              TWELVEFOLD_TEXT("Wording", "Sector not recorded; the other's: %1"));
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
            add(said(TWELVEFOLD_TEXT("Wording", "With %1, not %2"), {a, b}));
        else if (!a.isEmpty())
            add(said(TWELVEFOLD_TEXT("Wording", "With %1; the other's provider is not recorded"),
                     {a}));
        else
            add(said(TWELVEFOLD_TEXT("Wording", "Provider not recorded; the other is with %1"),
                     {b}));
    }

    void emergency()
    {
        const auto a = m_cohort.emergency[m_a];
        const auto b = m_cohort.emergency[m_b];
        if (a == b)
            return;
        if (a.value_or(false))
            add(said(TWELVEFOLD_TEXT("Wording", "Placed in an emergency")));
        else if (b.value_or(false))
            add(said(TWELVEFOLD_TEXT("Wording", "Not placed in an emergency; the other was")));
    }

    void distance()
    {
        const auto a = m_cohort.distanceMiles.at(m_a);
        const auto b = m_cohort.distanceMiles.at(m_b);
        if (!a || !b || std::round(*a) == std::round(*b))
            return;
        add(said(TWELVEFOLD_TEXT("Wording", "%1 miles from home, not %2"),
                 {number(*a, 0), number(*b, 0)}));
    }

    void age()
    {
        const auto a = m_cohort.age.at(m_a);
        const auto b = m_cohort.age.at(m_b);
        if (a && b && *a != *b)
            add(said(TWELVEFOLD_TEXT("Wording", "%1 years old, not %2"),
                     {number(*a, 0), number(*b, 0)}));
    }

    void placed()
    {
        const auto& a = m_cohort.placedOn[m_a];
        const auto& b = m_cohort.placedOn[m_b];
        if (a && b && *a != *b)
            add(said(TWELVEFOLD_TEXT("Wording", "Since %1, not %2"), {date(*a), date(*b)}));
    }

    void need()
    {
        const auto a = m_cohort.needTotal.at(m_a);
        const auto b = m_cohort.needTotal.at(m_b);
        if (a && b && *a != *b)
            add(said(TWELVEFOLD_TEXT("Wording", "Total need %1, not %2"),
                     {number(*a, 0), number(*b, 0)}));
    }

    void costs()
    {
        for (const auto& named : domain::allOf<domain::CostComponent>()) {
            const auto a = analysis::countedCost(m_cohort, m_a, named.value, m_counted);
            const auto b = analysis::countedCost(m_cohort, m_b, named.value, m_counted);
            const double gap = a.value_or(0) - b.value_or(0);
            if (std::abs(gap) < 0.005)
                continue;
            const QString component = text(named.word);
            const QString words =
                !b   ? said(TWELVEFOLD_TEXT("Wording", "%1, only for the dearer"), {component})
                : !a ? said(TWELVEFOLD_TEXT("Wording", "%1, only for the other"), {component})
                     : component;
            add(words, gap > 0 ? said(TWELVEFOLD_TEXT("Wording", "%1 more"), {pounds(gap)})
                               : said(TWELVEFOLD_TEXT("Wording", "%1 less"), {pounds(-gap)}));
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

} // namespace twelvefold::wording
