// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/questions_models.h"

#include "wording/wording.h"

#include <algorithm>

namespace twelvefold::ui {
namespace {

using Figure = std::optional<double>;

std::shared_ptr<const analysis::Worklist> worklistOf(const Found& found)
{
    return found ? found.findings->worklist : nullptr;
}

// As the rows stand now.
QModelIndex firstOf(const auto& model, const Children& children)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.isOf(model.index(row, 0), children))
            return model.index(row, 0);
    }
    return {};
}

Figure dayNumber(domain::Date day)
{
    return static_cast<double>(day.dayNumber());
}

} // namespace

QuestionsModel::QuestionsModel(QObject* parent) : AboutChildrenModel(parent)
{
    const auto figure = [this](double analysis::YearlyWorth::*which) {
        return [this, which](std::size_t i) {
            const auto& priced = question(i).worth;
            return priced ? Figure(*priced.*which) : Figure();
        };
    };
    setColumns(
        {{tr("Child"), [this](std::size_t i) { return wording::askedOfWhom(question(i)); }},
         {tr("Question"),
          [this](std::size_t i) { return wording::questionTitle(question(i).kind); }, false,
          [this](std::size_t i) { return Figure(static_cast<double>(question(i).kind)); }},
         {tr("What to ask"), [this](std::size_t i) { return wording::questionSays(question(i)); }},
         {tr("Worth a year"),
          [this](std::size_t i) {
              return question(i).worth ? wording::worthExpected(*question(i).worth)
                                       : QStringLiteral("–");
          },
          true, figure(&analysis::YearlyWorth::expected), true},
         {tr("80 % range"),
          [this](std::size_t i) {
              return question(i).worth ? wording::worthRange(*question(i).worth) : QString();
          },
          true, figure(&analysis::YearlyWorth::lower)},
         {tr("False alarms"), [this](std::size_t i) { return wording::falseAlarms(question(i)); },
          true, [this](std::size_t i) { return question(i).falseAlarms; }},
         {tr("Standing"),
          [this](std::size_t i) { return wording::questionStanding(question(i)); }}});
}

void QuestionsModel::show(const Found& found)
{
    m_worklist = worklistOf(found);
    renewRows(m_worklist ? m_worklist->questions.size() : 0);
}

std::vector<domain::ChildId> QuestionsModel::childrenOf(const QModelIndex& index) const
{
    std::vector<domain::ChildId> children;
    for (const analysis::AskedOf& asked : question(index).children)
        children.push_back(asked.child);
    return children;
}

bool QuestionsModel::isOf(const QModelIndex& index, const Children& children) const
{
    const auto& asked = question(index).children;
    return asked.size() == children.size() &&
           std::ranges::all_of(
               asked, [&](const analysis::AskedOf& each) { return children.contains(each.child); });
}

QModelIndex QuestionsModel::indexOf(const Children& children) const
{
    return firstOf(*this, children);
}

bool QuestionsModel::isAbout(std::size_t row, const Children& group) const
{
    return std::ranges::any_of(question(row).children, [&](const analysis::AskedOf& asked) {
        return group.contains(asked.child);
    });
}

PutAsideModel::PutAsideModel(QObject* parent) : AboutChildrenModel(parent)
{
    const auto day = [this](domain::Date domain::PutAside::*which) {
        return [this, which](std::size_t i) { return dayNumber(aside(i).aside.*which); };
    };
    const auto dayInWords = [this](domain::Date domain::PutAside::*which) {
        return [this, which](std::size_t i) { return wording::date(aside(i).aside.*which); };
    };
    setColumns(
        {{tr("Child"),
          [this](std::size_t i) { return QString::fromStdString(aside(i).asked.pseudonym); }},
         {tr("Question"), [this](std::size_t i) { return wording::questionTitle(aside(i).kind); },
          false, [this](std::size_t i) { return Figure(static_cast<double>(aside(i).kind)); }},
         {tr("What came of it"),
          [this](std::size_t i) { return wording::text(domain::word(aside(i).aside.outcome)); }},
         {tr("Why"),
          [this](std::size_t i) { return QString::fromStdString(aside(i).aside.reason.reveal()); }},
         {tr("Asked on"), dayInWords(&domain::PutAside::on), true, day(&domain::PutAside::on)},
         {tr("Not again until"), dayInWords(&domain::PutAside::until), true,
          day(&domain::PutAside::until)}});
}

void PutAsideModel::show(const Found& found)
{
    m_worklist = worklistOf(found);
    renewRows(m_worklist ? m_worklist->aside.size() : 0);
}

bool PutAsideModel::isOf(const QModelIndex& index, const Children& children) const
{
    return children.size() == 1 && children.contains(aside(index).aside.child);
}

QModelIndex PutAsideModel::indexOf(const Children& children) const
{
    return firstOf(*this, children);
}

bool PutAsideModel::isAbout(std::size_t row, const Children& group) const
{
    return group.contains(aside(row).aside.child);
}

} // namespace twelvefold::ui
