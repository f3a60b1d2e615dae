// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/column_mapper.h"

#include "common/elided_combo_box.h"
#include "common/states.h"
#include "data/bring_in_page.h"
#include "data/data_workspace.h"
#include "data/plan_view.h"
#include "data/profile_words_dialog.h"
#include "support/finders.h"
#include "support/person.h"
#include "ui/shell/a_council.h"
#include "wording/paths.h"
#include "workbench/profile_library.h"

#include "support/catch.h"
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::person;

namespace {

constexpr const char* kFees = "Client,Since,Fee\n%1,14/02/2026,\"4,120.00\"\n";

// Somebody who brings in a table that nobody knows.
struct Matching
{
    Matching() : data(session)
    {
        session.adopt(council.open());
        data.bringIn()->keepProfilesIn(wording::toPath(council.folder()) / "settings" / "profiles");
        data.resize(1100, 700);
        sees(data);
        const auto& store = session.workbench().store();
        for (const auto& [id, child] : store.allChildren()) {
            if (!child.localId.empty())
                someone = QString::fromStdString(child.localId);
        }
    }
    void reads(const QString& name, const QByteArray& text)
    {
        data.bringIn()->read({council.file(name, text)});
        ready();
    }
    void ready()
    {
        REQUIRE(waitsFor([&] { return !find<Busy>(data.bringIn())->running(); }));
        settle();
    }
    ColumnMapper* matches()
    {
        click(find<PlanView>(&data)->matchButton());
        return data.findChild<ColumnMapper*>();
    }
    static void chooses(ColumnMapper* mapper, const QString& what, const QString& column)
    {
        auto* choice = find<QComboBox>(mapper, what);
        const int at = choice->findText(column);
        REQUIRE(at >= 0);
        choice->setCurrentIndex(at);
        emit choice->activated(at);
    }
    QByteArray fees() const { return QString(kFees).arg(someone).toUtf8(); }

    tests::ACouncil council;
    Answers answers;
    Session session;
    DataWorkspace data;
    QString someone;
};

} // namespace

TEST_CASE("a table that nobody knows is matched by hand, kept, and known the next time")
{
    Matching desk;
    desk.reads("fees.csv", desk.fees());
    const auto* plan = find<PlanView>(&desk.data);
    CHECK_FALSE(plan->bringInButton()->isEnabled());
    CHECK(plan->next() == plan->matchButton());
    ColumnMapper* mapper = desk.matches();
    REQUIRE(mapper);
    auto* use = seenButton(mapper, "Read it so");
    CHECK_FALSE(use->isEnabled()); // nobody has said who is meant
    Matching::chooses(mapper, "Child's identifier", "Client");
    Matching::chooses(mapper, "First day paid for", "Since");
    Matching::chooses(mapper, "The amount is", "per week");
    CHECK(use->isEnabled());
    CHECK(find<QLabel>(mapper, "How the first rows come out")
              ->text()
              .contains("£4,120.00 a week, from 14 Feb 2026"));
    writes(find<QLineEdit>(mapper, "Keep as a profile named"), "Fees");
    click(use);
    desk.ready();
    REQUIRE(plan->plan().files.size() == 1);
    CHECK(plan->plan().files[0].profile == "Fees");
    CHECK(plan->plan().files[0].accepted == 1);
    CHECK(plan->bringInButton()->isEnabled());
    CHECK(plan->matchButton()->text() == "Correct how it is read…");
    CHECK(QFile::exists(desk.council.folder() + "/settings/profiles/fees.json"));
    desk.reads("fees of march.csv", desk.fees());
    CHECK(plan->plan().files[0].profile == "Fees");
}

TEST_CASE("without a name it holds this time alone, and Escape leaves all as it was")
{
    Matching desk;
    desk.reads("fees.csv", desk.fees());
    ColumnMapper* mapper = desk.matches();
    press(Qt::Key_Escape);
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    CHECK(desk.data.findChild<ColumnMapper*>() == nullptr);
    mapper = desk.matches();
    Matching::chooses(mapper, "Child's identifier", "Client");
    Matching::chooses(mapper, "First day paid for", "Since");
    Matching::chooses(mapper, "The amount is", "per day");
    click(seenButton(mapper, "Read it so"));
    desk.ready();
    CHECK(find<PlanView>(&desk.data)->plan().files[0].accepted == 1);
    desk.reads("fees.csv", desk.fees());
    CHECK(find<PlanView>(&desk.data)->plan().files[0].refused);
}

TEST_CASE("a profile is taken from a file, and one at fault is refused with the reason")
{
    Matching desk;
    desk.reads("fees.csv", desk.fees());
    ColumnMapper* mapper = desk.matches();
    desk.answers.file = desk.council.file("bad.json", "{}");
    click(seenButton(mapper, "Take from a file…"));
    REQUIRE(desk.answers.told.size() == 1);
    CHECK(desk.answers.told[0].startsWith("This profile cannot be used: This is not a profile"));
    desk.answers.file =
        desk.council.file("good.json", R"({"format": "twelvefold-profile", "name": "Passed on",
          "fields": {"child": {"column": "Client"}, "start": {"column": "Since"},
                     "component": "core", "per": "week"}, "values": [{"column": "Fee"}]})");
    click(seenButton(mapper, "Take from a file…"));
    desk.ready();
    CHECK(find<PlanView>(&desk.data)->plan().files[0].profile == "Passed on");
}

TEST_CASE("how a profile reads is corrected where a file was read by it, and the profile forgotten")
{
    Matching desk;
    desk.reads("fees.csv", desk.fees());
    ColumnMapper* mapper = desk.matches();
    Matching::chooses(mapper, "Child's identifier", "Client");
    Matching::chooses(mapper, "First day paid for", "Since");
    Matching::chooses(mapper, "The amount is", "per week");
    writes(find<QLineEdit>(mapper, "Keep as a profile named"), "Fees");
    click(seenButton(mapper, "Read it so"));
    desk.ready();
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    const workbench::ProfileLibrary library(wording::toPath(desk.council.folder()) / "settings" /
                                            "profiles");
    REQUIRE(library.keeps("fees"));

    // It opens as it reads now, not with a guess, and is kept in its own place.
    mapper = desk.matches();
    REQUIRE(mapper);
    CHECK(find<QComboBox>(mapper, "Child's identifier")->currentText() == "Client");
    CHECK(find<QLineEdit>(mapper, "Keep as a profile named")->text() == "Fees");
    Matching::chooses(mapper, "The amount is", "per month");
    click(seenButton(mapper, "Read it so"));
    desk.ready();
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    REQUIRE(library.kept().size() == 1);
    CHECK(library.kept()[0].profile.field("per")->value == "month");

    mapper = desk.matches();
    REQUIRE(mapper);
    desk.answers.yes = false;
    click(seenButton(mapper, "Forget this profile"));
    CHECK(library.keeps("Fees"));
    desk.answers.yes = true;
    click(seenButton(mapper, "Forget this profile"));
    desk.ready();
    CHECK_FALSE(library.keeps("Fees"));
    CHECK(find<PlanView>(&desk.data)->matchButton()->text() == "Match its columns…");
}

TEST_CASE("what the words of a table mean is said text by text and kept with its profile")
{
    Matching desk;
    desk.reads("fees.csv", QString("Client,Since,Fee,Budget\n%1,14/02/2026,900,Virtual school\n"
                                   "%1,15/02/2026,800,NHS\n")
                               .arg(desk.someone)
                               .toUtf8());
    ColumnMapper* mapper = desk.matches();
    CHECK_FALSE(seenButton(mapper, "What words mean…")->isEnabled()); // no column is of such words
    Matching::chooses(mapper, "Child's identifier", "Client");
    Matching::chooses(mapper, "First day paid for", "Since");
    Matching::chooses(mapper, "The amount is", "per week");
    Matching::chooses(mapper, "Who pays", "as “Budget” says");
    CHECK(find<QLabel>(mapper, "How the first rows come out")->text().contains("Virtual school"));
    click(seenButton(mapper, "What words mean…"));
    auto* words = mapper->findChild<ProfileWordsDialog*>();
    REQUIRE(words);
    CHECK(find<QComboBox>(words, "What “NHS” means")->currentText() == "Health, as is usual");
    auto* school = find<QComboBox>(words, "What “Virtual school” means");
    CHECK(school->currentText() == "nothing that is known");
    school->setCurrentIndex(school->findText("Education"));
    click(seenButton(words, "Take these"));
    CHECK(
        find<QLabel>(mapper, "How the first rows come out")->text().contains("paid by Education"));
    writes(find<QLineEdit>(mapper, "Keep as a profile named"), "Fees");
    click(seenButton(mapper, "Read it so"));
    desk.ready();
    const workbench::ProfileLibrary library(wording::toPath(desk.council.folder()) / "settings" /
                                            "profiles");
    const auto kept = library.kept();
    REQUIRE(kept.size() == 1);
    const auto& said = kept[0].profile.field("funder")->words;
    REQUIRE(said.size() == 1);
    CHECK(said[0].first == "Virtual school");
    CHECK(said[0].second == "education");
}

TEST_CASE("a table of scored needs is guessed as such and comes in as assessments")
{
    Matching desk;
    const auto framework = desk.session.workbench().currentFramework().framework;
    const QString first = QString::fromStdString(framework->domains()[0].title);
    const QString second = QString::fromStdString(framework->domains()[1].title);
    desk.reads("scores.csv", QString("Client,Scored on,\"%1\",\"%2\"\n%3,14/02/2026,2,3\n")
                                 .arg(first, second, desk.someone)
                                 .toUtf8());
    ColumnMapper* mapper = desk.matches();
    REQUIRE(mapper);
    CHECK(find<QComboBox>(mapper, "What the table holds")->currentText() == "assessments of need");
    CHECK(find<QComboBox>(mapper, first)->currentText() == first);
    CHECK(find<QComboBox>(mapper, "Who pays")->isHidden());
    Matching::chooses(mapper, "Child's identifier", "Client");
    Matching::chooses(mapper, "Day of the value", "Scored on");
    CHECK(find<QLabel>(mapper, "How the first rows come out")
              ->text()
              .contains("2 needs scored on 14 Feb 2026"));
    click(seenButton(mapper, "Read it so"));
    desk.ready();
    const auto& files = find<PlanView>(&desk.data)->plan().files;
    REQUIRE(files.size() == 1);
    CHECK(files[0].kind == exchange::FileKind::assessments);
    CHECK(files[0].accepted == 1);
}
