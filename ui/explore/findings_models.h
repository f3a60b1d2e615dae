// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"
#include "common/rows_model.h"

#include <memory>
#include <unordered_map>
#include <unordered_set>

namespace twelvefold::ui {

// What the tables show: a cohort and what was found of it.
struct Found
{
    std::shared_ptr<const domain::Cohort> cohort;
    std::shared_ptr<const analysis::Findings> findings;
    explicit operator bool() const { return cohort && findings; }
};

using Children = std::unordered_set<domain::ChildId>;

// Rows that are each about a child or two, so that a group of children stands out among them or is
// all that is listed.
class AboutChildrenModel : public RowsModel
{
    Q_OBJECT
public:
    using RowsModel::RowsModel;
    void mark(const std::shared_ptr<const Children>& group);     // none: null
    void listOnly(const std::shared_ptr<const Children>& group); // all: null

protected:
    virtual bool isAbout(std::size_t row, const Children& group) const = 0;
};

// Whether a child is in the picture of need against cost.
bool isDrawn(const domain::Cohort& cohort, std::size_t row);

// Children in the picture, or those who are not.
class ChildrenModel : public AboutChildrenModel
{
    Q_OBJECT
public:
    explicit ChildrenModel(QObject* parent = nullptr);
    void show(const Found& found, bool leftOut);
    std::size_t cohortRow(const QModelIndex& index) const { return m_rows[sourceRow(index)]; }
    QModelIndex indexOfChild(std::size_t cohortRow) const;

protected:
    bool isAbout(std::size_t row, const Children& group) const override;

private:
    const analysis::ExpectedCost* expected(std::size_t row) const;

    Found m_found;
    std::vector<std::size_t> m_rows;                      // of the cohort
    std::unordered_map<domain::ChildId, int> m_questions; // how many are asked of each
};

class PairsModel : public AboutChildrenModel
{
    Q_OBJECT
public:
    explicit PairsModel(QObject* parent = nullptr);
    void show(const Found& found, bool eachChildOnce);
    const statistics::Pair& pair(const QModelIndex& index) const
    {
        return m_pairs[sourceRow(index)];
    }
    QModelIndex indexOfPair(std::size_t a, std::size_t b) const;

protected:
    bool isAbout(std::size_t row, const Children& group) const override; // either of the two

private:
    Found m_found;
    std::vector<statistics::Pair> m_pairs;
};

class CorrelationsModel : public RowsModel
{
    Q_OBJECT
public:
    explicit CorrelationsModel(QObject* parent = nullptr);
    void show(const Found& found);
    const analysis::Correlation& correlation(const QModelIndex& index) const
    {
        return each(sourceRow(index));
    }

private:
    const analysis::Correlation& each(std::size_t row) const
    {
        return m_found.findings->correlations[row];
    }
    Found m_found;
};

// A column of the cohort table as people say it: "Total need" for need_total.
QString columnInWords(const std::string& column, const domain::Cohort& cohort);

} // namespace twelvefold::ui
