// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/regression/qr.h"

#include "statistics/numbers/sums.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace twelvefold::statistics {
namespace {

// A column this close to the span of those before it (as the sine of the angle) is one of their
// combinations, blurred by rounding. Filip's tenth power, which is a column of its own, is at
// 2e-9 where R gives up; exact combinations come out below 1e-15.
constexpr double kAliasedBelow = 1e-13;

Index rowsOf(const Design& design)
{
    return static_cast<Index>(design.rows());
}

// The exponents that bring each column's length to between a half and one.
std::vector<int> columnExponents(const Design& design, const std::vector<std::size_t>& columns)
{
    std::vector<int> exponents;
    for (std::size_t column : columns) {
        const auto values = design.column(column);
        const ConstVector vector(values.data(), rowsOf(design));
        int exponent = 0;
        std::frexp(vector.stableNorm(), &exponent);
        exponents.push_back(exponent);
    }
    return exponents;
}

std::vector<int> columnExponents(const CodedColumns& coded)
{
    std::vector<int> exponents(coded.columns());
    for (std::size_t j = 0; j < exponents.size(); ++j)
        std::frexp(std::sqrt(static_cast<double>(coded.products()[j * coded.columns() + j])),
                   &exponents[j]);
    return exponents;
}

// The kept columns of some rows, each times a power of two and the root of the row's weight.
class Rows
{
public:
    Rows(const Design& design, const std::vector<std::size_t>& columns,
         const std::vector<int>& exponents, std::span<const double> rootWeights)
        : m_design(design), m_columns(columns), m_rootWeights(rootWeights)
    {
        for (int exponent : exponents)
            m_factors.push_back(std::ldexp(1.0, -exponent));
    }

    Index columns() const { return static_cast<Index>(m_columns.size()); }
    double factor(Index column) const { return m_factors[static_cast<std::size_t>(column)]; }

    template<class Block>
    void fill(Block&& block, Index from, Index count) const
    {
        for (Index j = 0; j < columns(); ++j) {
            const auto values = m_design.column(m_columns[static_cast<std::size_t>(j)]);
            block.col(j) = factor(j) * ConstVector(values.data() + from, count);
        }
        if (!m_rootWeights.empty())
            block.leftCols(columns()).array().colwise() *=
                ConstVector(m_rootWeights.data() + from, count).array();
    }

private:
    const Design& m_design;
    const std::vector<std::size_t>& m_columns;
    std::vector<double> m_factors;
    std::span<const double> m_rootWeights;
};

// The first column that adds nothing to those before it, or -1.
Index firstAliased(const MatrixXd& r)
{
    for (Index j = 0; j < r.cols(); ++j)
        if (!(std::fabs(r(j, j)) > kAliasedBelow * r.col(j).head(j + 1).norm()))
            return j;
    return -1;
}

double conditionOf(const MatrixXd& r)
{
    MatrixXd unit = r;
    for (Index j = 0; j < unit.cols(); ++j)
        unit.col(j) /= unit.col(j).norm();
    const VectorXd singular = Eigen::JacobiSVD<MatrixXd>(unit).singularValues();
    return singular(0) / singular(singular.size() - 1);
}

MatrixXd inverseOf(const MatrixXd& r)
{
    return r.triangularView<Eigen::Upper>().solve(MatrixXd::Identity(r.rows(), r.cols()));
}

// y - Xb, each element in two doubles: high and low.
void residualsInPairs(const MatrixXd& x, const VectorXd& y, const VectorXd& b, VectorXd& high,
                      VectorXd& low)
{
    for (Index i = 0; i < x.rows(); ++i) {
        DoubleDouble rest;
        rest.add(y(i));
        for (Index j = 0; j < x.cols(); ++j)
            rest.addProduct(-x(i, j), b(j));
        high(i) = rest.value();
        rest.add(-high(i));
        low(i) = rest.value();
    }
}

// The product of a column with what is held in two parts.
template<class Column>
void addProducts(DoubleDouble& total, const Column& x, const VectorXd& high, const VectorXd& low)
{
    for (Index i = 0; i < high.size(); ++i) {
        total.addProduct(x(i), high(i));
        total.low += x(i) * low(i);
    }
}

struct Solution
{
    VectorXd b;
    VectorXd residuals;
    MatrixXd r;
    MatrixXd q;
};

// Householder QR of the whole, then Björck's (1967) refinement of coefficients and residuals
// together, from what the pair of them leaves of the augmented system r + Xb = y, X'r = 0.
Solution solveWhole(const MatrixXd& x, const ConstVector& y,
                    const Eigen::HouseholderQR<MatrixXd>& qr)
{
    const Index k = x.cols();
    Solution solution;
    solution.r = qr.matrixQR().topRows(k).triangularView<Eigen::Upper>();
    const auto r = solution.r.triangularView<Eigen::Upper>();
    VectorXd rotated = qr.householderQ().adjoint() * y;
    solution.b = r.solve(rotated.head(k));
    VectorXd residuals(y.size());
    VectorXd left(y.size());
    residualsInPairs(x, y, solution.b, residuals, left);
    VectorXd overlap(k);
    for (Index j = 0; j < k; ++j) {
        DoubleDouble total;
        addProducts(total, x.col(j), residuals, VectorXd::Zero(y.size()));
        overlap(j) = -total.value();
    }
    rotated = qr.householderQ().adjoint() * left;
    const VectorXd h = r.adjoint().solve(overlap);
    solution.b += r.solve(rotated.head(k) - h);
    rotated.head(k) = h;
    solution.residuals = residuals + qr.householderQ() * rotated;
    solution.q = qr.householderQ() * MatrixXd::Identity(x.rows(), k);
    return solution;
}

// Triangles of blocks of rows on a pile, which is itself reduced when it has grown to a block.
class Pile
{
public:
    explicit Pile(Index width)
        : m_width(width), m_rows(std::max(kRowBlock, 2 * width) + width, width)
    {
    }

    void add(Eigen::Ref<MatrixXd> matrix)
    {
        if (m_height + m_width > m_rows.rows())
            reduce();
        const Eigen::HouseholderQR<Eigen::Ref<MatrixXd>> qr(matrix);
        const Index count = std::min(matrix.rows(), m_width);
        m_rows.middleRows(m_height, count) =
            matrix.topRows(count).triangularView<Eigen::Upper>().toDenseMatrix();
        m_height += count;
    }

    MatrixXd triangle()
    {
        reduce();
        return m_rows.topRows(m_height);
    }

private:
    void reduce()
    {
        MatrixXd whole = m_rows.topRows(std::exchange(m_height, 0));
        add(whole);
    }

    Index m_width;
    Index m_height = 0;
    MatrixXd m_rows;
};

// R and Q'y from blocks of rows (Demmel, Grigori, Hoemmen & Langou 2012), always in one order.
MatrixXd triangleByBlocks(const Rows& rows, const ConstVector& y)
{
    const Index width = rows.columns() + 1;
    auto triangles =
        overChunks(y.size(), MatrixXd(), [&](MatrixXd& triangle, Index first, Index last) {
            Pile pile(width);
            MatrixXd block(kRowBlock, width);
            forEachBlock(first, last, [&](Index from, Index count) {
                rows.fill(block.topRows(count), from, count);
                block.col(width - 1).head(count) = y.segment(from, count);
                pile.add(block.topRows(count));
            });
            triangle = pile.triangle();
        });
    Pile pile(width);
    for (MatrixXd& triangle : triangles)
        pile.add(triangle);
    return pile.triangle();
}

// Residuals of all rows, and X'r, blocks carried in pairs of doubles; rows in pairs too if asked.
VectorXd residualsByBlocks(const Rows& rows, const ConstVector& y, const VectorXd& b, bool inPairs,
                           VectorXd& residuals)
{
    using Overlap = std::vector<DoubleDouble>;
    const Overlap none(static_cast<std::size_t>(rows.columns()));
    const auto overlaps =
        overChunks(y.size(), none, [&](Overlap& overlap, Index first, Index last) {
            MatrixXd block(kRowBlock, rows.columns());
            VectorXd high, low;
            forEachBlock(first, last, [&](Index from, Index count) {
                rows.fill(block.topRows(count), from, count);
                if (inPairs) {
                    high.resize(count);
                    low.resize(count);
                    residualsInPairs(block.topRows(count), y.segment(from, count), b, high, low);
                    residuals.segment(from, count) = high;
                    for (Index j = 0; j < b.size(); ++j)
                        addProducts(overlap[static_cast<std::size_t>(j)], block.col(j), high, low);
                    return;
                }
                residuals.segment(from, count).noalias() =
                    y.segment(from, count) - block.topRows(count) * b;
                const VectorXd part =
                    block.topRows(count).transpose() * residuals.segment(from, count);
                for (Index j = 0; j < part.size(); ++j)
                    overlap[static_cast<std::size_t>(j)].add(part(j));
            });
        });
    VectorXd total(rows.columns());
    for (Index j = 0; j < total.size(); ++j) {
        DoubleDouble whole;
        for (const Overlap& overlap : overlaps) {
            whole.add(overlap[static_cast<std::size_t>(j)].high);
            whole.low += overlap[static_cast<std::size_t>(j)].low;
        }
        total(j) = whole.value();
    }
    return total;
}

// One step of the corrected semi-normal equations (Björck 1987) stands for the refinement where Q
// is not kept. Well-conditioned columns do not need the residuals in pairs for it.
Solution solveByBlocks(const Rows& rows, const ConstVector& y, const MatrixXd& triangle)
{
    constexpr double kIllConditioned = 100.0;
    const Index k = rows.columns();
    Solution solution;
    solution.r = triangle.topLeftCorner(k, k);
    const auto r = solution.r.triangularView<Eigen::Upper>();
    solution.b = r.solve(triangle.col(k).head(k));
    solution.residuals.resize(y.size());
    const bool inPairs = conditionOf(solution.r) > kIllConditioned;
    const VectorXd overlap = residualsByBlocks(rows, y, solution.b, inPairs, solution.residuals);
    const VectorXd halfway = r.adjoint().solve(overlap);
    const VectorXd correction = r.solve(halfway);
    const bool changed = (correction.cwiseAbs().array() >
                          std::numeric_limits<double>::epsilon() * solution.b.cwiseAbs().array())
                             .any();
    if (changed) {
        solution.b += correction;
        residualsByBlocks(rows, y, solution.b, inPairs, solution.residuals);
    }
    return solution;
}

// Above so many rows, columns of few whole numbers have their products summed exactly: the triangle
// of Cholesky's factors in pairs of doubles is then as good as any, however many rows there are.
constexpr double kWellConditioned = 100.0;

// A number in two doubles, with what Cholesky's factors need (Dekker 1971).
DoubleDouble less(DoubleDouble a, const DoubleDouble& b, const DoubleDouble& c)
{
    a.addProduct(-b.high, c.high);
    a.low -= b.high * c.low + b.low * c.high;
    const double whole = a.value();
    return {whole, (a.high - whole) + a.low};
}
DoubleDouble over(const DoubleDouble& a, const DoubleDouble& b)
{
    const double first = a.high / b.high;
    const DoubleDouble rest = less(a, {first, 0.0}, b);
    return {first, rest.value() / b.high};
}
DoubleDouble rootOf(const DoubleDouble& a)
{
    const double first = std::sqrt(a.high);
    DoubleDouble rest = less(a, {first, 0.0}, {first, 0.0});
    return {first, rest.value() / (2 * first)};
}

// R of the columns times their factors, from the exact sums of their products; empty where one of
// them is a combination of those before.
MatrixXd triangleOf(const std::vector<std::int64_t>& products, const Rows& rows)
{
    const Index k = rows.columns();
    std::vector<DoubleDouble> r(static_cast<std::size_t>(k * k));
    const auto at = [&](Index i, Index j) -> DoubleDouble& {
        return r[static_cast<std::size_t>(i * k + j)];
    };
    MatrixXd triangle = MatrixXd::Zero(k, k);
    for (Index i = 0; i < k; ++i) {
        for (Index j = i; j < k; ++j) {
            // A whole number in two parts that doubles hold exactly.
            const std::int64_t whole = products[static_cast<std::size_t>(i * k + j)];
            const auto high = static_cast<double>(whole);
            const auto low = static_cast<double>(whole - static_cast<std::int64_t>(high));
            const double factor = rows.factor(i) * rows.factor(j);
            DoubleDouble rest{factor * high, factor * low};
            const double size = std::fabs(rest.value());
            for (Index before = 0; before < i; ++before)
                rest = less(rest, at(before, i), at(before, j));
            if (i == j && !(rest.value() > kAliasedBelow * kAliasedBelow * size))
                return {};
            at(i, j) = i == j ? rootOf(rest) : over(rest, at(i, i));
            triangle(i, j) = at(i, j).value();
        }
    }
    return triangle;
}

// X'v, of the columns times their factors.
VectorXd alongByCodes(const CodedColumns& coded, const Rows& rows, const ConstVector& v)
{
    using Sums = std::vector<DoubleDouble>;
    const Sums none(coded.columns());
    const auto parts = overChunks(v.size(), none, [&](Sums& sums, Index first, Index last) {
        const std::vector<double> products = coded.productsWith(
            v.data() + first, static_cast<std::size_t>(first), static_cast<std::size_t>(last));
        for (std::size_t j = 0; j < sums.size(); ++j)
            sums[j].add(products[j]);
    });
    VectorXd total(rows.columns());
    for (Index j = 0; j < total.size(); ++j) {
        DoubleDouble whole;
        for (const Sums& sums : parts) {
            whole.add(sums[static_cast<std::size_t>(j)].high);
            whole.low += sums[static_cast<std::size_t>(j)].low;
        }
        total(j) = rows.factor(j) * whole.value();
    }
    return total;
}

// y - Xb, of the columns times their factors.
void residualsByCodes(const CodedColumns& coded, const Rows& rows, const ConstVector& y,
                      const VectorXd& b, VectorXd& residuals)
{
    std::vector<double> plain(static_cast<std::size_t>(b.size()));
    for (Index j = 0; j < b.size(); ++j)
        plain[static_cast<std::size_t>(j)] = rows.factor(j) * b(j);
    overChunks(y.size(), 0, [&](int&, Index first, Index last) {
        coded.residuals(plain, {y.data(), static_cast<std::size_t>(y.size())},
                        static_cast<std::size_t>(first), static_cast<std::size_t>(last),
                        residuals.data() + first);
    });
}

// As solveByBlocks(), where columns can be coded and are well conditioned; else false.
bool solveByCodes(const CodedColumns& coded, const Rows& rows, const ConstVector& y,
                  Solution& solution)
{
    solution.r = triangleOf(coded.products(), rows);
    if (solution.r.size() == 0 || conditionOf(solution.r) > kWellConditioned)
        return false;
    const auto r = solution.r.triangularView<Eigen::Upper>();
    const auto solved = [&](const VectorXd& along) -> VectorXd {
        const VectorXd halfway = r.adjoint().solve(along);
        return r.solve(halfway);
    };
    solution.residuals.resize(y.size());
    // From X'y, and once from what that leaves, which takes an error of at most the square of the
    // condition in the last digits down to the last digit.
    solution.b = solved(alongByCodes(coded, rows, y));
    residualsByCodes(coded, rows, y, solution.b, solution.residuals);
    solution.b += solved(alongByCodes(
        coded, rows, ConstVector(solution.residuals.data(), solution.residuals.size())));
    residualsByCodes(coded, rows, y, solution.b, solution.residuals);
    return true;
}

QrFit finished(Solution solution, const Rows& rows)
{
    QrFit fit;
    fit.condition = conditionOf(solution.r);
    fit.inverseR = inverseOf(solution.r);
    for (Index j = 0; j < rows.columns(); ++j) {
        solution.b(j) *= rows.factor(j);
        fit.inverseR.row(j) *= rows.factor(j);
    }
    fit.coefficients = std::move(solution.b);
    fit.residuals = std::move(solution.residuals);
    fit.q = std::move(solution.q);
    return fit;
}

// Fills in the fit unless a column turns out aliased, which is returned. Coded: the same columns,
// or null.
Index solve(const Rows& rows, const ConstVector& y, std::shared_ptr<const CodedColumns> coded,
            QrFit& fit)
{
    if (static_cast<std::size_t>(y.size()) > kBlockedAbove) {
        Solution solution;
        if (coded && solveByCodes(*coded, rows, y, solution)) {
            fit = finished(std::move(solution), rows);
            fit.coded = std::move(coded);
            return -1;
        }
        const MatrixXd triangle = triangleByBlocks(rows, y);
        const Index doubtful = firstAliased(triangle.leftCols(rows.columns()));
        if (doubtful < 0)
            fit = finished(solveByBlocks(rows, y, triangle), rows);
        return doubtful;
    }
    MatrixXd x(y.size(), rows.columns());
    rows.fill(x, 0, y.size());
    const Eigen::HouseholderQR<MatrixXd> qr(x);
    const Index doubtful = firstAliased(qr.matrixQR());
    if (doubtful < 0)
        fit = finished(solveWhole(x, y, qr), rows);
    return doubtful;
}

} // namespace

QrFit fitByQr(const Design& design, std::span<const double> y, std::span<const double> rootWeights)
{
    std::vector<std::size_t> kept(design.columns());
    std::iota(kept.begin(), kept.end(), std::size_t{0});
    std::vector<std::size_t> aliased;
    VectorXd weighted;
    if (!rootWeights.empty())
        weighted = ConstVector(y.data(), rowsOf(design))
                       .cwiseProduct(ConstVector(rootWeights.data(), rowsOf(design)));
    const ConstVector response(rootWeights.empty() ? y.data() : weighted.data(), rowsOf(design));
    QrFit fit;
    while (!kept.empty()) {
        std::shared_ptr<const CodedColumns> coded;
        if (design.rows() > kBlockedAbove && rootWeights.empty()) {
            if (auto built = CodedColumns::build(design, kept))
                coded = std::make_shared<const CodedColumns>(std::move(*built));
        }
        std::vector<int> exponents =
            coded ? columnExponents(*coded) : columnExponents(design, kept);
        const Rows rows(design, kept, exponents, rootWeights);
        const Index doubtful = solve(rows, response, std::move(coded), fit);
        if (doubtful < 0) {
            fit.exponents = std::move(exponents);
            break;
        }
        aliased.push_back(kept[static_cast<std::size_t>(doubtful)]);
        kept.erase(kept.begin() + doubtful);
    }
    if (kept.empty())
        fit.residuals = response;
    fit.kept = std::move(kept);
    fit.aliased = std::move(aliased);
    return fit;
}

QBlocks::QBlocks(const Design& design, const QrFit& fit, std::span<const double> rootWeights)
    : m_design(design), m_fit(fit), m_rootWeights(rootWeights), m_inverse(fit.inverseR)
{
    for (Index j = 0; j < m_inverse.rows(); ++j)
        m_inverse.row(j) *= std::ldexp(1.0, fit.exponents[static_cast<std::size_t>(j)]);
}

void QBlocks::fill(Eigen::Ref<MatrixXd> q, Index from) const
{
    if (m_fit.q.rows() > 0) {
        q = m_fit.q.middleRows(from, q.rows());
        return;
    }
    MatrixXd x(q.rows(), q.cols());
    Rows(m_design, m_fit.kept, m_fit.exponents, m_rootWeights).fill(x, from, q.rows());
    q.noalias() = x * m_inverse.triangularView<Eigen::Upper>();
}

} // namespace twelvefold::statistics
