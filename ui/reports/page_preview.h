// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/pages.h"

#include <QScrollArea>
#include <QTimer>
#include <map>
#include <memory>

namespace twelvefold::ui {

// The pages of a document one under another, as the PDF will hold them, always on white paper.
class PagePreview : public QScrollArea
{
    Q_OBJECT
public:
    explicit PagePreview(QWidget* parent = nullptr);
    ~PagePreview() override;
    void show(std::unique_ptr<report::Pages> pages, const QString& described);
    int pageCount() const;

signals:
    void textAsked(); // by Enter: pages are pictures, which not everybody can read

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    class Sheets;
    Sheets* m_sheets;
};

} // namespace twelvefold::ui
