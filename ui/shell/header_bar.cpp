// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/header_bar.h"

#include "common/button_text.h"
#include "common/controls.h"
#include "common/icons.h"
#include "common/inputs.h"
#include "common/theme.h"
#include "shell/census_popup.h"
#include "shell/search_box.h"
#include "wording/wording.h"

#include <QHBoxLayout>
#include <algorithm>

namespace twelvefold::ui {

namespace {

constexpr int kWidestStore = 300;
constexpr int kWidestAuthor = 180;
constexpr int kNarrowestSearch = 150;
constexpr int kWidestSearch = 300;

// Who is in force, in as few words as a header has room for.
QString cohortInShort(std::size_t shown, std::size_t all, domain::CohortFilter filter)
{
    const bool comparable = !filter.notCompared.empty();
    filter.notCompared.clear();
    const QString words = wording::cohortInForce(shown, all, filter, std::nullopt);
    return comparable ? HeaderBar::tr("%1, comparable settings").arg(words) : words;
}

} // namespace

HeaderBar::HeaderBar(Session& session, QWidget* parent)
    : QFrame(parent), m_session(session), m_store(new ElidedLabel(QString(), this)),
      m_listDay(new ElidedLabel(QString(), this)), m_census(secondaryButton(QString(), this)),
      m_cohort(new ElidedLabel(QString(), this)), m_readOnly(plainBadge(tr("read only"), this)),
      m_search(new SearchBox(session, this)), m_author(secondaryButton(QString(), this))
{
    setRole(this, "bar");
    setFixedHeight(48);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(18, 0, 18, 1);
    row->setSpacing(14);
    m_store->setFont(Appearance::strong());
    m_store->setMaximumWidth(kWidestStore);
    setRole(m_cohort, "quiet");
    // The last to be given room, and all that is left of it.
    m_cohort->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_author->setMaximumWidth(kWidestAuthor);
    m_census->setIcon(icon("chevron"));
    m_census->setIconSize({12, 12});
    m_census->setLayoutDirection(Qt::RightToLeft); // the chevron after the date
    setRole(m_author, "plain");
    row->addWidget(m_store);
    row->addWidget(m_listDay);
    row->addWidget(m_census);
    row->addWidget(m_cohort, 1);
    row->addWidget(m_readOnly);
    row->addWidget(m_search);
    row->addWidget(m_author);
    connect(m_census, &QPushButton::clicked, this, &HeaderBar::chooseCensus);
    connect(m_author, &QPushButton::clicked, this, &HeaderBar::authorRequested);
    for (const auto signal : {&Session::opened, &Session::cohortChanged})
        connect(&session, signal, this, &HeaderBar::refresh);
}

void HeaderBar::refresh()
{
    if (!m_session.isOpen())
        return;
    const auto& store = m_session.workbench().store();
    m_store->setText(m_session.storeName());
    m_census->setText(tr("Census date %1").arg(wording::date(m_session.census())));
    m_census->setAccessibleName(m_census->text());
    m_census->setToolTip(tr("Explore, Providers, Reports and Data quality show this day"));
    m_readOnly->setVisible(store.readOnly());
    const auto whole = m_session.wholeCohort(), shown = m_session.cohort();
    m_census->setVisible(!m_speaksOfList);
    m_listDay->setVisible(m_speaksOfList);
    m_cohort->setText(
        m_speaksOfList   ? m_listed == 0 ? tr("No child on the list")
                           : m_listed == 1
                               ? tr("1 child on the list")
                               : tr("%1 children on the list").arg(wording::count(m_listed))
          : whole && shown ? cohortInShort(shown->size(), whole->size(), m_session.filter())
                         : tr("Reading the records…"));
    const QString author = QString::fromStdString(m_session.workbench().author());
    m_author->setText(onButton(author));
    m_author->setAccessibleName(tr("Who is working: %1").arg(author));
    m_author->setToolTip(tr("Your changes are recorded under this name"));
}

void HeaderBar::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    m_search->setFixedWidth(std::clamp(width() / 4, kNarrowestSearch, kWidestSearch));
}

void HeaderBar::setWorkspace(Workspace workspace)
{
    m_speaksOfList = workspace == Workspace::children;
    refresh();
}

void HeaderBar::setList(const QString& day, std::size_t children)
{
    m_listDay->setText(day);
    m_listed = children;
    refresh();
}

QString HeaderBar::day() const
{
    return m_speaksOfList ? m_listDay->text() : m_census->text();
}

void HeaderBar::chooseCensus()
{
    const domain::Date today = m_session.today();
    const auto span = m_session.workbench().recordedSpan().value_or(std::pair(today, today));
    auto* popup = new CensusPopup(m_session.census(), span, today, this);
    popup->setDoubt([this](domain::Date census) {
        const auto doubt = m_session.workbench().censusDoubt(census);
        return doubt ? wording::text(*doubt) : QString();
    });
    connect(popup, &CensusPopup::chosen, this, [this](domain::Date census) {
        m_session.setCensus(census);
        if (m_speaksOfList)
            m_session.say(tr("Explore, Providers, Reports and Data quality show %1 now.")
                              .arg(wording::date(census)));
    });
    const QWidget* under = m_speaksOfList ? static_cast<QWidget*>(m_listDay) : m_census;
    popup->move(under->mapToGlobal(QPoint(0, under->height() + 4)));
    popup->show();
    popup->field()->line()->setFocus();
}

} // namespace twelvefold::ui
