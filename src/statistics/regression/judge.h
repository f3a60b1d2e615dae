// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/numbers/distributions.h"
#include "statistics/regression/qr.h"

namespace twelvefold::statistics {

// What follows from standard errors on so many degrees of freedom.
class Judge
{
public:
    explicit Judge(double df) : m_df(df), m_point(tQuantile(0.975, df)) {}

    Inference operator()(double estimate, double standardError) const
    {
        Inference inference;
        inference.standardError = standardError;
        inference.lower = estimate - m_point * standardError;
        inference.upper = estimate + m_point * standardError;
        if (standardError > 0.0) {
            inference.t = estimate / standardError;
            inference.p = tTwoSided(*inference.t, m_df);
        }
        return inference;
    }

private:
    double m_df;
    double m_point;
};

// Of every column of the design: the estimates are those of the kept ones, in order.
template<class Estimates>
std::vector<Coefficient> coefficientsOf(const Design& design, const QrFit& qr,
                                        const Estimates& estimates)
{
    std::vector<Coefficient> coefficients;
    for (std::size_t column = 0; column < design.columns(); ++column)
        coefficients.push_back({design.name(column), 0.0, true, {}, {}});
    for (std::size_t i = 0; i < qr.kept.size(); ++i) {
        coefficients[qr.kept[i]].aliased = false;
        coefficients[qr.kept[i]].estimate = estimates(static_cast<Index>(i));
    }
    return coefficients;
}

} // namespace twelvefold::statistics
