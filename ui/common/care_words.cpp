// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/care_words.h"

#include "common/inputs.h"
#include "wording/days.h"
#include "wording/wording.h"

#include <QCoreApplication>

namespace twelvefold::ui {
namespace {

constexpr double kFarthestMiles = 999.8; // in the returns, 999.9 stands for not known

class CareInWords
{
    Q_DECLARE_TR_FUNCTIONS(CareInWords)
};

} // namespace

QString newProviderInWords(const QString& typed, const QStringList& known)
{
    const QString name = typed.simplified();
    if (name.isEmpty() || known.contains(name, Qt::CaseInsensitive))
        return {};
    const QStringList alike = known.filter(name, Qt::CaseInsensitive);
    const QString added =
        CareInWords::tr("“%1” is a new provider, added when this is saved.").arg(name);
    return alike.isEmpty() ? added : CareInWords::tr("%1 Or is it %2?").arg(added, alike.front());
}

QString daysInWords(int days)
{
    return days == 1
               ? CareInWords::tr("1 day")
               : CareInWords::tr("%1 days").arg(wording::count(static_cast<std::uint64_t>(days)));
}

QString costInWords(const domain::CostLine& line)
{
    const QString component = wording::text(domain::word(line.component));
    const auto weekly = domain::inWeeklyTerms(line);
    return weekly
               ? CareInWords::tr("%1 %2 a week").arg(component, wording::money(*weekly))
               : CareInWords::tr("%1 %2 once").arg(component, wording::money(line.signedAmount()));
}

QString costsInWords(const std::vector<domain::CostLine>& lines)
{
    QStringList words;
    for (const domain::CostLine& line : lines)
        words << costInWords(line);
    return words.join(QStringLiteral(", "));
}

QString countedTwiceInWords(const std::vector<domain::CostLine>& others)
{
    if (others.empty())
        return {};
    return (others.size() == 1
                ? CareInWords::tr("%1 is paid on the same days, and both are counted. Did it end?")
                : CareInWords::tr(
                      "%1 are paid on the same days, and all are counted. Did they end?"))
        .arg(costsInWords(others));
}

QStringList linesInWords(const std::vector<domain::LineChange>& changes)
{
    std::vector<domain::CostLine> ended, goOn, gone;
    std::optional<domain::Date> on;
    for (const domain::LineChange& change : changes) {
        if (!change.after) {
            gone.push_back(change.before);
        } else if (change.after->period.end) {
            ended.push_back(*change.after);
            on = change.after->period.end;
        } else {
            goOn.push_back(*change.after);
        }
    }
    QStringList words;
    if (!ended.empty())
        words
            << CareInWords::tr("Also ends on %2: %1.").arg(costsInWords(ended), wording::date(*on));
    if (!goOn.empty())
        words << CareInWords::tr("Also goes on: %1.").arg(costsInWords(goOn));
    if (!gone.empty())
        words << CareInWords::tr("Also removed, since it was to begin later: %1.")
                     .arg(costsInWords(gone));
    return words;
}

QString linesDoneInWords(const std::vector<domain::LineChange>& changes)
{
    std::size_t ended = 0, goOn = 0, gone = 0;
    for (const domain::LineChange& change : changes)
        ++(!change.after ? gone : change.after->period.end ? ended : goOn);
    QStringList words;
    if (ended > 0)
        words << (ended == 1 ? CareInWords::tr("1 cost ends with it.")
                             : CareInWords::tr("%1 costs end with it.").arg(wording::count(ended)));
    if (goOn > 0)
        words << (goOn == 1 ? CareInWords::tr("1 cost goes on with it.")
                            : CareInWords::tr("%1 costs go on with it.").arg(wording::count(goOn)));
    if (gone > 0)
        words << (gone == 1 ? CareInWords::tr("1 cost that was to begin later is removed.")
                            : CareInWords::tr("%1 costs that were to begin later are removed.")
                                  .arg(wording::count(gone)));
    return words.join(QLatin1Char(' '));
}

QString rateInWords(domain::Money amount, domain::CostPer per)
{
    domain::CostLine line;
    line.amount = amount;
    line.per = per;
    const auto weekly = domain::inWeeklyTerms(line);
    if (!weekly)
        return wording::money(amount);
    const QString week = CareInWords::tr("%1 a week").arg(wording::money(*weekly));
    const QString paid = wording::money(amount);
    switch (per) {
    case domain::CostPer::day:
        return CareInWords::tr("%1 (%2 × 7)").arg(week, paid);
    case domain::CostPer::month:
        return CareInWords::tr("%1 (%2 × 12 × 7 ÷ 365)").arg(week, paid);
    case domain::CostPer::year:
        return CareInWords::tr("%1 (%2 × 7 ÷ 365)").arg(week, paid);
    case domain::CostPer::week:
    case domain::CostPer::once:
        break;
    }
    return week;
}

QString placeInWords(domain::Setting setting, const QString& provider)
{
    const QString words = wording::text(domain::word(setting));
    return provider.isEmpty() ? words : CareInWords::tr("%1 · %2").arg(words, provider);
}

QString placementInWords(const domain::Placement& placement)
{
    return CareInWords::tr("%1 from %2")
        .arg(wording::text(domain::word(placement.setting)), wording::date(placement.period.start));
}

QString noPlacementInWords()
{
    return CareInWords::tr("the child's own");
}

std::optional<double> milesIn(const QString& typed)
{
    QString text = typed;
    text.remove(CareInWords::tr("miles"), Qt::CaseInsensitive);
    const auto miles = numberIn(text);
    return miles && *miles >= 0 && *miles <= kFarthestMiles ? miles : std::nullopt;
}

QString noMilesInWords(const QString& typed)
{
    return CareInWords::tr("“%1” is not a distance: write miles, from 0 to %2.")
        .arg(typed, wording::number(kFarthestMiles, 1));
}

QString dayInWords(domain::Date day, domain::Date today)
{
    const QString weekday = wording::weekday(day);
    const int days = domain::daysBetween(day, today);
    if (days == 0)
        return CareInWords::tr("%1, today").arg(weekday);
    return days > 0 ? CareInWords::tr("%1, %2 ago").arg(weekday, daysInWords(days))
                    : CareInWords::tr("%1, in %2").arg(weekday, daysInWords(-days));
}

} // namespace twelvefold::ui
