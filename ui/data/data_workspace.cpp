// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/data_workspace.h"

#include "common/controls.h"
#include "data/bring_in_page.h"
#include "data/care_page.h"
#include "data/quality_page.h"

#include <QTabWidget>
#include <QVBoxLayout>

namespace twelvefold::ui {

DataWorkspace::DataWorkspace(Session& session, QWidget* parent)
    : QWidget(parent), m_tabs(new QTabWidget), m_bringIn(new BringInPage(session)),
      m_quality(new QualityPage(session)), m_care(new CarePage(session))
{
    setProperty("helpPage", "data");
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(14, 14, 14, 14);
    auto* panel = new Panel(this);
    panel->column()->setContentsMargins(14, 8, 14, 14);
    outer->addWidget(panel);
    panel->column()->addWidget(m_tabs);
    m_tabs->addTab(m_bringIn, tr("Bring in"));
    m_tabs->addTab(m_quality, tr("Data quality"));
    m_tabs->addTab(m_care, tr("Care of the store"));
}

} // namespace twelvefold::ui
