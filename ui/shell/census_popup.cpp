// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/census_popup.h"

#include "common/controls.h"
#include "common/dates.h"
#include "common/inputs.h"
#include "wording/wording.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace twelvefold::ui {
namespace {

constexpr int kYearsOffered = 4;

} // namespace

CensusPopup::CensusPopup(domain::Date current, domain::Date latest, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_field(new DateEdit(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setRole(this, "panel");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 14);
    column->setSpacing(8);
    column->addWidget(sectionTitle(tr("Census date"), this));
    column->addWidget(smallLabel(tr("Everything is shown as it stood on this day."), this));
    auto* years = new QHBoxLayout;
    years->setSpacing(6);
    domain::Date day = domain::lastCensusDay(latest);
    for (int i = 0; i < kYearsOffered; ++i) {
        auto* year = secondaryButton(wording::date(day), this);
        connect(year, &QPushButton::clicked, this, [this, day] { take(day); });
        years->addWidget(year);
        day = domain::lastCensusDay(day.plusDays(-1));
    }
    column->addLayout(years);
    auto* other = new QHBoxLayout;
    m_field->setAccessibleNames(tr("Another date"));
    m_field->setDate(current);
    other->addWidget(m_field, 1, Qt::AlignTop);
    auto* use = primaryButton(tr("Use this date"), this);
    other->addWidget(use, 0, Qt::AlignTop);
    column->addLayout(other);
    const auto useTyped = [this] {
        if (const auto date = m_field->date())
            take(*date);
    };
    connect(use, &QPushButton::clicked, this, useTyped);
    connect(m_field->line(), &QLineEdit::returnPressed, this, useTyped);
    m_field->line()->selectAll();
}

void CensusPopup::take(domain::Date census)
{
    emit chosen(census);
    close();
}

} // namespace twelvefold::ui
