// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "children/needs_form_model.h"

#include <QAbstractButton>
#include <QWidget>
#include <array>
#include <optional>
#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;

namespace twelvefold::ui {

class LevelButton;
class WordsEdit;

// Two lines of words in a frame, opened by a press or by the first letter that is typed.
class WordsCard : public QAbstractButton
{
    Q_OBJECT
public:
    explicit WordsCard(QWidget* parent = nullptr);
    void setWords(const QString& words, const QString& whenEmpty);
    QSize sizeHint() const override { return {240, 52}; }
    void setWritable(bool writable) { m_writable = writable; }

signals:
    void typedInto(const QString& letters);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_words;
    QString m_whenEmpty;
    bool m_writable = false;
};

// One strength, from not yet (0) to a pillar (3), or not said.
class StrengthPicker : public QWidget
{
    Q_OBJECT
public:
    StrengthPicker(const QString& title, const QStringList& levels, QWidget* parent = nullptr);
    void setLevel(std::optional<int> level, bool writing);
    LevelButton* button(int level) const { return m_buttons[static_cast<std::size_t>(level)]; }

signals:
    void picked(std::optional<int> level);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    std::vector<LevelButton*> m_buttons;
    std::optional<int> m_level;
    bool m_writing = true;
};

// What the form opens with: the child's own words and strengths, in two lines each until opened.
class OwnWords : public QWidget
{
    Q_OBJECT
public:
    explicit OwnWords(QWidget* parent = nullptr);
    // Fills in what the model says; called whenever it changed elsewhere.
    void show(const NeedsFormModel& model, const QString& childName, bool writing);
    void open(NeedsFormModel::Words at);
    void close();

signals:
    void openAsked(twelvefold::ui::NeedsFormModel::Words at);
    void wordsTyped(twelvefold::ui::NeedsFormModel::Words which, const QString& text);
    void strengthPicked(std::size_t strength, std::optional<int> level);
    void closed();

private:
    void makeFields();
    void makeStrengths(const domain::NeedsFramework& framework);
    void fillCards(const NeedsFormModel& model);
    void write(NeedsFormModel::Words at, const QString& letters);

    QLabel* m_wordsTitle;
    QLabel* m_strengthsTitle;
    QWidget* m_cards;
    WordsCard* m_wordsCard;
    WordsCard* m_strengthsCard;
    QWidget* m_fields;
    std::array<WordsEdit*, 4> m_edits{};
    QGridLayout* m_strengthGrid = nullptr;
    std::vector<StrengthPicker*> m_pickers;
    std::vector<QWidget*> m_strengthWidgets;
    QStringList m_shownStrengths;
    QPushButton* m_done = nullptr;
};

} // namespace twelvefold::ui
