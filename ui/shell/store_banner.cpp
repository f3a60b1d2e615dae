// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/store_banner.h"

#include "common/controls.h"

#include <QAccessible>
#include <QHBoxLayout>

namespace twelvefold::ui {

StoreBanner::StoreBanner(QWidget* parent)
    : QFrame(parent), m_text(attentionLabel(QString(), this)),
      m_button(secondaryButton(QString(), this))
{
    setAccessibleName(tr("About the store"));
    m_text->setTextFormat(Qt::PlainText); // names of councils and files are no markup
    m_text->setWordWrap(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 8, 14, 0);
    row->setSpacing(12);
    row->addWidget(m_text, 1);
    row->addWidget(m_button);
    // After the click is over: what it does may close the store, and this with it.
    connect(
        m_button, &QPushButton::clicked, this,
        [this] {
            if (const auto does = m_does) // which may offer something else
                does();
        },
        Qt::QueuedConnection);
    hide();
}

QString StoreBanner::sentence() const
{
    return isHidden() ? QString() : m_text->text();
}

void StoreBanner::clear()
{
    m_matter.reset();
    hide();
}

void StoreBanner::offer(Matter matter, const QString& sentence, const QString& button,
                        std::function<void()> does)
{
    if (m_matter && *m_matter > matter)
        return;
    m_matter = matter;
    m_text->setText(sentence);
    m_button->setText(button);
    m_does = std::move(does);
    show();
    QAccessibleEvent spoken(m_text, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&spoken);
}

} // namespace twelvefold::ui
