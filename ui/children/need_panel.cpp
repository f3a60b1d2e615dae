// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/need_panel.h"

#include "charts/profile_radar.h"
#include "common/accessible_roles.h"
#include "common/controls.h"
#include "common/theme.h"
#include "wording/wording.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace twelvefold::ui {
namespace {

constexpr std::size_t kChangesShown = 4;
// With fewer, a middle half would be made of one or two children.
constexpr std::size_t kEnoughForAMiddleHalf = 4;

QString figure(double total)
{
    return wording::number(total, total == std::floor(total) ? 0 : 1);
}

QString title(const NeedsFormModel& model, std::size_t row)
{
    return QString::fromStdString(model.framework().domains()[row].title);
}

} // namespace

ShareBar::ShareBar(QWidget* parent) : QWidget(parent)
{
    setFixedHeight(8);
}

void ShareBar::setShare(double share)
{
    m_share = std::clamp(share, 0.0, 1.0);
    update();
}

void ShareBar::paintEvent(QPaintEvent*)
{
    const charts::Theme& tokens = Appearance::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.line);
    painter.drawRoundedRect(rect(), 4, 4);
    painter.setBrush(tokens.accent);
    if (m_share > 0)
        painter.drawRoundedRect(QRectF(0, 0, std::max(8.0, width() * m_share), height()), 4, 4);
}

NeedPanel::NeedPanel(QWidget* parent)
    : QFrame(parent), m_content(new QWidget), m_radar(new charts::ProfileRadar),
      m_legend(smallLabel({})), m_total(figureLabel({})), m_scored(new QLabel),
      m_was(quietLabel({})), m_bar(new ShareBar), m_changedTitle(sectionTitle(tr("What changed"))),
      m_changed(smallLabel({})), m_attention(smallLabel({})), m_similar(quietLabel({})),
      m_whoIsSimilar(smallLabel({})), m_see(linkButton(tr("See them in Explore"))),
      m_how(linkButton(tr("How was this worked out?"))), m_keys(smallLabel({}))
{
    setRole(this, "panel");
    setRole(m_content, "clear");
    m_legend->setAlignment(Qt::AlignHCenter);
    m_total->setWordWrap(false);
    m_was->setWordWrap(false);
    m_scored->setWordWrap(true);
    m_was->setAlignment(Qt::AlignRight | Qt::AlignBottom);
    setRole(m_changed, "");
    setRole(m_attention, "attention");
    m_radar->setAccessibleName(tr("Need profile"));
    setAccessibleRole(m_radar, QAccessible::Chart);
    m_radar->setTheme(Appearance::instance().tokens());
    connect(&Appearance::instance(), &Appearance::changed, this,
            [this] { m_radar->setTheme(Appearance::instance().tokens()); });

    auto* totals = new QHBoxLayout;
    totals->setSpacing(9);
    totals->addWidget(m_total, 0, Qt::AlignBottom);
    totals->addWidget(m_scored, 1, Qt::AlignBottom);
    totals->addWidget(m_was, 0, Qt::AlignBottom);
    m_scored->setContentsMargins(0, 0, 0, 4);
    m_was->setContentsMargins(0, 0, 0, 4);

    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(14, 14, 14, 12);
    column->setSpacing(6);
    column->addWidget(sectionTitle(tr("Profile")));
    column->addWidget(m_radar, 0, Qt::AlignHCenter);
    column->addWidget(m_legend);
    column->addSpacing(8);
    column->addLayout(totals);
    column->addWidget(m_bar);
    column->addSpacing(12);
    column->addWidget(m_changedTitle);
    column->addWidget(m_changed);
    column->addWidget(m_attention);
    column->addSpacing(10);
    column->addWidget(sectionTitle(tr("Children of similar need")));
    column->addWidget(m_similar);
    column->addWidget(m_whoIsSimilar);
    column->addWidget(m_see, 0, Qt::AlignLeft);
    column->addWidget(m_how, 0, Qt::AlignLeft);
    column->addStretch();
    column->addWidget(m_keys);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(1, 1, 1, 1);
    all->addWidget(scrolling(m_content, this));
    m_how->setAccessibleName(tr("Children of similar need: how was this worked out?"));
    connect(m_see, &QPushButton::clicked, this, &NeedPanel::similarAsked);
    connect(m_how, &QPushButton::clicked, this, &NeedPanel::similarTraceAsked);
    clear();
}

void NeedPanel::clear()
{
    m_content->hide();
}

void NeedPanel::show(const NeedsFormModel& model, bool writing)
{
    QStringList titles;
    std::vector<std::optional<int>> now, before;
    for (std::size_t i = 0; i < model.rows(); ++i) {
        titles << title(model, i);
        now.push_back(model.level(i));
        before.push_back(model.previousLevel(i));
    }
    m_radar->setDomains(titles, model.framework().highestLevel());
    m_radar->setLevels(now, before);
    const QString solid =
        writing ? tr("solid today") : tr("solid %1").arg(wording::date(model.assessment().date));
    m_legend->setText(model.previous() == nullptr
                          ? (writing ? tr("the first assessment") : solid)
                          : tr("%1 · dashed %2").arg(solid, wording::date(model.previous()->date)));
    showTotal(model);
    showChanges(model, writing);
    m_keys->setText(writing
                        ? tr("0–4 scores and moves on · ↑↓ rows · ←→ read levels · N note · U not "
                             "known · C confidence · Esc leaves")
                        : tr("On a domain, 0–4 begins an assessment · ↑↓ rows · ←→ read levels"));
    m_content->show();
}

void NeedPanel::showTotal(const NeedsFormModel& model)
{
    const NeedsFormModel::SoFar soFar = model.soFar();
    m_total->setText(figure(soFar.total));
    if (const auto total = model.total()) {
        const auto band = model.framework().bandOf(*total);
        m_scored->setText(band ? QString::fromStdString(model.framework().bands()[*band].title)
                               : QString());
    } else {
        m_scored->setText(tr("so far, %1 of %2 scored").arg(soFar.scored).arg(model.rows()));
    }
    const auto was = model.previousTotal();
    m_was->setText(was ? tr("was %1").arg(figure(*was)) : QString());
    m_bar->setShare(soFar.total / std::max(model.framework().highestTotal(), 1.0));
}

void NeedPanel::showChanges(const NeedsFormModel& model, bool writing)
{
    const auto changes = model.changes();
    QStringList lines;
    for (const domain::LevelChange& change : changes) {
        if (lines.size() == static_cast<qsizetype>(kChangesShown))
            break;
        lines << tr("%1 %2, %3\u00a0to\u00a0%4")
                     .arg(change.now > change.before ? QStringLiteral("↑") : QStringLiteral("↓"),
                          title(model, change.domain))
                     .arg(change.before)
                     .arg(change.now);
    }
    if (changes.size() > kChangesShown)
        lines << tr("and %1 more").arg(changes.size() - kChangesShown);
    if (lines.isEmpty())
        lines << tr("Nothing yet.");
    m_changed->setText(lines.join(QLatin1Char('\n')));
    const bool compared = model.previous() != nullptr;
    m_changedTitle->setVisible(compared);
    m_changed->setVisible(compared);

    const auto jumps = model.jumpsWithoutEvidence();
    m_attention->setVisible(writing && !jumps.empty());
    if (jumps.empty())
        return;
    const domain::LevelChange& first = jumps.front();
    const int by = std::abs(first.now - first.before);
    const QString moved =
        (first.now > first.before ? tr("%1 rose %2 levels") : tr("%1 fell %2 levels"))
            .arg(title(model, first.domain))
            .arg(by);
    m_attention->setText(
        jumps.size() == 1
            ? tr("%1: evidence will be asked for at sign-off.").arg(moved)
            : tr("%1, and %2 more moved as far: evidence will be asked for at sign-off.")
                  .arg(moved)
                  .arg(jumps.size() - 1));
}

void NeedPanel::showSimilar(const std::optional<analysis::SimilarChildren>& similar,
                            double tolerance, domain::Date census)
{
    const bool somebody = similar && !similar->rows.empty();
    m_whoIsSimilar->setVisible(somebody);
    m_whoIsSimilar->setText(tr("By the levels in this form, whether a child's cost is known or "
                               "not. Explore compares what is signed off with those whose cost is "
                               "known, so it may name others."));
    m_see->setVisible(somebody);
    m_how->setVisible(somebody);
    if (!similar) {
        m_similar->setText(tr("Being worked out…"));
        return;
    }
    m_similar->setToolTip(
        tr("Compared on the %1 domains scored so far, across all settings, on the "
           "census date %2. Similar: within %3 in all.")
            .arg(similar->domains)
            .arg(wording::date(census), wording::levels(tolerance)));
    if (similar->domains == 0) {
        m_similar->setText(tr("Shown once a domain is scored."));
        return;
    }
    const std::size_t n = similar->rows.size();
    // The page speaks of another day.
    const QString on = wording::date(census);
    QString words =
        n == 1 ? tr("1 child on %1").arg(on) : tr("%1 children on %2").arg(wording::count(n), on);
    if (n == 0)
        words = tr("Nobody compared on %1 has been assessed in these domains.").arg(on);
    else if (similar->nearestInstead)
        words = tr("The %1 nearest on %3, within %2")
                    .arg(wording::count(n), wording::levels(similar->farthest), on);
    if (similar->median)
        words += (similar->nearestInstead ? QStringLiteral("\n") : QStringLiteral(" · ")) +
                 tr("median %1 a week").arg(wording::pounds(*similar->median));
    else if (n > 0)
        words += tr(" · cost not known");
    if (similar->withCost >= kEnoughForAMiddleHalf && similar->lowerQuartile)
        words += tr("\nmiddle half %1 to %2")
                     .arg(wording::pounds(*similar->lowerQuartile),
                          wording::pounds(*similar->upperQuartile));
    m_similar->setText(words);
}

} // namespace twelvefold::ui
