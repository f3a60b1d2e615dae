// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/session.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace twelvefold::ui {

class ElidedLabel;
class SearchBox;

// Always in sight: whose store it is, the census date, the cohort in force, the search, who works.
// What has no room ends in …, the words of the cohort first: nothing here makes the window wider.
class HeaderBar : public QFrame
{
    Q_OBJECT
public:
    HeaderBar(Session& session, QWidget* parent);
    SearchBox* search() const { return m_search; }
    QPushButton* censusButton() const { return m_census; }
    void chooseCensus(); // opens the popup under the button
    void refresh();
    // Which day it speaks of follows what is looked at: the census date, or the day of the list of
    // children.
    void setWorkspace(Workspace workspace);
    void setList(const QString& day, std::size_t children);
    QString day() const; // as it reads: "Census date 31 Mar 2020"

signals:
    void authorRequested(); // the person wants to say who is working

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    Session& m_session;
    ElidedLabel* m_store;
    ElidedLabel* m_listDay;
    QPushButton* m_census;
    ElidedLabel* m_cohort;
    QLabel* m_readOnly;
    SearchBox* m_search;
    QPushButton* m_author;
    bool m_speaksOfList = false;
    std::size_t m_listed = 0;
};

} // namespace twelvefold::ui
