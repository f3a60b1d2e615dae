// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <vector>

class QListWidget;
class QTextBrowser;

namespace twelvefold::ui {

// The help: a list of pages and the page, beside the main window and not in its way.
class HelpWindow : public QDialog
{
    Q_OBJECT
public:
    explicit HelpWindow(QWidget* parent);
    struct Page
    {
        QString name;
        QString title;
    };
    static std::vector<Page> pages();
    void showPage(const QString& name);
    QString currentPage() const;

private:
    void read(int row);
    QListWidget* m_list;
    QTextBrowser* m_text;
};

} // namespace twelvefold::ui
