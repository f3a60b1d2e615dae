// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <QJsonArray>
#include <QJsonObject>

using twelvefold::tests::Program;

namespace {

// A program with a store, and one of its children.
struct Asked
{
    Program cli;
    QString child;

    Asked()
    {
        REQUIRE(cli.run({"demo", "--out", "s.twelvefold", "--children", "12"}).exit == 0);
        const QByteArray cohort = cli.run({"cohort", "--store", "s.twelvefold"}).out;
        child = QString::fromUtf8(cohort.split('\n').at(1).split(',').at(0));
    }
    QStringList putAside(const QStringList& more = {}) const
    {
        return QStringList{"put-aside",  "--store",     "s.twelvefold", "--child",   child,
                           "--question", "price_above", "--until",      "2026-09-30"} +
               more;
    }
    QStringList askAgain() const
    {
        return {"ask-again", "--store",    "s.twelvefold", "--child",
                child,       "--question", "price_above"};
    }
};

} // namespace

TEST_CASE("a question is put aside and asked again", "[cli]")
{
    const Asked asked;
    const auto put = asked.cli.run(asked.putAside({"--reason", "Two carers"}));
    CHECK(put.exit == 0);
    CHECK(put.out == QByteArray("“Price above what is usual” about ") + asked.child.toUtf8() +
                         " is put aside until 30 Sep 2026.\n");
    CHECK(put.err.contains("Take note: “Price above what is usual” is not asked about"));
    const auto told = asked.cli
                          .run(asked.putAside({"--reason", "To the panel of May", "--outcome",
                                               "to-panel", "--census", "30/04/2026", "--json"}))
                          .json();
    CHECK(told["store"].toString() == "s.twelvefold");
    CHECK(told["pseudonym"].toString() == asked.child);
    CHECK(told["question"].toString() == "price_above");
    CHECK(told["outcome"].toString() == "to_panel");
    CHECK(told["on"].toString() == "2026-04-30");
    CHECK(told["until"].toString() == "2026-09-30");
    CHECK(told.size() == 6); // the reason is not repeated
    CHECK(asked.cli.run({"check", "--store", "s.twelvefold"}).exit == 0);

    // The later took the place of the earlier, so there is one to forget.
    const auto again = asked.cli.run(asked.askAgain());
    CHECK(again.exit == 0);
    CHECK(again.out == QByteArray("“Price above what is usual” about ") + asked.child.toUtf8() +
                           " is asked again.\n");
    const auto never = asked.cli.run(asked.askAgain());
    CHECK(never.exit == 1);
    CHECK(never.err.contains("is not put aside"));
    asked.cli.run(asked.putAside({"--reason", "Two carers"}));
    CHECK(asked.cli.run(asked.askAgain() + QStringList{"--json"}).json().size() == 3);
}

TEST_CASE("a child is known by the pseudonym in small letters too", "[cli]")
{
    Asked asked;
    const QString pseudonym = asked.child;
    asked.child = pseudonym.toLower();
    REQUIRE(asked.child != pseudonym);
    CHECK(asked.cli.run(asked.putAside({"--reason", "Two carers", "--json"}))
              .json()["pseudonym"]
              .toString() == pseudonym);
    CHECK(asked.cli.run(asked.askAgain()).out.contains(pseudonym.toUtf8()));
}

TEST_CASE("what is put aside is listed, with what came of it, why and until when", "[cli]")
{
    const Asked asked;
    const QStringList list{"put-aside", "--list", "--store", "s.twelvefold"};
    const auto nothing = asked.cli.run(list);
    CHECK(nothing.exit == 0);
    CHECK(nothing.out == "No question is put aside on 31 Mar 2026.\n");
    CHECK(asked.cli.run(list + QStringList{"--json"}).json()["put_aside"].toArray().isEmpty());

    REQUIRE(asked.cli
                .run(asked.putAside(
                    {"--reason", "Two carers,\nas agreed in May", "--outcome", "to-panel"}))
                .exit == 0);
    const auto told = asked.cli.run(list + QStringList{"--json"}).json();
    CHECK(told["store"].toString() == "s.twelvefold");
    CHECK(told["census"].toString() == "2026-03-31");
    REQUIRE(told["put_aside"].toArray().size() == 1);
    const QJsonObject one = told["put_aside"].toArray().first().toObject();
    CHECK(one["pseudonym"].toString() == asked.child);
    CHECK(one["question"].toString() == "price_above");
    CHECK(one["outcome"].toString() == "to_panel");
    CHECK(one["reason"].toString() == "Two carers,\nas agreed in May");
    CHECK(one["on"].toString() == "2026-03-31");
    CHECK(one["until"].toString() == "2026-09-30");
    CHECK(one["holds_back"].isBool());
    const QByteArray said = asked.cli.run(list).out;
    CHECK(said.startsWith(asked.child.toUtf8() + ": “Price above what is usual”, asked on 31 Mar "
                                                 "2026, not again until 30 Sep 2026. "));
    CHECK(said.contains(": Two carers, as agreed in May"));
    CHECK(said.count('\n') == 1);

    // From the day on which it is asked again it stands no more.
    CHECK(asked.cli.run(list + QStringList{"--census", "2026-09-29", "--json"})
              .json()["put_aside"]
              .toArray()
              .size() == 1);
    CHECK(asked.cli.run(list + QStringList{"--census", "2026-09-30", "--json"})
              .json()["put_aside"]
              .toArray()
              .isEmpty());
    const auto both = asked.cli.run(list + QStringList{"--child", asked.child});
    CHECK(both.exit == 2);
    CHECK(both.out.isEmpty());
}

TEST_CASE("a question that is put aside is listed as holding back what the worklist leaves out",
          "[cli]")
{
    const Program cli;
    cli.makeDemo(120);
    const QStringList analyse{"analyse", "--json", "--store", "demo.twelvefold"};
    const QJsonArray flags = cli.run(analyse).json()["flags"].toArray();
    REQUIRE_FALSE(flags.isEmpty());
    const QJsonObject flag = flags.first().toObject();
    REQUIRE(cli.run({"put-aside", "--store", "demo.twelvefold", "--child",
                     flag["pseudonym"].toString(), "--question", flag["flag"].toString(), "--until",
                     "2026-09-30", "--reason", "Two carers"})
                .exit == 0);
    const QJsonArray listed =
        cli.run({"put-aside", "--list", "--store", "demo.twelvefold", "--json"})
            .json()["put_aside"]
            .toArray();
    REQUIRE(listed.size() == 1);
    CHECK(listed.first().toObject()["holds_back"].toBool());
    CHECK(cli.run(analyse).json()["worklist_rules"].toObject()["put_aside"].toInt() == 1);
}

TEST_CASE("what cannot be put aside is refused, and nothing is changed", "[cli]")
{
    const Asked asked;
    const auto refused = [&](const QStringList& arguments, int exit, const char* says) {
        const auto run = asked.cli.run(arguments);
        INFO(run.err.toStdString());
        CHECK(run.exit == exit);
        CHECK(run.err.contains(says));
        CHECK(run.out.isEmpty());
    };
    const QStringList because{"--reason", "Two carers"};
    const auto instead = [&](const QString& option, const QString& value) {
        QStringList arguments = asked.putAside(because);
        arguments[arguments.indexOf(option) + 1] = value;
        return arguments;
    };
    refused(asked.putAside(), 2, "--reason");
    refused(asked.putAside({"--reason", " "}), 1, "it needs a reason");
    refused(asked.putAside({"--reason", QString(QChar(0x200B))}), 1, "it needs a reason");
    refused(asked.putAside({"--reason", QString(501, 'a')}), 1, "at most 500 are kept");
    refused(asked.putAside({"--reason", "red \x1b[31m"}), 1, "The reason is not plain text");
    refused(instead("--until", "2026-03-31"), 1, "Choose a later day");
    refused(instead("--until", "2199-12-31"), 1, "at the latest, not until 31 Dec 2199");
    refused(instead("--until", "soon"), 2, "is not a date");
    refused(instead("--child", "Z9Z-999"), 1, "There is no child Z9Z-999");
    refused(instead("--question", "weather"), 2, "is not one of: unregistered, under_ten_in_home");
    refused(asked.putAside(because + QStringList{"--outcome", "to_panel"}), 2,
            "is not one of: explained, to-panel");
    refused(instead("--store", "none.twelvefold"), 1, "none.twelvefold");
    CHECK(asked.cli.run(asked.askAgain()).exit == 1); // none is put aside
}
