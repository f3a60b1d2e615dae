// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/session.h"

#include <QAction>
#include <QWidget>

namespace twelvefold::ui {

// The commands of a workspace are its actions, in the order they were added: they stand in a menu
// of their own and the search finds them, by their name and by the other words people have for them
// ("import export"). A shortcut that belongs to a form stands after a tab: "Sign off\tCtrl+Enter".
class Commands
{
public:
    Commands(Session& session, Workspace workspace, QWidget* owner)
        : m_session(session), m_workspace(workspace), m_owner(owner)
    {
    }
    // Goes to the workspace first.
    template<class Run>
    QAction* add(const QString& name, const QString& text, const QString& words, Run run)
    {
        auto* action = new QAction(text, m_owner);
        QObject::connect(action, &QAction::triggered, m_owner, [commands = *this, run] {
            commands.m_session.goTo(commands.m_workspace);
            run();
        });
        action->setObjectName(name);
        setWords(action, words);
        m_owner->addAction(action);
        return action;
    }
    void separate()
    {
        auto* line = new QAction(m_owner);
        line->setSeparator(true);
        m_owner->addAction(line);
    }

    static void setWords(QAction* action, const QString& words)
    {
        action->setProperty("searchWords", words);
    }
    static QString words(const QAction* action)
    {
        return action->property("searchWords").toString();
    }

private:
    Session& m_session;
    Workspace m_workspace;
    QWidget* m_owner;
};

} // namespace twelvefold::ui
