// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/move_ending.h"

#include "common/care_words.h"
#include "wording/wording.h"

#include <QGridLayout>
#include <QLabel>
#include <algorithm>

namespace twelvefold::ui {

MoveEnding::MoveEnding(QWidget* parent)
    : Panel(parent), m_place(sectionTitle({}, this)), m_since(smallLabel({}, this)),
      m_lines(new QGridLayout)
{
    m_lines->setHorizontalSpacing(14);
    m_lines->setColumnStretch(0, 1);
    column()->addWidget(m_place);
    column()->addWidget(m_since);
    column()->addLayout(m_lines);
}

// Without a day nothing can be said of what ends, so nothing is.
void MoveEnding::showNoDay()
{
    m_place->setText(tr("Say on which day"));
    m_since->hide();
    clearLines();
}

void MoveEnding::showPlaces(domain::Date on, const std::vector<domain::Placement>& left,
                            const std::vector<domain::Placement>& all, const Providers& providers)
{
    const auto place = [&](const domain::Placement& placement) {
        const auto provider =
            placement.provider ? providers.find(*placement.provider) : providers.end();
        return placeInWords(placement.setting,
                            provider == providers.end() ? QString() : provider->second);
    };
    QStringList places, since;
    for (const domain::Placement& placement : left) {
        places << place(placement);
        const int nights = domain::daysBetween(placement.period.start, on);
        const QString start = wording::date(placement.period.start);
        since << (nights == 1
                      ? tr("since %1 · 1 night").arg(start)
                      : tr("since %1 · %2 nights")
                            .arg(start, wording::count(static_cast<std::uint64_t>(nights))));
    }
    const auto begun = std::ranges::find(
        all, on, [](const domain::Placement& placement) { return placement.period.start; });
    if (places.isEmpty() && begun != all.end()) {
        places << place(*begun);
        since << tr("began on that day itself");
    }
    m_place->setText(places.isEmpty() ? tr("No placement runs on that day")
                                      : places.join(QStringLiteral("\n")));
    m_since->setText(since.join(QStringLiteral("\n")));
    m_since->setVisible(!since.isEmpty());
}

void MoveEnding::clearLines()
{
    while (QLayoutItem* item = m_lines->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_fates.clear();
}

void MoveEnding::addLine(const domain::CostLine& line, const QString& fate, bool ends)
{
    const int row = m_lines->rowCount();
    const QString component = wording::text(domain::word(line.component));
    const QString note = QString::fromStdString(line.note);
    const QString what = note.isEmpty() ? component : tr("%1 (%2)").arg(component, note);
    const auto weeks = domain::inWeeklyTerms(line);
    const QString paid = weeks ? tr("%1 a week").arg(wording::money(*weeks))
                               : tr("%1 once").arg(wording::money(line.signedAmount()));
    auto* amount = new QLabel(paid, this);
    amount->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_lines->addWidget(new ElidedLabel(what, this), row, 0);
    m_lines->addWidget(amount, row, 1);
    m_lines->addWidget(ends ? badge(fate, this) : smallLabel(fate, this), row, 2);
    m_fates << what << paid << fate;
}

void MoveEnding::showLines(domain::Date on, const std::vector<domain::CostLine>& lines,
                           const domain::Result<workbench::CareChange>& change)
{
    clearLines();
    for (const domain::CostLine& line : lines) {
        const domain::LineChange* fate = nullptr;
        if (change) {
            const auto found = std::ranges::find(change->lines, line.id,
                                                 [](const auto& one) { return one.before.id; });
            fate = found == change->lines.end() ? nullptr : &*found;
        }
        if (fate == nullptr && line.period.contains(on))
            addLine(line, tr("goes on"), false);
        else if (fate != nullptr && !fate->after)
            addLine(line, tr("removed"), true);
        else if (fate != nullptr)
            addLine(line, tr("ends %1").arg(wording::date(on)), true);
    }
}

QString MoveEnding::places() const
{
    return m_since->isVisibleTo(this) ? m_place->text() + QLatin1Char('\n') + m_since->text()
                                      : m_place->text();
}

QStringList MoveEnding::lines() const
{
    return m_fates;
}

} // namespace twelvefold::ui
