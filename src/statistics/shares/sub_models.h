// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/description/bootstrap.h"
#include "statistics/regression/echelon.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace twelvefold::statistics {

// Which of so many levels each case has, from 0: stands for one column of 0 and 1 a level, less
// the commonest, which the others are held against.
struct Factor
{
    std::span<const int> codes;
    std::size_t levels = 0;
};

// What goes into a model, or stays out, together.
struct ModelGroup
{
    std::string name;
    std::vector<std::span<const double>> columns;
    std::vector<Factor> factors;
};

// The least-squares models of a response on every choice of some groups of columns, each with an
// intercept. All of them follow from one triangle as wide as the columns are many; the cases are
// passed over once. The triangle comes from sums of products where those keep ten digits of every
// R², else from Householder rotations of the columns themselves.
//
// Spans are read at construction and by resampling: what they view must outlive this.
class SubModels
{
public:
    SubModels(std::span<const double> response, std::span<const ModelGroup> groups);

    std::size_t cases() const { return m_cases; }
    std::size_t groups() const { return m_widths.size(); }
    const std::string& name(std::size_t group) const { return m_names[group]; }
    bool constantResponse() const { return m_constantResponse; }
    // How many columns a group has, and how many of all add something to the others.
    std::size_t columnsOf(std::size_t group) const { return m_widths[group]; }
    std::size_t rank() const { return m_whole.rows(); }

    // Of every choice of groups, as a bit set: R², and the columns that add something.
    struct Choices
    {
        std::vector<double> rSquared;
        std::vector<std::uint32_t> rank;
    };
    Choices everyChoice() const; // at most 20 groups
    // R² and rank gained as the groups come in, in this order; one a group, by group.
    void gains(std::span<const std::size_t> order, std::span<double> rSquared,
               std::span<double> rank) const;

    // By how much other groups blur what some groups' columns explain: the generalised variance
    // inflation factor (Fox & Monette 1992) to the power of one over their columns; for a single
    // column the usual one. Nothing where the others determine part of them.
    std::optional<double> inflation(std::span<const std::size_t> own,
                                    std::span<const std::size_t> others) const;

    // Sums over cases from which the model of any weighting of them follows.
    using Sums = std::vector<double>;

private:
    friend class Resampling;

    struct Column
    {
        std::size_t factor = kNumber; // or a factor's level
        std::size_t index = 0;        // of the number, or the level
    };
    static constexpr std::size_t kNumber = static_cast<std::size_t>(-1);
    struct Coded
    {
        std::vector<std::uint32_t> codes;
        std::size_t levels = 0;
        std::size_t sums = 0; // where in Sums its levels begin
    };

    void addFactor(const Factor& factor);
    void findSums();
    const double* numbersOf(std::size_t row) const { return m_numbers.data() + row * m_width; }
    void addCase(std::size_t row, double weight, Sums& sums) const;
    Sums noSums() const { return Sums(m_sumsSize, 0.0); }
    double factorise(const Sums& sums, double least, Echelon& echelon) const;
    bool keepsItsDigits(double smallest) const;
    void rotate();
    void everyChoice(const Echelon& whole, std::vector<Echelon>& scratch, Choices& choices) const;
    void choose(const Echelon& at, std::size_t column, std::size_t row, std::size_t depth,
                std::uint32_t chosen, double explained, std::uint32_t rank,
                std::vector<Echelon>& scratch, Choices& choices) const;
    std::vector<std::size_t> columnsOf(std::span<const std::size_t> groups) const;

    std::size_t m_cases = 0;
    std::vector<std::string> m_names;
    std::vector<std::size_t> m_widths; // columns of each group
    std::vector<std::size_t> m_order;  // groups in the order their columns stand, widest first
    std::vector<std::size_t> m_starts; // where each group's columns begin
    std::vector<Column> m_columns;
    std::vector<std::size_t> m_indices; // 0, 1, 2, … as many as there are columns

    std::size_t m_width = 0;       // numbers a case, the response last
    std::vector<double> m_numbers; // case after case, centred
    std::vector<Coded> m_factors;
    std::size_t m_sumsSize = 0;
    std::vector<std::size_t> m_tables; // where in Sums each pair of factors is counted
    Sums m_sums;                       // over all cases
    Echelon m_whole;
    bool m_constantResponse = false;
};

struct Resamples
{
    int replicates = 1999;
    std::uint64_t seed = 0;
    double coverage = 0.95;
    // Which cluster each case belongs to, from 0: they are drawn whole. Empty: cases are drawn.
    std::span<const std::uint32_t> clusters = {};
};

// Statistics of the R² of every choice of groups, which is indexed as SubModels::Choices is.
using ChoiceStatistics =
    std::function<void(std::span<const double> rSquared, std::span<double> statistics)>;

// A BCa interval for each of so many statistics, drawing cases (or clusters) with replacement. A
// refit needs the sums of the cases drawn alone. Replicate k draws from stream k of the seed. Of
// more than 5,000 cases, 1,000 random batches are drawn instead, which serves as well for figures
// as smooth as these. Empty when a stop was asked for.
std::vector<BcaInterval> bcaOfChoices(const SubModels& models, std::size_t count,
                                      const ChoiceStatistics& statistics,
                                      const Resamples& resamples, std::stop_token stop = {});

} // namespace twelvefold::statistics
