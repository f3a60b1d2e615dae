// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/session.h"
#include "workbench/profile_library.h"

#include <QStringList>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace twelvefold::ui {

class Busy;
class DropZone;
class PlanView;

// Bringing in, in three steps: give files, see what they would do, have it done, with a way back.
class BringInPage : public QWidget
{
    Q_OBJECT
public:
    explicit BringInPage(Session& session, QWidget* parent = nullptr);
    void read(const QStringList& paths);
    // Where profiles are kept, which say which column is what.
    void keepProfilesIn(const std::filesystem::path& folder);
    DropZone* dropZone() const { return m_dropZone; }
    QString result() const; // what was done, once it is

private:
    QWidget* done();
    // Makes the plan of the files that were given, with what was answered of them.
    void plan(const exchange::Answers& answers);
    workbench::ImportOptions options(const exchange::Answers& answers) const;
    void matchColumns(const std::filesystem::path& file, const std::string& profile);
    void forgetProfile(const std::string& name);
    // Of those matched for these files, else of the kept and the product's.
    std::optional<exchange::Profile> profileCalled(const std::string& name) const;
    void readBy(const exchange::Profile& profile, bool keep);
    void rememberAnswers();
    void apply();
    void saveRejects();
    void showDone();
    void followUndo(bool batchesChanged);
    void undo();

    Session& m_session;
    QStackedWidget* m_stack;
    DropZone* m_dropZone;
    PlanView* m_plan;
    std::vector<std::filesystem::path> m_files;
    std::optional<workbench::ProfileLibrary> m_profiles;
    std::vector<exchange::Profile> m_matched; // by hand, for these files alone
    std::int64_t m_taken = 0;                 // rows that the last bringing in took
    std::int64_t m_step = 0;                  // the step that brought in
    bool m_undone = false;                    // here or elsewhere
    bool m_batchesChanged = false;            // since that was last looked at
    QString m_broughtIn;
    QLabel* m_result = nullptr;
    QLabel* m_detail = nullptr;
    QPushButton* m_undo = nullptr;
    QPushButton* m_more = nullptr;
    Busy* m_busy;
};

} // namespace twelvefold::ui
