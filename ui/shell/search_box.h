// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/session.h"

#include <QLineEdit>
#include <functional>
#include <vector>

class QListWidget;

namespace twelvefold::ui {

// One box for everything: a child by pseudonym or local identifier, a provider, a command, a page
// of the help. Arrow keys walk the results, Enter takes one, Escape leaves.
class SearchBox : public QLineEdit
{
    Q_OBJECT
public:
    SearchBox(Session& session, QWidget* parent);

    // Anything that is found by its words.
    struct Entry
    {
        QString title;
        QString kind; // "Command", "Help"
        std::function<void()> take;
        QString words = {}; // by which else it is found, in order of how well they fit
        QString text = {};
    };
    // Asked anew each time the box is entered.
    void setCommands(std::function<std::vector<Entry>()> commands);

signals:
    void providerRequested(const QString& name);

protected:
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct KnownChild
    {
        domain::ChildId id;
        QString pseudonym, bare, localId; // bare: without the hyphen
    };
    void learn(); // what there is to find
    void find(const QString& words);
    std::vector<Entry> matches(const QString& words) const;
    void place();
    void take(int row);
    void leave();

    Session& m_session;
    QListWidget* m_results;
    std::function<std::vector<Entry>()> m_commands;
    std::vector<KnownChild> m_children;
    std::vector<QString> m_providers;
    std::vector<Entry> m_entries; // commands and help
    std::vector<Entry> m_found;
    bool m_childrenKnown = false;
};

} // namespace twelvefold::ui
