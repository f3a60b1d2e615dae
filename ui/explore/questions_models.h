// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/findings_models.h"

namespace twelvefold::ui {

// The worklist, in the order in which to ask unless the person sorts it otherwise.
class QuestionsModel : public AboutChildrenModel
{
    Q_OBJECT
public:
    enum Column
    {
        child,
        title,
        whatToAsk,
        worth,
        range,
        falseAlarms,
        standing
    };
    explicit QuestionsModel(QObject* parent = nullptr);
    void show(const Found& found);
    const analysis::Question& question(const QModelIndex& index) const
    {
        return question(sourceRow(index));
    }
    std::vector<domain::ChildId> childrenOf(const QModelIndex& index) const;
    // Whether it is asked of these children and of nobody else; the first line that is.
    bool isOf(const QModelIndex& index, const Children& children) const;
    QModelIndex indexOf(const Children& children) const;

protected:
    bool isAbout(std::size_t row, const Children& group) const override; // any of them

private:
    const analysis::Question& question(std::size_t row) const { return m_worklist->questions[row]; }
    std::shared_ptr<const analysis::Worklist> m_worklist; // null: nothing is shown
};

// What was put aside and is not asked yet.
class PutAsideModel : public AboutChildrenModel
{
    Q_OBJECT
public:
    static constexpr int why = 3; // the column

    explicit PutAsideModel(QObject* parent = nullptr);
    void show(const Found& found);
    const analysis::QuestionAside& aside(const QModelIndex& index) const
    {
        return aside(sourceRow(index));
    }
    bool isOf(const QModelIndex& index, const Children& children) const;
    QModelIndex indexOf(const Children& children) const;

protected:
    bool isAbout(std::size_t row, const Children& group) const override;

private:
    const analysis::QuestionAside& aside(std::size_t row) const { return m_worklist->aside[row]; }
    std::shared_ptr<const analysis::Worklist> m_worklist;
};

} // namespace twelvefold::ui
