// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/page_preview.h"

#include "common/accessible_roles.h"
#include "common/controls.h"
#include "common/focus_ring.h"
#include "common/theme.h"

#include <QKeyEvent>
#include <QPaintEvent>
#include <QPainter>

namespace twelvefold::ui {
namespace {

constexpr int kBetweenPages = 20;
constexpr int kWidestPage = 640;

} // namespace

// The paper itself. A page is painted once for each width and kept as a picture.
class PagePreview::Sheets : public QWidget
{
public:
    explicit Sheets(QWidget* parent) : QWidget(parent) {}

    std::unique_ptr<report::Pages> pages;

    void forget() { m_pictures.clear(); }

    void fit(int available)
    {
        const int width = std::clamp(available - 2 * kBetweenPages, 240, kWidestPage);
        if (width != m_width)
            forget();
        m_width = width;
        const int count = pages ? pages->count() : 0;
        setFixedSize(std::max(available, width),
                     count * (pageHeight() + kBetweenPages) + kBetweenPages);
        update();
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        if (!pages)
            return;
        QPainter painter(this);
        const int left = (width() - m_width) / 2;
        for (int page = 0; page < pages->count(); ++page) {
            const QRect paper(left, kBetweenPages + page * (pageHeight() + kBetweenPages), m_width,
                              pageHeight());
            if (!paper.intersects(event->rect()))
                continue;
            painter.drawPixmap(paper.topLeft(), picture(page));
            painter.setPen(Appearance::instance().tokens().line);
            painter.drawRect(paper.adjusted(-1, -1, 0, 0));
        }
    }

private:
    int pageHeight() const
    {
        return qRound(m_width * report::Pages::size().height() / report::Pages::size().width());
    }

    const QPixmap& picture(int page)
    {
        const auto known = m_pictures.find(page);
        if (known != m_pictures.end())
            return known->second;
        const double ratio = devicePixelRatioF();
        QPixmap pixmap(QSizeF(m_width * ratio, pageHeight() * ratio).toSize());
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::white);
        QPainter painter(&pixmap);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        const double scale = m_width / report::Pages::size().width();
        painter.scale(scale, scale);
        pages->paint(painter, page);
        return m_pictures[page] = pixmap;
    }

    std::map<int, QPixmap> m_pictures;
    int m_width = kWidestPage;
};

PagePreview::PagePreview(QWidget* parent) : QScrollArea(parent), m_sheets(new Sheets(this))
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setRole(this, "clear");
    setRole(m_sheets, "clear");
    setWidget(m_sheets);
    setFocusPolicy(Qt::StrongFocus);
    new FocusRing(this);
    setAccessibleName(tr("Preview of the report"));
    setAccessibleRole(this, QAccessible::Document);
}

PagePreview::~PagePreview() = default;

void PagePreview::show(std::unique_ptr<report::Pages> pages, const QString& described)
{
    m_sheets->pages = std::move(pages);
    m_sheets->forget();
    m_sheets->fit(viewport()->width());
    setAccessibleDescription(described + QLatin1Char(' ') +
                             tr("Enter opens the whole of it as text."));
}

void PagePreview::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        emit textAsked();
    else
        QScrollArea::keyPressEvent(event);
}

int PagePreview::pageCount() const
{
    return m_sheets->pages ? m_sheets->pages->count() : 0;
}

void PagePreview::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    m_sheets->fit(viewport()->width());
}

} // namespace twelvefold::ui
