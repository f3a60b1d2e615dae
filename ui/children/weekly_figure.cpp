// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/weekly_figure.h"

#include "common/controls.h"
#include "common/flow_layout.h"
#include "wording/wording.h"

#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace twelvefold::ui {
namespace {

QString inSentence(domain::Word word)
{
    QString text = wording::text(word);
    if (!text.isEmpty())
        text[0] = text[0].toLower();
    return text;
}

} // namespace

QString makeUpOf(const domain::WeeklyCost& cost)
{
    if (cost.parts.empty())
        return {};
    QStringList parts;
    for (const domain::WeeklyPart& part : cost.parts)
        parts << QStringLiteral("%1 %2").arg(wording::money(part.weekly),
                                             inSentence(domain::word(part.line.component)));
    return WeeklyFigure::tr("%1, per week of 7 days").arg(parts.join(QStringLiteral(" + ")));
}

QString workingOf(const domain::WeeklyPart& part)
{
    const domain::CostLine& line = part.line;
    QString times;
    switch (line.per) {
    case domain::CostPer::day:
        times = QStringLiteral(" × 7");
        break;
    case domain::CostPer::week:
        break;
    case domain::CostPer::month:
        times = QStringLiteral(" × 12 × 7/365");
        break;
    case domain::CostPer::year:
        times = QStringLiteral(" × 7/365");
        break;
    case domain::CostPer::once:
        times = WeeklyFigure::tr(" × 7/%1 days")
                    .arg(domain::daysBetween(line.period.start, *line.period.end));
        break;
    }
    QString working = QStringLiteral("%1 %2").arg(wording::money(line.signedAmount()),
                                                  wording::text(domain::word(line.per)));
    if (!times.isEmpty())
        working += QStringLiteral("%1 = %2").arg(times, wording::money(part.weekly));
    return working;
}

WeeklyFigure::WeeklyFigure(QWidget* parent)
    : QWidget(parent), m_figure(figureLabel({}, this)), m_per(quietLabel({}, this)),
      m_opener(linkButton(tr("How is this made up?"), this)), m_makeUp(new QLabel(this)),
      m_maybeTwice(attentionLabel(tr("One of these costs may be counted twice: two run at once for "
                                     "the same. Did one of them end?"),
                                  this))
{
    m_figure->setWordWrap(false);
    m_per->setWordWrap(false);
    m_opener->setCheckable(true);
    m_makeUp->setWordWrap(true);
    m_makeUp->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* line = new FlowLayout(nullptr, Qt::AlignLeft, 10);
    for (QWidget* part : std::initializer_list<QWidget*>{m_figure, m_per, m_opener})
        line->addWidget(part);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(line);
    column->addWidget(m_maybeTwice);
    column->addWidget(m_makeUp);
    connect(m_opener, &QPushButton::toggled, this, &WeeklyFigure::open);
    open(false);
}

void WeeklyFigure::open(bool open)
{
    m_makeUp->setVisible(open);
    m_opener->setText(open ? tr("Close") : tr("How is this made up?"));
}

void WeeklyFigure::show(const domain::WeeklyCost& cost, const QString& day, bool maybeTwice)
{
    m_maybeTwice->setVisible(maybeTwice);
    m_figure->setText(cost.total ? wording::money(*cost.total) : tr("No cost"));
    m_per->setText(cost.total ? tr("a week · %1").arg(day) : tr("is recorded · %1").arg(day));
    QStringList lines;
    if (cost.total)
        lines << makeUpOf(cost);
    for (const domain::WeeklyPart& part : cost.parts) {
        lines << tr("%1, paid by %2: %3")
                     .arg(wording::text(domain::word(part.line.component)),
                          inSentence(domain::word(part.line.funder)), workingOf(part));
    }
    for (const domain::CostLine& line : cost.notSpread) {
        lines << tr("%1 of %2 is a single payment without an end, and counts in no week.")
                     .arg(wording::text(domain::word(line.component)),
                          wording::money(line.signedAmount()));
    }
    if (cost.total)
        lines << tr("Each line is taken to the week and rounded to the penny, then added; VAT is "
                    "left out.");
    m_makeUp->setText(lines.join(QLatin1Char('\n')));
    m_opener->setVisible(!lines.isEmpty());
    if (lines.isEmpty())
        m_opener->setChecked(false);
}

QString WeeklyFigure::says() const
{
    return m_figure->text() + QLatin1Char(' ') + m_per->text();
}

bool WeeklyFigure::doubts() const
{
    return !m_maybeTwice->isHidden();
}

QString WeeklyFigure::makeUp() const
{
    return m_makeUp->isHidden() ? QString() : m_makeUp->text();
}

} // namespace twelvefold::ui
