// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "children/child_list.h"
#include "children/child_page.h"
#include "children/children_workspace.h"
#include "children/needs_page.h"
#include "common/dialogs.h"
#include "common/inputs.h"
#include "common/record_editor.h"

#include "support/catch.h"
#include "support/finders.h"
#include "support/person.h"
#include <QApplication>
#include <QTemporaryDir>
#include <QtTest>
#include <memory>

#include "support/no_qt_assertions.h"

namespace twelvefold::tests {

using person::button;
using person::find;

// What is asked in a form under that name.
inline ui::EchoingEdit* field(const QWidget* form, const QString& name)
{
    return find<ui::EchoingEdit>(form, name);
}
inline ui::ChoiceBox<domain::Setting>* setting(const QWidget* form)
{
    return find<ui::ChoiceBox<domain::Setting>>(form, "Setting");
}

// A store of its own with the children's workspace open on it, and a person at the keyboard.
class Office
{
public:
    Office()
    {
        auto bench = workbench::Workbench::create(path(), "Testshire", "Sam");
        REQUIRE(bench);
        m_session = std::make_unique<ui::Session>();
        m_session->adopt(std::move(*bench));
        show();
    }
    ~Office() { leave(); }

    // Ends the window and begins again from what is on the disk.
    void startAgain(store::Access access = store::Access::readWrite)
    {
        leave();
        std::unique_ptr<workbench::Workbench> bench;
        const auto opened = workbench::Workbench::open(path(), bench, "Sam", access);
        REQUIRE(opened.state == store::OpenState::current);
        m_session = std::make_unique<ui::Session>();
        m_session->adopt(std::move(bench));
        show();
    }

    domain::ChildId addChild(const std::string& localId)
    {
        domain::Child child;
        child.localId = localId;
        domain::Identity identity;
        identity.givenName = domain::SensitiveText("Ada");
        identity.familyName = domain::SensitiveText("Oak");
        const auto added =
            bench().addChild(child, identity, {census().plusDays(-400), std::nullopt});
        REQUIRE(added);
        settle();
        return *added;
    }
    // A signed-off assessment with every domain at one level.
    void assess(domain::ChildId child, int level, domain::Date date)
    {
        domain::Assessment draft = bench().draftFor(child, date);
        const auto framework = bench().currentFramework().framework;
        for (domain::Score& score : draft.scores)
            score.level = framework->level(level);
        REQUIRE(bench().signOff(draft, session().today()));
        settle();
    }
    void open(domain::ChildId child)
    {
        workspace().openChild(child);
        settle();
    }

    // Opens a child's page and begins to score, or goes on, as a person does: Enter in the list.
    void score(domain::ChildId child)
    {
        open(child);
        press(Qt::Key_Return);
    }

    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), modifiers);
        settle();
    }
    // Each key to whatever has the focus by then.
    void type(const QString& words)
    {
        for (const QChar key : words)
            QTest::keyClicks(QApplication::focusWidget(), key);
    }
    static void settle() { QCoreApplication::processEvents(); }

    ui::Session& session() { return *m_session; }
    workbench::Workbench& bench() { return m_session->workbench(); }
    ui::ChildrenWorkspace& workspace() { return *m_workspace; }
    ui::NeedsPage& needs() { return *m_workspace->page()->needsPage(); }
    const ui::NeedsFormModel& form() { return *needs().form()->model(); }
    domain::Date census() const { return m_session->census(); }

private:
    std::filesystem::path path() const
    {
        return std::filesystem::path(m_folder.filePath("office.twelvefold").toStdString());
    }
    void show()
    {
        m_workspace = std::make_unique<ui::ChildrenWorkspace>(*m_session);
        m_workspace->resize(1280, 760);
        m_workspace->show();
        person::turnsTo(*m_workspace);
        settle();
    }
    void leave()
    {
        m_workspace.reset();
        m_session->close();
        m_session.reset();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<ui::Session> m_session;
    std::unique_ptr<ui::ChildrenWorkspace> m_workspace;
};

// Answers every question with yes or no, and remembers what was asked.
class Answering : public ui::Dialogs
{
public:
    explicit Answering(bool yes) : m_yes(yes), m_replaced(*this) {}
    bool confirm(QWidget*, const QString& question, const QString&, const QString&) override
    {
        asked << question;
        return m_yes;
    }
    void tell(QWidget*, const QString& sentence, const QString&) override { asked << sentence; }
    QStringList asked;

private:
    bool m_yes;
    ui::DialogsReplaced m_replaced;
};

} // namespace twelvefold::tests
