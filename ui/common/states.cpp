// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/states.h"

#include "common/controls.h"
#include "common/theme.h"
#include "store/store.h"
#include "wording/wording.h"

#include <QEvent>
#include <QPainter>
#include <QProgressBar>
#include <QThread>
#include <QVBoxLayout>
#include <cmath>

namespace twelvefold::ui {

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent), m_what(sentenceLabel(QString(), this)), m_why(quietLabel(QString(), this)),
      m_button(primaryButton(QString(), this))
{
    auto* column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addStretch(2);
    for (QLabel* label : {m_what, m_why}) {
        label->setAlignment(Qt::AlignHCenter);
        column->addWidget(label);
    }
    column->addSpacing(6);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::acted);
}

void EmptyState::say(const QString& what, const QString& why, const QString& action)
{
    m_what->setText(what);
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
    m_button->setText(action);
    m_button->setVisible(!action.isEmpty());
}

class Busy::Work
{
public:
    std::unique_ptr<QThread> thread;
    std::stop_source stop;
    Then then;
};

Busy::Busy(QWidget* over)
    : QWidget(over), m_title(sectionTitle(QString())), m_what(quietLabel(QString())),
      m_bar(new QProgressBar), m_cancel(secondaryButton(tr("Cancel")))
{
    auto* panel = new Panel(this);
    panel->setFixedWidth(380);
    panel->column()->setContentsMargins(20, 18, 20, 18);
    panel->column()->addWidget(m_title);
    panel->column()->addWidget(m_bar);
    panel->column()->addWidget(m_what);
    panel->column()->addWidget(m_cancel, 0, Qt::AlignRight);
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 1000);
    auto* column = new QVBoxLayout(this);
    column->addWidget(panel, 0, Qt::AlignCenter);
    hide();
    over->installEventFilter(this);
    m_patience.setSingleShot(true);
    m_patience.setInterval(100);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        setGeometry(parentWidget()->rect());
        raise();
        show();
        m_cancel->setFocus();
    });
    connect(m_cancel, &QPushButton::clicked, this, &Busy::stop);
}

Busy::~Busy()
{
    if (!m_work)
        return;
    m_work->stop.request_stop();
    m_work->thread->wait();
}

bool Busy::running() const
{
    return m_work != nullptr;
}

void Busy::run(const QString& title, Job job, Then then)
{
    m_title->setText(title);
    m_what->clear();
    m_bar->setValue(0);
    m_bar->setAccessibleName(title);
    m_cancel->setEnabled(true);
    m_work = std::make_unique<Work>();
    m_work->then = std::move(then);
    const auto report = [this](const domain::Message& what, double fraction) {
        QMetaObject::invokeMethod(
            this,
            [this, what, fraction] {
                m_what->setText(wording::text(what));
                m_bar->setValue(static_cast<int>(std::lround(fraction * 1000)));
            },
            Qt::QueuedConnection);
    };
    m_work->thread.reset(
        QThread::create([this, report, job = std::move(job), token = m_work->stop.get_token()] {
            std::optional<QString> failure;
            try {
                job(report, token);
            } catch (const store::WorldError& error) {
                failure = wording::text(error.message());
            }
            QMetaObject::invokeMethod(
                this, [this, failure] { finish(failure); }, Qt::QueuedConnection);
        }));
    m_work->thread->start();
    m_patience.start();
}

void Busy::stop()
{
    if (!m_work)
        return;
    m_work->stop.request_stop();
    m_cancel->setEnabled(false);
    m_what->setText(tr("Stopping…"));
}

void Busy::stopAndWait()
{
    if (!m_work)
        return;
    m_work->stop.request_stop();
    m_work->thread->wait();
    m_work.reset();
    m_patience.stop();
    hide();
}

void Busy::finish(const std::optional<QString>& failure)
{
    if (!m_work)
        return; // it was stopped meanwhile
    m_patience.stop();
    hide();
    const auto work = std::move(m_work);
    work->thread->wait();
    work->then(work->stop.stop_requested(), failure);
}

bool Busy::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void Busy::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QColor veil = Appearance::instance().tokens().window;
    veil.setAlphaF(0.75F);
    painter.fillRect(rect(), veil);
}

} // namespace twelvefold::ui
