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
    // The pages' sections, each of which can be shown and searched by itself.
    struct Section
    {
        QString topic; // "children#scoring-needs"; of a page's beginning "children"
        QString title; // "Scoring needs · Children and scoring"
        QString text;
    };
    static std::vector<Section> sections();
    void showTopic(const QString& topic);

private:
    void read(int row);
    void goToHeading(const QString& anchor);
    QListWidget* m_list;
    QTextBrowser* m_text;
};

} // namespace twelvefold::ui
