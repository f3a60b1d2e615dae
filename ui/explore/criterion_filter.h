// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/criteria.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace twelvefold::ui {

// What is asked by one criterion, made from its entry in the list. A change is in force at once.
class CriterionFilter : public QWidget
{
    Q_OBJECT
public:
    static CriterionFilter* make(const domain::Criterion& criterion, QWidget* parent);

    const domain::Criterion& criterion() const { return m_criterion; }
    // Everybody on the census date, and those who are compared of them; nothing without a store.
    void read(const domain::CohortFilter& filter, const domain::Cohort* whole,
              const domain::Cohort* compared);
    // Puts what was made later than the rest into its place in the Tab order; says the last.
    virtual QWidget* tabAfter(QWidget* before) = 0;

signals:
    void changed(const twelvefold::domain::Wanted& wanted);
    void refused(const QString& why);

protected:
    CriterionFilter(const domain::Criterion& criterion, QWidget* parent);
    QString title() const;
    QVBoxLayout* column() const { return m_column; }
    virtual void showAsked(const domain::CohortFilter& filter, const domain::Cohort* whole) = 0;

private:
    const domain::Criterion& m_criterion;
    QVBoxLayout* m_column; // above the note
    QLabel* m_notRecorded;
};

} // namespace twelvefold::ui
