// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/inspector_sheet.h"

#include "charts/pair_profile.h"
#include "charts/waterfall_chart.h"
#include "common/accessible_roles.h"
#include "common/controls.h"
#include "common/flow_layout.h"
#include "common/theme.h"
#include "explore/mark_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace twelvefold::ui {
namespace {

// A sheet is narrow, and a label as wide as its longest word: one that is longer than a line may be
// broken anywhere.
QString breakable(const QString& text)
{
    constexpr qsizetype kLongest = 24;
    constexpr QChar kMayBreak(0x200B);
    QString broken;
    qsizetype letters = 0;
    for (const QChar each : text) {
        letters = each.isSpace() ? 0 : letters + 1;
        if (letters > kLongest && !each.isLowSurrogate() && each.isLetterOrNumber())
            broken += kMayBreak;
        broken += each;
    }
    return broken;
}

QLabel* plainLabel(const QString& text, bool strong, QWidget* parent)
{
    auto* label = new QLabel(breakable(text), parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(strong ? Appearance::strong() : Appearance::body());
    label->setWordWrap(true);
    return label;
}

} // namespace

InspectorSheet::InspectorSheet(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout)
{
    m_column->setContentsMargins(0, 0, 6, 0);
    m_column->setSpacing(6);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addLayout(m_column);
    outer->addStretch(1);
}

void InspectorSheet::heading(const QString& text)
{
    QLabel* label = plainLabel(text, true, this);
    label->setFont(Appearance::sentence());
    m_column->addWidget(label);
}

void InspectorSheet::small(const QString& text)
{
    m_column->addWidget(smallLabel(breakable(text), this));
}

ChoiceButton* InspectorSheet::choiceButton(const Choice& choice, QWidget* parent)
{
    auto* button = new ChoiceButton(choice.words, parent);
    connect(button, &QPushButton::clicked, this, choice.act);
    return button;
}

void InspectorSheet::choice(const Choice& choice)
{
    m_column->addWidget(choiceButton(choice, this));
    m_column->addWidget(hairline(this));
}

void InspectorSheet::attentionChoices(const QString& title, const std::vector<Choice>& choices)
{
    auto* box = new QFrame(this);
    setRole(box, "attentionBox");
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(11, 8, 11, 6);
    column->setSpacing(0);
    QLabel* heading = sectionTitle(title, box);
    setRole(heading, "refusal"); // in the colour of attention
    column->addWidget(heading);
    for (const Choice& each : choices)
        column->addWidget(choiceButton(each, box));
    m_column->addWidget(box);
}

void InspectorSheet::quiet(const QString& text)
{
    m_column->addWidget(quietLabel(breakable(text), this));
}

void InspectorSheet::figure(const QString& text, const QString& beside, const Explain& explain)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    if (explain) {
        auto* figure = new FigureLink(text, beside, Appearance::figure(), this);
        connect(figure, &FigureLink::clicked, this, explain);
        row->addWidget(figure);
    } else {
        QLabel* figure = figureLabel(text, this);
        row->addWidget(figure);
    }
    if (!beside.isEmpty())
        row->addWidget(quietLabel(breakable(beside), this), 1, Qt::AlignBottom);
    else
        row->addStretch(1);
    m_column->addLayout(row);
}

void InspectorSheet::section(const QString& title)
{
    m_column->addSpacing(10);
    m_column->addWidget(sectionTitle(title, this));
}

void InspectorSheet::text(const QString& text)
{
    m_column->addWidget(plainLabel(text, false, this));
}

void InspectorSheet::note(const QString& text)
{
    m_column->addWidget(quietLabel(breakable(text), this));
}

void InspectorSheet::attention(const QString& title, const QString& reason, const Explain& explain)
{
    m_column->addWidget(attentionLabel(
        breakable(reason.isEmpty() ? title : title + QStringLiteral("\n") + reason), this));
    if (!explain)
        return;
    QPushButton* how = linkButton(tr("How was this worked out?"), this);
    how->setAccessibleName(tr("%1: how was this worked out?").arg(title));
    connect(how, &QPushButton::clicked, this, explain);
    m_column->addWidget(how);
}

FigureLink* InspectorSheet::line(const QString& left, const QString& right, bool strong,
                                 const Explain& explain)
{
    return addLine(nullptr, left, right, strong, explain);
}

void InspectorSheet::marked(std::optional<domain::Setting> setting, const QString& left,
                            const QString& right, bool strong, const Explain& explain)
{
    addLine(new MarkLabel(setting, this), left, right, strong, explain);
}

FigureLink* InspectorSheet::addLine(QWidget* mark, const QString& left, const QString& right,
                                    bool strong, const Explain& explain)
{
    FigureLink* link = nullptr;
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    if (mark != nullptr)
        row->addWidget(mark, 0, Qt::AlignTop);
    row->addWidget(plainLabel(left, strong, this), 1);
    if (!right.isEmpty() && explain) {
        link =
            new FigureLink(right, left, strong ? Appearance::strong() : Appearance::body(), this);
        connect(link, &FigureLink::clicked, this, explain);
        row->addWidget(link, 0, Qt::AlignTop);
    } else if (!right.isEmpty()) {
        QLabel* value = plainLabel(right, strong, this);
        value->setAlignment(Qt::AlignRight | Qt::AlignTop);
        row->addWidget(value, 0, Qt::AlignTop);
    }
    m_column->addLayout(row);
    m_column->addWidget(hairline(this));
    return link;
}

void InspectorSheet::steps(const analysis::Amounts& amounts)
{
    auto* chart = new charts::WaterfallChart(this);
    setAccessibleRole(chart, QAccessible::Chart);
    chart->setTheme(Appearance::instance().tokens());
    connect(&Appearance::instance(), &Appearance::changed, chart,
            [chart] { chart->setTheme(Appearance::instance().tokens()); });
    chart->show(charts::waterfallOf(amounts));
    m_column->addWidget(chart);
}

void InspectorSheet::profile(const domain::Cohort& cohort, std::size_t first,
                             std::optional<std::size_t> second)
{
    if (!cohort.framework)
        return;
    const domain::NeedsFramework& framework = *cohort.framework;
    auto* profile = new charts::PairProfile(this);
    setAccessibleRole(profile, QAccessible::Chart);
    profile->setTheme(Appearance::instance().tokens());
    connect(&Appearance::instance(), &Appearance::changed, profile,
            [profile] { profile->setTheme(Appearance::instance().tokens()); });
    const auto settingOf = [&](std::size_t row) {
        return cohort.setting[row].value_or(domain::Setting::other);
    };
    const auto nameOf = [&](std::size_t row) {
        return QString::fromStdString(cohort.pseudonym[row]);
    };
    if (second)
        profile->setChildren(settingOf(first), nameOf(first), settingOf(*second), nameOf(*second));
    else
        profile->setChildren(settingOf(first), nameOf(first));
    std::vector<charts::PairProfile::Row> rows;
    for (std::size_t domain = 0; domain < framework.domainCount(); ++domain)
        rows.push_back({QString::fromStdString(framework.domains()[domain].title),
                        cohort.levelOf(first, domain),
                        second ? cohort.levelOf(*second, domain) : std::nullopt});
    profile->setRows(std::move(rows), framework.highestLevel());
    m_column->addWidget(profile);
}

void InspectorSheet::link(const QString& text, const std::function<void()>& act,
                          const QString& accessibleName)
{
    QPushButton* button = linkButton(text, this);
    button->setAccessibleName(accessibleName.isEmpty() ? text : accessibleName);
    connect(button, &QPushButton::clicked, this, act);
    m_column->addWidget(button);
}

void InspectorSheet::buttons(const std::vector<std::pair<QString, std::function<void()>>>& buttons)
{
    auto* row = new FlowLayout(nullptr, Qt::AlignLeft, 6);
    for (const auto& [text, act] : buttons) {
        QPushButton* button =
            row->isEmpty() ? primaryButton(text, this) : secondaryButton(text, this);
        connect(button, &QPushButton::clicked, this, act);
        row->addWidget(button);
    }
    m_column->addSpacing(6);
    m_column->addLayout(row);
}

void InspectorSheet::actions(const QString& of,
                             const std::vector<std::pair<QString, std::function<void()>>>& actions)
{
    auto* row = new FlowLayout(nullptr, Qt::AlignLeft, 4);
    for (const auto& [text, act] : actions) {
        QPushButton* button = secondaryButton(text, this);
        setRole(button, "answer"); // narrow: three stand in a row
        button->setAccessibleName(tr("%1: %2").arg(of, text));
        connect(button, &QPushButton::clicked, this, act);
        row->addWidget(button);
    }
    m_column->addLayout(row);
}

void InspectorSheet::space(int pixels)
{
    m_column->addSpacing(pixels);
}

} // namespace twelvefold::ui
