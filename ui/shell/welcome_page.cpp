// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/welcome_page.h"

#include "charts/need_cost_chart.h"
#include "common/accessible_roles.h"
#include "common/button_text.h"
#include "common/controls.h"
#include "common/dates.h"
#include "common/flow_layout.h"
#include "common/theme.h"
#include "wording/wording.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace twelvefold::ui {
namespace {

constexpr int kCardWidth = 540;
constexpr int kNarrow = 1180; // below this there is room for the ways in alone

// A button as tall as what is written on it.
class Card : public QPushButton
{
public:
    using QPushButton::QPushButton;
    QSize sizeHint() const override
    {
        const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(kCardWidth)
                                                         : layout()->totalSizeHint().height();
        return {kCardWidth, height};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void keyPressEvent(QKeyEvent* event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            click();
        else
            QPushButton::keyPressEvent(event);
    }
};

QFont sized(int pixels, QFont::Weight weight)
{
    QFont font = Appearance::body();
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

QString when(const QDateTime& opened)
{
    const qint64 days = opened.date().daysTo(toQDate(domain::today()));
    if (days <= 0)
        return WelcomePage::tr("today");
    if (days == 1)
        return WelcomePage::tr("yesterday");
    return WelcomePage::tr("%n days ago", nullptr, static_cast<int>(days));
}

void empty(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        if (item->layout())
            empty(item->layout());
        delete item;
    }
}

} // namespace

WelcomePage::WelcomePage(Demonstration& demonstration, Settings& settings, QWidget* parent)
    : QWidget(parent), m_demonstration(demonstration), m_settings(settings)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(40, 30, 40, 30);
    row->setSpacing(0);
    row->addStretch(1);
    row->addWidget(waysIn(), 0, Qt::AlignVCenter);
    m_right = picture();
    row->addStretch(1);
    row->addWidget(m_right, 0, Qt::AlignVCenter);
    row->addStretch(1);
    connect(&demonstration, &Demonstration::ready, this, &WelcomePage::showPicture);
    connect(&Appearance::instance(), &Appearance::changed, this,
            [this] { m_chart->setTheme(Appearance::instance().tokens()); });
    refresh();
}

QPushButton* WelcomePage::card(const char* role, const QString& title, const QString& words)
{
    auto* made = new Card(this);
    made->setAccessibleName(title);
    made->setAccessibleDescription(words);
    made->setCursor(Qt::PointingHandCursor);
    setRole(made, role);
    auto* column = new QVBoxLayout(made);
    column->setContentsMargins(21, 17, 21, 17);
    column->setSpacing(3);
    auto* heading = new QLabel(title, made);
    heading->setFont(sized(15, QFont::DemiBold));
    heading->setWordWrap(true);
    column->addWidget(heading);
    if (!words.isEmpty())
        column->addWidget(quietLabel(words, made));
    for (QLabel* label : made->findChildren<QLabel*>())
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    return made;
}

QWidget* WelcomePage::waysIn()
{
    auto* left = new QWidget(this);
    left->setFixedWidth(kCardWidth);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    auto* name = new QLabel(QStringLiteral("Twelvefold"), left);
    name->setFont(sized(34, QFont::Bold));
    auto* purpose =
        new QLabel(tr("What children need, what their care costs, and what comes of it."), left);
    purpose->setFont(sized(16, QFont::Normal));
    purpose->setWordWrap(true);
    setRole(purpose, "quiet");
    column->addWidget(name);
    column->addWidget(purpose);
    column->addSpacing(16);
    m_demonstrationCard = card("firstCard", tr("Open the demonstration council"),
                               tr("534 invented children, three years of needs, costs and "
                                  "outcomes. Nothing in it is real."));
    m_newCard = card("card", tr("Start a new store"),
                     tr("One file on this computer, readable by you alone."));
    m_openCard = card("card", tr("Open a store…"), {});
    column->addWidget(m_demonstrationCard);
    column->addWidget(m_newCard);
    column->addWidget(m_openCard);
    column->addSpacing(8);
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(6);
    column->addLayout(m_recent);
    connect(m_demonstrationCard, &QPushButton::clicked, this, &WelcomePage::demonstrationRequested);
    connect(m_newCard, &QPushButton::clicked, this, &WelcomePage::newRequested);
    connect(m_openCard, &QPushButton::clicked, this, &WelcomePage::openRequested);
    return left;
}

void WelcomePage::refresh()
{
    empty(m_recent);
    const auto stores = m_settings.recent();
    if (!stores.empty())
        m_recent->addWidget(quietLabel(tr("Recent"), this));
    for (const auto& recent : stores) {
        auto* row = new QHBoxLayout;
        row->setSpacing(6);
        auto* open = linkButton(onButton(recent.name.isEmpty() ? recent.path : recent.name), this);
        open->setToolTip(recent.path);
        connect(open, &QPushButton::clicked, this,
                [this, path = recent.path] { emit recentRequested(path); });
        row->addWidget(open);
        auto* age = quietLabel(QStringLiteral("· ") + when(recent.openedAt), this);
        age->setWordWrap(false);
        row->addWidget(age);
        row->addStretch(1);
        m_recent->addLayout(row);
    }
    auto* care = new FlowLayout;
    auto* remember = new QCheckBox(tr("Remember the stores I open"), this);
    remember->setChecked(m_settings.remembersRecent());
    connect(remember, &QCheckBox::toggled, this, [this](bool on) {
        m_settings.setRemembersRecent(on);
        QMetaObject::invokeMethod(this, &WelcomePage::refresh, Qt::QueuedConnection);
    });
    care->addWidget(remember);
    if (!stores.empty()) {
        auto* clear = linkButton(tr("Clear the list"), this);
        connect(clear, &QPushButton::clicked, this, [this] {
            m_settings.clearRecent();
            QMetaObject::invokeMethod(this, &WelcomePage::refresh, Qt::QueuedConnection);
        });
        care->addWidget(clear);
    }
    m_recent->addLayout(care);
}

QWidget* WelcomePage::picture()
{
    auto* right = new QWidget(this);
    right->setFixedWidth(520);
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    auto* panel = new Panel(right);
    panel->column()->setContentsMargins(18, 18, 18, 14);
    panel->column()->setSpacing(4);
    m_line = sectionTitle(QString(), panel);
    m_why = quietLabel(tr("Drawing the demonstration council…"), panel);
    m_chart = new charts::NeedCostChart(panel);
    setAccessibleRole(m_chart, QAccessible::Chart);
    m_chart->setTheme(Appearance::instance().tokens());
    m_chart->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_chart->setFocusPolicy(Qt::NoFocus);
    m_chart->setMinimumHeight(410);
    panel->column()->addWidget(m_line);
    panel->column()->addWidget(m_why);
    panel->column()->addWidget(m_chart, 1);
    m_line->hide();
    m_chart->hide();
    panel->setMinimumHeight(488);
    column->addWidget(panel);
    column->addWidget(quietLabel(tr("Works offline. Nothing leaves this computer."), right));
    return right;
}

void WelcomePage::showPicture()
{
    const auto& shown = m_demonstration.picture();
    m_chart->show(shown.cohort, shown.findings);
    const auto& pairs = shown.findings->similarNeed.eachChildOnce;
    if (!pairs.empty()) {
        m_line->setText(tr("Two children with similar needs. One costs %1 times the other.")
                            .arg(wording::number(pairs.front().ratio, 1)));
        m_why->setText(tr("Why? Three clicks from here."));
        m_chart->setSelection({pairs.front().a, pairs.front().b}, true);
    }
    m_line->setVisible(!pairs.empty());
    m_why->setVisible(!pairs.empty());
    m_chart->QWidget::show();
}

void WelcomePage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_right->setVisible(width() >= kNarrow);
}

} // namespace twelvefold::ui
