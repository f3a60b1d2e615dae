// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/census_popup.h"

#include "common/controls.h"
#include "common/dates.h"
#include "common/inputs.h"
#include "wording/wording.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace twelvefold::ui {
namespace {

constexpr int kYearsOffered = 4;

} // namespace

CensusPopup::CensusPopup(domain::Date current, std::pair<domain::Date, domain::Date> recorded,
                         domain::Date today, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_field(new DateEdit(this)),
      m_said(attentionLabel(QString(), this)), m_use(primaryButton(tr("Use this date"), this)),
      m_latest(std::max(today, recorded.second))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setRole(this, "panel");
    m_field->takeAnyYear();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 14);
    column->setSpacing(8);
    column->addWidget(sectionTitle(tr("Census date"), this));
    column->addWidget(smallLabel(tr("Explore, Providers, Reports and Data quality show how things "
                                    "stood on this day. The list of children stays as it is now."),
                                 this));
    auto* years = new QHBoxLayout;
    years->setSpacing(6);
    domain::Date day = domain::lastCensusDay(std::min(today, recorded.second));
    for (int i = 0; i < kYearsOffered && (i == 0 || day >= recorded.first); ++i) {
        auto* year = secondaryButton(wording::date(day), this);
        connect(year, &QPushButton::clicked, this, [this, day] { take(day); });
        years->addWidget(year);
        day = domain::lastCensusDay(day.plusDays(-1));
    }
    years->addStretch();
    column->addLayout(years);
    auto* other = new QHBoxLayout;
    m_field->setAccessibleNames(tr("Another date"));
    m_field->setDate(current);
    other->addWidget(m_field, 1, Qt::AlignTop);
    other->addWidget(m_use, 0, Qt::AlignTop);
    column->addLayout(other);
    column->addWidget(m_said);
    m_said->hide();
    connect(m_use, &QPushButton::clicked, this, &CensusPopup::takeTyped);
    connect(m_field->line(), &QLineEdit::returnPressed, this, &CensusPopup::takeTyped);
    connect(m_field->line(), &QLineEdit::textChanged, this, &CensusPopup::sayDoubt);
    m_field->line()->selectAll();
}

void CensusPopup::setDoubt(std::function<QString(domain::Date)> doubt)
{
    m_doubt = std::move(doubt);
    sayDoubt();
}

QString CensusPopup::doubt() const
{
    return m_said->text();
}

bool CensusPopup::isToCome(domain::Date census) const
{
    return census > m_latest;
}

void CensusPopup::sayDoubt()
{
    const auto date = m_field->date();
    m_said->setText(date && m_doubt ? m_doubt(*date) : QString());
    m_said->setVisible(!m_said->text().isEmpty());
    m_use->setEnabled(date && !isToCome(*date));
    m_use->setAccessibleDescription(m_said->text());
    adjustSize();
}

void CensusPopup::takeTyped()
{
    if (const auto date = m_field->date(); date && !isToCome(*date))
        take(*date);
}

void CensusPopup::take(domain::Date census)
{
    emit chosen(census);
    close();
}

} // namespace twelvefold::ui
