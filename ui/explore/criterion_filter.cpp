// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/criterion_filter.h"

#include "common/controls.h"
#include "common/elided_combo_box.h"
#include "common/inputs.h"
#include "explore/tick_group.h"
#include "wording/wording.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <map>

namespace twelvefold::ui {
namespace {

using domain::Choice;
using domain::Cohort;
using domain::CohortFilter;
using domain::Criterion;
using domain::Wanted;
using Tokens = std::set<std::string, std::less<>>;

QVBoxLayout* plainColumn(QWidget* widget, int spacing)
{
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    return column;
}

// How many children have each choice, of the kinds in force; by the kinds themselves, of all.
std::map<std::string, std::size_t, std::less<>>
countsOf(const Criterion& criterion, const CohortFilter& filter, const Cohort* whole)
{
    const Criterion& kinds = domain::criterion("kind");
    const Wanted& asked = filter.of(kinds);
    std::map<std::string, std::size_t, std::less<>> counts;
    for (std::size_t row = 0; whole && row < whole->size(); ++row) {
        const std::string_view choice = criterion.choices.of(*whole, row);
        if (choice.empty())
            continue;
        auto found = counts.find(choice);
        if (found == counts.end())
            found = counts.emplace(choice, 0).first;
        found->second += &criterion == &kinds || asked.asksNothing() ||
                         domain::passes(kinds, asked, *whole, row) == domain::Passes::yes;
    }
    return counts;
}

// Those that any child has, and those asked for though no child has them: it has to be possible to
// take that back.
class Ticks : public CriterionFilter
{
public:
    Ticks(const Criterion& criterion, QWidget* parent)
        : CriterionFilter(criterion, parent), m_group(new TickGroup(title(), this))
    {
        column()->addWidget(m_group);
        connect(m_group, &TickGroup::chosen, this, [this](const Tokens& tokens, bool all) {
            const Wanted wanted{tokens, {}, {}};
            const bool asAtStart = wanted == CohortFilter().of(this->criterion());
            emit changed(all && !asAtStart ? Wanted() : wanted); // all is no restriction
        });
        connect(m_group, &TickGroup::lastRefused, this, [this] {
            emit refused(CriterionFilter::tr("Of “%1”, at least one is compared.").arg(title()));
        });
    }
    QWidget* tabAfter(QWidget* before) override { return m_group->tabAfter(before); }

protected:
    void showAsked(const CohortFilter& filter, const Cohort* whole) override
    {
        const auto counts = countsOf(criterion(), filter, whole);
        const Tokens& asked = filter.of(criterion()).choices;
        std::vector<TickGroup::Row> rows;
        for (const Choice& choice :
             whole ? domain::choicesIn(criterion(), *whole) : std::vector<Choice>()) {
            const auto count = counts.find(choice.token);
            if (count != counts.end() || asked.contains(choice.token))
                rows.push_back({choice.token, wording::words(choice),
                                count == counts.end() ? 0 : count->second,
                                asked.empty() || asked.contains(choice.token)});
        }
        m_group->setRows(
            rows,
            criterion().token == "kind"
                ? CriterionFilter::tr("Children on the census date, whatever the other filters: %1")
                : CriterionFilter::tr(
                      "Children of the kinds in force, whatever the other filters: %1"));
    }

private:
    TickGroup* m_group;
};

class AnyYesNo : public CriterionFilter
{
public:
    AnyYesNo(const Criterion& criterion, QWidget* parent) : CriterionFilter(criterion, parent)
    {
        column()->addWidget(sectionTitle(title(), this));
        QStringList segments{CriterionFilter::tr("Any")};
        for (const Choice& choice : criterion.choices.fixed)
            segments << wording::words(choice);
        m_choice = new SegmentedControl(segments, this);
        m_choice->setAccessibleName(title());
        column()->addWidget(m_choice, 0, Qt::AlignLeft);
        connect(m_choice, &SegmentedControl::chosen, this, [this](int at) {
            const auto& fixed = this->criterion().choices.fixed;
            emit changed(at == 0 ? Wanted()
                                 : domain::anyOf({fixed[static_cast<std::size_t>(at - 1)].token}));
        });
    }
    QWidget* tabAfter(QWidget*) override { return m_choice; }

protected:
    void showAsked(const CohortFilter& filter, const Cohort*) override
    {
        const auto& fixed = criterion().choices.fixed;
        const Tokens& asked = filter.of(criterion()).choices;
        const auto chosen = asked.size() == 1
                                ? std::ranges::find(fixed, *asked.begin(), &Choice::token)
                                : fixed.end();
        m_choice->setCurrent(chosen == fixed.end() ? 0 : int(chosen - fixed.begin()) + 1);
    }

private:
    SegmentedControl* m_choice;
};

// One of many, or all: those whom a child of the kinds in force has, and what is asked for.
class OneOfMany : public CriterionFilter
{
public:
    OneOfMany(const Criterion& criterion, QWidget* parent)
        : CriterionFilter(criterion, parent), m_list(new ElidedComboBox(this))
    {
        column()->addWidget(sectionTitle(title(), this));
        m_list->setAccessibleName(title());
        column()->addWidget(m_list);
        connect(m_list, &QComboBox::activated, this, [this](int index) {
            Wanted wanted;
            for (const QString& name : m_list->itemData(index).toStringList())
                wanted.choices.insert(name.toStdString());
            emit changed(wanted);
        });
    }
    QWidget* tabAfter(QWidget*) override { return m_list; }

protected:
    void showAsked(const CohortFilter& filter, const Cohort* whole) override
    {
        const Wanted& asked = filter.of(criterion());
        QStringList names;
        for (const auto& [name, n] : countsOf(criterion(), filter, whole)) {
            if (n > 0 || asked.choices == Tokens{name})
                names << QString::fromStdString(name);
        }
        std::ranges::sort(names, [](const QString& a, const QString& b) {
            return QString::localeAwareCompare(a, b) < 0;
        });
        m_list->clear();
        m_list->addItem(CriterionFilter::tr("All %1").arg(wording::text(criterion().parts)),
                        QStringList());
        for (const QString& name : names) {
            m_list->addItem(name, QStringList{name});
            m_list->setItemData(m_list->count() - 1, name, Qt::ToolTipRole);
        }
        QStringList chosen;
        for (const std::string& name : asked.choices)
            chosen << QString::fromStdString(name);
        if (!chosen.isEmpty() && (chosen.size() > 1 || !names.contains(chosen.front())))
            m_list->insertItem(1, wording::asked(criterion(), asked), chosen);
        m_list->setCurrentIndex(std::max(0, m_list->findData(chosen)));
        m_list->setToolTip(chosen.isEmpty() ? m_list->currentText()
                                            : chosen.join(QStringLiteral(", ")));
    }

private:
    QComboBox* m_list;
};

// A number from 0, or nothing.
class NumberLine : public EchoingEdit
{
public:
    NumberLine(const Criterion& criterion, QWidget* parent)
        : EchoingEdit(parent), m_criterion(criterion)
    {
    }
    std::optional<double> value() const { return m_value; }

protected:
    void read() override
    {
        m_value = std::nullopt;
        const QString typed = line()->text().simplified();
        if (!typed.isEmpty())
            m_value = numberIn(typed);
        const bool fine = typed.isEmpty() || (m_value && domain::canBeAnEnd(m_criterion, *m_value));
        if (!fine)
            m_value = std::nullopt;
        say(fine ? QString() : whyNot().arg(wording::text(m_criterion.range.unit)), !fine);
    }

private:
    QString whyNot() const
    {
        switch (m_criterion.range.decimals) {
        case 0:
            return CriterionFilter::tr("Not a whole number of %1 from 0.");
        case 1:
            return CriterionFilter::tr("Not a number of %1 from 0 with one decimal at most.");
        default:
            return CriterionFilter::tr("Not a number of %1 from 0.");
        }
    }

    const Criterion& m_criterion;
    std::optional<double> m_value;
};

// From one value to another, each of which may be left open.
class FromTo : public CriterionFilter
{
public:
    FromTo(const Criterion& criterion, QWidget* parent) : CriterionFilter(criterion, parent)
    {
        const bool numbers = criterion.kind == Criterion::Kind::numbers;
        column()->addWidget(sectionTitle(
            numbers
                ? CriterionFilter::tr("%1, in %2").arg(title(), wording::text(criterion.range.unit))
                : title(),
            this));
        auto* grid = new QGridLayout;
        grid->setHorizontalSpacing(8);
        grid->setColumnStretch(1, 1);
        column()->addLayout(grid);
        m_least =
            addEnd(grid, CriterionFilter::tr("from"), CriterionFilter::tr("%1, from").arg(title()));
        m_most =
            addEnd(grid, CriterionFilter::tr("to"), CriterionFilter::tr("%1, to").arg(title()));
        listenTo(m_least);
        listenTo(m_most);
    }
    QWidget* tabAfter(QWidget*) override { return m_most.edit->line(); }

protected:
    // What is being written stays as it is written, and what was refused until the filter is
    // another.
    void showAsked(const CohortFilter& filter, const Cohort*) override
    {
        if (filter == m_shown || isBeingWritten(m_least) || isBeingWritten(m_most))
            return;
        m_shown = filter;
        write(m_least, filter.of(criterion()).least);
        write(m_most, filter.of(criterion()).most);
    }

private:
    struct End
    {
        EchoingEdit* edit = nullptr;
        std::function<std::optional<double>()> value;
    };

    End addEnd(QGridLayout* grid, const QString& words, const QString& accessibleName)
    {
        End end;
        if (criterion().kind == Criterion::Kind::days) {
            auto* edit = new DateEdit(this);
            end = {edit, [edit] {
                       const auto day = edit->date();
                       return day ? std::optional<double>(day->dayNumber()) : std::nullopt;
                   }};
        } else {
            auto* edit = new NumberLine(criterion(), this);
            edit->line()->setPlaceholderText(CriterionFilter::tr("any"));
            end = {edit, [edit] { return edit->value(); }};
        }
        end.edit->setAccessibleNames(accessibleName);
        const int row = grid->rowCount();
        auto* label = smallLabel(words, this);
        if (criterion().kind == Criterion::Kind::days) { // which take the panel's whole width
            grid->addWidget(label, row, 0, 1, 2);
            grid->addWidget(end.edit, row + 1, 0, 1, 2);
            return end;
        }
        // Beside the line, also where the field has something to say below it.
        label->setAlignment(Qt::AlignVCenter);
        label->setFixedHeight(end.edit->line()->sizeHint().height());
        grid->addWidget(label, row, 0, Qt::AlignTop);
        grid->addWidget(end.edit, row, 1);
        return end;
    }

    static bool isBeingWritten(const End& end)
    {
        return end.edit->line()->hasFocus() && end.edit->line()->isModified();
    }

    // Half a number is another number: it is asked for once it is whole, by Enter or by leaving.
    void listenTo(const End& end)
    {
        connect(end.edit->line(), &QLineEdit::editingFinished, this, [this, end] {
            if (end.edit->line()->isModified())
                take(end);
        });
        connect(end.edit, &EchoingEdit::edited, this, [this, end] {
            if (!end.edit->line()->isModified()) // chosen in the calendar
                take(end);
        });
    }

    void take(const End& edited)
    {
        edited.edit->line()->setModified(false);
        m_least.edit->reconsider();
        m_most.edit->reconsider();
        if (m_least.edit->refused() || m_most.edit->refused())
            return;
        const Wanted wanted = domain::between(m_least.value(), m_most.value());
        if (const auto fault = domain::faultIn(criterion(), wanted, {}))
            edited.edit->refuse(wording::text(*fault));
        else
            emit changed(wanted);
    }

    void write(const End& end, const std::optional<double>& value)
    {
        if (end.edit->refused() || end.value() != value)
            end.edit->line()->setText(value ? wording::valueOf(criterion(), *value) : QString());
    }

    std::optional<CohortFilter> m_shown;
    End m_least, m_most;
};

} // namespace

CriterionFilter* CriterionFilter::make(const Criterion& criterion, QWidget* parent)
{
    switch (criterion.kind) {
    case Criterion::Kind::yesOrNo:
        return new AnyYesNo(criterion, parent);
    case Criterion::Kind::numbers:
    case Criterion::Kind::days:
        return new FromTo(criterion, parent);
    case Criterion::Kind::choices:
        break;
    }
    if (criterion.choices.many)
        return new OneOfMany(criterion, parent);
    return new Ticks(criterion, parent);
}

CriterionFilter::CriterionFilter(const Criterion& criterion, QWidget* parent)
    : QWidget(parent), m_criterion(criterion), m_column(new QVBoxLayout),
      m_notRecorded(smallLabel({}, this))
{
    QVBoxLayout* all = plainColumn(this, 6);
    m_column->setSpacing(6);
    all->addLayout(m_column);
    all->addWidget(m_notRecorded);
    m_notRecorded->hide();
}

QString CriterionFilter::title() const
{
    return wording::text(m_criterion.title);
}

void CriterionFilter::read(const CohortFilter& filter, const Cohort* whole, const Cohort* compared)
{
    showAsked(filter, whole);
    std::size_t n = 0;
    if (compared != nullptr && compared->notRecorded.contains(&m_criterion))
        n = compared->notRecorded.at(&m_criterion);
    m_notRecorded->setVisible(n > 0);
    m_notRecorded->setText(
        n == 1
            ? tr("1 child of whom nothing is recorded is left out.")
            : tr("%1 children of whom nothing is recorded are left out.").arg(wording::count(n)));
}

} // namespace twelvefold::ui
