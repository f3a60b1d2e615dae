// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "children/needs_form_model.h"

#include <QWidget>
#include <optional>
#include <vector>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace twelvefold::ui {

class DomainDetail;
class DomainRow;
class OwnWords;

// The needs form: the child's words, strengths, and a row a domain, scored by digit keys. It
// changes its model and nothing else, and that only while it is being written in: a key that a
// person meant for something else must score nothing.
class NeedsForm : public QWidget
{
    Q_OBJECT
public:
    explicit NeedsForm(QWidget* parent = nullptr);

    enum class Mode
    {
        writing,
        waiting, // writes nothing until it is asked to: by Enter, or a press on a level
        reading
    };
    void show(NeedsFormModel model, const QString& childName, Mode mode);
    const NeedsFormModel* model() const { return m_model ? &*m_model : nullptr; }
    Mode mode() const { return m_mode; }
    void setDate(domain::Date date);
    // Marks the rows that problems speak of; showProblems() moves to the first of them as well.
    void markProblems(const std::vector<domain::SignOffProblem>& problems);
    bool hasProblems() const { return !m_problems.empty(); }
    void showProblems(const std::vector<domain::SignOffProblem>& problems);
    // To the row that the person is in.
    void focusRow();
    void goToRow(std::size_t row);
    void chooseLevel(int level); // in the current row, and on to the next
    // The last thing done in it, and brings back what was taken back; false when nothing is left.
    bool takeBack() { return step(&NeedsFormModel::takeBack); }
    bool bringBack() { return step(&NeedsFormModel::bringBack); }
    DomainRow* row(std::size_t index) const { return m_rows[index]; }

signals:
    void edited();                             // the assessment changed
    void levelRead();                          // another row or level is under the focus
    void startAsked(std::optional<int> level); // while waiting: Enter, or a press on a level
    void leaveAsked();                         // Escape: the assessment stays unfinished as it is
    void wordsAsked();                         // while waiting: a press on the child's words
    void allAnswered();                        // the last row was answered and no row is left

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeRows();
    void refresh();
    void refreshRow(std::size_t index);
    void refreshDetail();
    void enterLevel(std::size_t row, int level);
    void pressLevel(std::size_t row, int level);
    bool step(bool (NeedsFormModel::*back)());
    bool typed(int key);
    bool moved(int key);
    void moveOn();
    void makeVisible();
    QString problemOf(std::size_t row) const;

    std::optional<NeedsFormModel> m_model;
    Mode m_mode = Mode::reading;
    std::vector<domain::SignOffProblem> m_problems;
    QString m_childName;
    QStringList m_shownDomains;
    QScrollArea* m_scroll;
    QWidget* m_page;
    QVBoxLayout* m_column;
    OwnWords* m_words;
    DomainDetail* m_detail;
    std::vector<DomainRow*> m_rows;
};

} // namespace twelvefold::ui
