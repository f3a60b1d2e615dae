// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <QJsonArray>

#include <cmath>
#include <map>
#include <string>

using twelvefold::tests::Program;
using twelvefold::tests::Run;

namespace {

// The keys that scripts rely on, each present.
void checkKeys(const QJsonObject& object, const QStringList& keys)
{
    for (const QString& key : keys) {
        INFO(key.toStdString());
        CHECK(object.contains(key));
    }
}

QList<QByteArrayList> tableOf(const QByteArray& csv)
{
    QList<QByteArrayList> rows;
    for (const QByteArray& line : csv.trimmed().split('\n'))
        rows.append(line.trimmed().split(','));
    return rows;
}

double pearson(const std::vector<double>& x, const std::vector<double>& y)
{
    const auto n = static_cast<double>(x.size());
    double mx = 0, my = 0, xx = 0, yy = 0, xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        mx += x[i] / n;
        my += y[i] / n;
    }
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - mx) * (x[i] - mx);
        yy += (y[i] - my) * (y[i] - my);
        xy += (x[i] - mx) * (y[i] - my);
    }
    return xy / std::sqrt(xx * yy);
}

// One letter of an assessment's evidence.
void alterBehindItsBack(const Program& cli)
{
    QByteArray content = cli.read("demo.twelvefold");
    const auto at = content.lastIndexOf("told carers where");
    REQUIRE(at > 0);
    content[at] = 'T';
    QFile file(cli.path("demo.twelvefold"));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

TEST_CASE("demo makes a store and says so, as JSON before or after the command", "[cli]")
{
    const Program cli;
    const Run before = cli.run({"--json", "demo", "--out", "a.twelvefold", "--children", "10"});
    CHECK(before.exit == 0);
    CHECK(before.json()["children"].toInt() == 10);
    const Run after = cli.run({"demo", "--out", "b.twelvefold", "--children", "10", "--json"});
    CHECK(after.exit == 0);
    CHECK(after.json()["census"].toString() == "2026-03-31");
    const Run again = cli.run({"demo", "--out", "a.twelvefold"});
    CHECK(again.exit == 1); // never replaced
    CHECK(again.out.isEmpty());
    CHECK_FALSE(again.err.isEmpty());
}

TEST_CASE("demo writes the truth about its children and, beside it, about their providers", "[cli]")
{
    const Program cli;
    const Run run = cli.run({"demo", "--out", "demo.twelvefold", "--children", "40", "--planted",
                             "3", "--truth", "truth.csv", "--json"});
    REQUIRE(run.exit == 0);
    CHECK(run.json()["planted"].toInt() == 3);
    CHECK(run.json()["provider_outcomes"].toBool());
    CHECK(run.json()["truth"].toString() == "truth.csv");
    CHECK(run.json()["truth_of_providers"].toString() == "truth-providers.csv");

    const auto truth = tableOf(cli.read("truth.csv"));
    const auto providers = tableOf(cli.read("truth-providers.csv"));
    const auto column = [](const auto& table, const QByteArray& heading) {
        const auto at = table.front().indexOf(heading);
        REQUIRE(at >= 0);
        return at;
    };
    for (const auto* table : {&truth, &providers}) {
        for (qsizetype row = 1; row < table->size(); ++row)
            CHECK((*table)[row][column(*table, "invented")] == "yes");
    }
    // Those on the census date are those of `cohort`, in the same settings.
    QMap<QByteArray, QByteArray> settings;
    int planted = 0;
    for (qsizetype row = 1; row < truth.size(); ++row) {
        planted += truth[row][column(truth, "planted")] == "yes";
        if (truth[row][column(truth, "looked_after")] == "yes")
            settings[truth[row][column(truth, "pseudonym")]] = truth[row][column(truth, "setting")];
    }
    CHECK(planted == 3);
    const auto cohort = tableOf(cli.run({"cohort", "--store", "demo.twelvefold"}).out);
    CHECK(settings.size() == cohort.size() - 1);
    QSet<QByteArray> known;
    for (qsizetype row = 1; row < providers.size(); ++row)
        known.insert(providers[row][column(providers, "provider")]);
    for (qsizetype row = 1; row < cohort.size(); ++row) {
        CHECK((settings[cohort[row][column(cohort, "pseudonym")]] ==
               cohort[row][column(cohort, "setting")]));
        const QByteArray provider = cohort[row][column(cohort, "provider")];
        CHECK((provider.isEmpty() || known.contains(provider)));
    }
    SECTION("never in the place of the store, and nothing is left where it is refused")
    {
        for (const QStringList& names : {QStringList{"new", "new"},
                                         {"new", "./new"},
                                         {"a-providers.csv", "a.csv"},
                                         {"new", "demo.twelvefold"}}) {
            const Run refused =
                cli.run({"demo", "--out", names[0], "--children", "10", "--truth", names[1]});
            CHECK(refused.exit == 1);
            CHECK_FALSE(cli.has(names[0]));
        }
        CHECK(cli.run({"demo", "--out", "new", "--children", "10", "--planted", "3"}).exit == 1);
        CHECK_FALSE(cli.has("new"));
        CHECK(cli.run({"demo", "--out", "new", "--provider-outcomes", "maybe"}).exit == 2);
    }
}

TEST_CASE("cohort writes one row a child under the agreed headings", "[cli]")
{
    const Program cli;
    cli.makeDemo();
    const Run run = cli.run({"cohort", "--store", "demo.twelvefold"});
    REQUIRE(run.exit == 0);
    const auto rows = tableOf(run.out);
    CHECK(rows.size() == 121);
    CHECK(rows.front().first() == "pseudonym");
    for (const char* heading : {"kind",
                                "age",
                                "sex",
                                "setting",
                                "provider",
                                "sector",
                                "emergency",
                                "distance_miles",
                                "need_health",
                                "need_total",
                                "band",
                                "weekly_cost",
                                "cost_core",
                                "cost_education",
                                "outcome_sdq_total",
                                "assessed_on",
                                "placed_on",
                                "legal_status",
                                "provider_region",
                                "search_days",
                                "placement_kind",
                                "earlier_need_total"})
        CHECK(rows.front().contains(heading));

    SECTION("or into a file that only its owner can read")
    {
        CHECK(cli.run({"cohort", "--store", "demo.twelvefold", "--out", "c.csv"}).exit == 0);
        CHECK((cli.read("c.csv") == run.out));
        const auto others =
            QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
        CHECK_FALSE(QFile::permissions(cli.path("c.csv")) & others);
    }
    SECTION("of those who pass the filters")
    {
        const Run filtered = cli.run({"cohort", "--store", "demo.twelvefold", "--setting",
                                      "in_house_foster,agency_foster", "--age", "10-15"});
        const auto kept = tableOf(filtered.out);
        CHECK(kept.size() > 1);
        CHECK(kept.size() < rows.size());
        for (qsizetype i = 1; i < kept.size(); ++i) {
            const double age = kept[i][rows.front().indexOf("age")].toDouble();
            CHECK(age >= 10);
            CHECK(age <= 15);
            CHECK(kept[i][rows.front().indexOf("setting")].endsWith("_foster"));
        }
    }
    SECTION("as JSON with the same figures")
    {
        const QJsonObject object =
            cli.run({"cohort", "--store", "demo.twelvefold", "--json"}).json();
        CHECK(object["n"].toInt() == 120);
        const QJsonArray children = object["children"].toArray();
        REQUIRE(children.size() == 120);
        CHECK(children.at(0).toObject()["pseudonym"].toString().toUtf8() == rows[1][0]);
    }
}

TEST_CASE("analyse gives what the cohort's own table gives", "[cli]")
{
    const Program cli;
    cli.makeDemo(534);
    const QJsonObject findings =
        cli.run({"analyse", "--store", "demo.twelvefold", "--json"}).json();
    checkKeys(findings, {"cohort", "correlations", "need_explains", "expected_cost", "similar_need",
                         "drivers", "change", "providers", "concentration", "flags",
                         "quantile_lines", "isotonic"});
    REQUIRE(findings["quantile_lines"].toArray().size() == 3);
    checkKeys(findings["quantile_lines"].toArray().at(0).toObject(), {"tau", "intercept", "slope"});
    checkKeys(findings["isotonic"].toObject(),
              {"r_squared", "line_r_squared", "gap", "blocks", "summary"});
    checkKeys(findings["change"].toObject(),
              {"n", "excluded", "mean_then", "mean_now", "mean_change", "lower", "upper", "p",
               "srm", "reliable_levels", "better", "worse", "unclear", "by_noise", "now_on_then",
               "intensive", "everyone_now", "children"});
    checkKeys(findings["noise"].toObject(),
              {"pairs", "sem", "sem_lower", "sem_upper", "reliability", "smallest_reliable_change",
               "tolerance_mark"});
    REQUIRE_FALSE(findings["drivers"].toArray().isEmpty());
    checkKeys(findings["drivers"].toArray().at(0).toObject(), {"group", "share", "lower", "upper"});
    REQUIRE_FALSE(findings["providers"].toArray().isEmpty());
    checkKeys(findings["providers"].toArray().at(0).toObject(),
              {"provider", "n", "effect", "lower", "upper"});
    for (const auto& provider : findings["providers"].toArray()) {
        for (const char* end : {"rank_lower", "rank_upper"}) {
            const double rank = provider.toObject()[QLatin1String(end)].toDouble();
            CHECK(rank >= 1);
            CHECK(rank == std::round(rank));
        }
    }
    checkKeys(findings["cohort"].toObject(), {"census", "n", "excluded", "spend_weekly"});
    checkKeys(findings["need_explains"].toObject(), {"r_squared", "lower", "upper", "method"});
    checkKeys(findings["expected_cost"].toObject(), {"method", "coverage", "children"});
    const QJsonObject similar = findings["similar_need"].toObject();
    checkKeys(similar,
              {"metric", "tolerance", "within_setting", "pairs_considered", "pairs_at_least",
               "dealt_at_random", "ordinary_spread", "pairs", "each_child_once"});
    CHECK(similar["metric"].toString() == "l1");
    CHECK(similar["tolerance"].toDouble() == 2);
    checkKeys(similar["pairs"].toArray().at(0).toObject(),
              {"a", "b", "distance", "cost_a", "cost_b", "ratio"});
    checkKeys(similar["dealt_at_random"].toObject()["3"].toObject(), {"expected", "p"});

    // Recomputed from the table, by the plainest means.
    const auto rows = tableOf(cli.run({"cohort", "--store", "demo.twelvefold"}).out);
    const auto column = [&](const char* name) { return rows.front().indexOf(name); };
    struct Row
    {
        QByteArray pseudonym;
        std::vector<int> profile;
        double total, cost;
    };
    std::vector<Row> children;
    double spend = 0;
    const qsizetype first = column("need_health"), total = column("need_total"),
                    cost = column("weekly_cost");
    for (qsizetype i = 1; i < rows.size(); ++i) {
        spend += rows[i][cost].toDouble();
        if (rows[i][total].isEmpty() || rows[i][cost].isEmpty())
            continue;
        const QByteArray& setting = rows[i][column("setting")];
        if (setting == "with_parents" || setting == "adoption") // compared with nobody
            continue;
        Row row{rows[i][0], {}, rows[i][total].toDouble(), rows[i][cost].toDouble()};
        for (qsizetype d = first; d < total; ++d)
            row.profile.push_back(rows[i][d].toInt());
        children.push_back(row);
    }
    CHECK(findings["cohort"].toObject()["spend_weekly"].toDouble() == Approx(spend).epsilon(1e-12));

    std::vector<double> need, costs;
    for (const Row& row : children) {
        need.push_back(row.total);
        costs.push_back(std::log(row.cost));
    }
    const double r = pearson(need, costs);
    CHECK(findings["need_explains"].toObject()["r_squared"].toDouble() ==
          Approx(r * r).epsilon(1e-10));
    bool listed = false;
    for (const auto& entry : findings["correlations"].toArray()) {
        const QJsonObject c = entry.toObject();
        const bool both =
            c["x"] == "need_total" && c["y"] == "log_weekly_cost" && c["method"] == "pearson";
        if (!both)
            continue;
        listed = true;
        CHECK(c["estimate"].toDouble() == Approx(r).epsilon(1e-10));
        CHECK(c["n"].toInt() == int(children.size()));
    }
    CHECK(listed);

    qint64 considered = 0, threefold = 0;
    double widest = 0;
    QByteArray dearer;
    for (std::size_t a = 0; a < children.size(); ++a) {
        for (std::size_t b = a + 1; b < children.size(); ++b) {
            int distance = 0;
            for (std::size_t d = 0; d < 12; ++d)
                distance += std::abs(children[a].profile[d] - children[b].profile[d]);
            if (distance > 2)
                continue;
            const double ratio = std::max(children[a].cost, children[b].cost) /
                                 std::min(children[a].cost, children[b].cost);
            ++considered;
            threefold += ratio >= 3;
            if (ratio > widest) {
                widest = ratio;
                dearer = children[a].cost > children[b].cost ? children[a].pseudonym
                                                             : children[b].pseudonym;
            }
        }
    }
    CHECK(similar["pairs_considered"].toInteger() == considered);
    CHECK(similar["pairs_at_least"].toObject()["3"].toInteger() == threefold);
    const QJsonObject top = similar["pairs"].toArray().at(0).toObject();
    CHECK(top["ratio"].toDouble() == widest);
    CHECK(top["a"].toString().toUtf8() == dearer);
}

TEST_CASE("JSON is plain English and plain numbers whatever the locale", "[cli]")
{
    const Program cli;
    cli.makeDemo(30);
    const QStringList command{"analyse", "--store", "demo.twelvefold", "--json"};
    CHECK((cli.run(command, "de_DE.UTF-8").out == cli.run(command, "C").out));
}

TEST_CASE("analyse for people says the headline in words", "[cli]")
{
    const Program cli;
    cli.makeDemo(240);
    const Run run = cli.run({"analyse", "--store", "demo.twelvefold"});
    CHECK(run.exit == 0);
    CHECK(run.out.contains("of the difference in cost goes with need"));
    CHECK(run.err.isEmpty()); // no progress where nobody watches
}

TEST_CASE("chart and report write their files without a display", "[cli]")
{
    const Program cli;
    cli.makeDemo(240);
    const auto made = [&](const QStringList& command, const char* name, const QByteArray& begins) {
        INFO(name);
        const Run run = cli.run(command + QStringList{"--store", "demo.twelvefold", "--out", name});
        INFO(run.err.toStdString());
        CHECK(run.exit == 0);
        CHECK(run.err.isEmpty());
        CHECK(cli.read(name).left(begins.size()) == begins);
    };
    made({"chart", "scatter", "--size", "800x600"}, "a.png", "\x89PNG");
    made({"chart", "scatter", "--theme", "dark", "--within-setting"}, "a.svg", "<?xml");
    made({"chart", "scatter"}, "a.pdf", "%PDF");
    made({"chart", "funnel"}, "funnel.png", "\x89PNG");
    made({"chart", "funnel", "--theme", "dark"}, "funnel.svg", "<?xml");
    made({"chart", "amounts"}, "amounts.png", "\x89PNG");
    made({"chart", "amounts", "--theme", "dark"}, "amounts.pdf", "%PDF");
    made({"chart", "amounts"}, "amounts.svg", "<?xml");
    CHECK(cli.read("amounts.svg").contains("Supported accommodation"));
    CHECK(cli.read("amounts.svg").contains("compared are in paid care with a known need"));
    made({"chart", "waterfall"}, "steps.png", "\x89PNG");
    made({"chart", "waterfall", "--theme", "dark"}, "steps.pdf", "%PDF");
    made({"chart", "waterfall"}, "steps.svg", "<?xml");
    CHECK(cli.read("steps.svg").contains("What is paid"));
    CHECK(cli.read("steps.svg").contains("compared are in paid care with a known need"));
    made({"report", "value"}, "r.pdf", "%PDF");
    made({"report", "value", "--audience", "publishable"}, "r.html", "<!");
    made({"report", "value"}, "r.xlsx", "PK");
    CHECK(cli.run({"report", "value", "--store", "demo.twelvefold", "--out", "r.csv"}).exit == 0);
    CHECK(cli.run({"chart", "scatter", "--store", "demo.twelvefold", "--out", "nowhere/a.png"})
              .exit == 1);
    CHECK(cli.run({"chart", "scatter", "--store", "demo.twelvefold", "--out", "a.gif"}).exit == 2);
    CHECK(cli.run({"chart", "pie", "--store", "demo.twelvefold", "--out", "a.png"}).exit == 2);
    CHECK(cli.run({"report", "value", "--store", "demo.twelvefold", "--out", "a.docx"}).exit == 2);
    const auto partOf = [&](const QString& sections) {
        return cli.run({"report", "value", "--store", "demo.twelvefold", "--out", "part.csv",
                        "--sections", sections});
    };
    CHECK(partOf("providers,data_quality").exit == 0);
    const QByteArray part = cli.read("part.csv"), whole = cli.read("r.csv");
    CHECK(part.size() < whole.size());
    for (const char* heading : {"How complete the data are", "Providers"})
        CHECK(part.contains(heading));
    CHECK((whole.contains("Possible step-down") && !part.contains("Possible step-down")));
    CHECK(partOf("provider").exit == 2);
    // Every report there is, and none takes the parts of another.
    made({"report", "provider"}, "p.csv", "");
    const QByteArray ofProviders = cli.read("p.csv");
    CHECK(ofProviders.contains("How complete the data are"));
    CHECK_FALSE(ofProviders.contains("Possible step-down"));
    const Run notOfIt = cli.run({"report", "provider", "--store", "demo.twelvefold", "--out",
                                 "part.csv", "--sections", "step_down"});
    CHECK(notOfIt.exit == 2);
    CHECK(notOfIt.err.contains("providers, outcomes, data_quality, method"));
    CHECK(cli.run({"report", "--help"}).out.contains("value or provider"));
}

TEST_CASE("the steps from need to what is paid are of one child where it is named", "[cli]")
{
    const Program cli;
    cli.makeDemo(240);
    const auto draw = [&](const QStringList& more) {
        return cli.run(
            QStringList{"chart", "waterfall", "--store", "demo.twelvefold", "--out", "steps.svg"} +
            more);
    };
    const Run run = cli.run({"analyse", "--store", "demo.twelvefold", "--json"});
    const QJsonArray children = run.json()["amounts"].toObject()["children"].toArray();
    REQUIRE_FALSE(children.isEmpty());
    const QString child = children.first().toObject()["pseudonym"].toString();
    CHECK(draw({"--child", child}).exit == 0);
    CHECK(cli.read("steps.svg").contains(child.toUtf8()));
    CHECK(draw({"--child", child.toLower()}).exit == 0);
    CHECK(cli.read("steps.svg").contains(child.toUtf8()));
    const Run nobody = draw({"--child", "X0X-000"});
    CHECK(nobody.exit == 1);
    CHECK(nobody.err.contains("No child asked for is called X0X-000."));
    CHECK(cli.run({"chart", "amounts", "--store", "demo.twelvefold", "--out", "a.svg", "--child",
                   child})
              .exit == 2);
}

TEST_CASE("what is for publication is safe or refused", "[cli]")
{
    const Program cli;
    cli.makeDemo(40); // of whom five live in children's homes
    const auto publish = [&](QStringList command, const QString& name) {
        return cli.run(command << "--store"
                               << "demo.twelvefold"
                               << "--audience"
                               << "publishable"
                               << "--out" << name);
    };
    for (const char* name : {"r.pdf", "r.html", "r.xlsx", "r.csv"}) {
        const Run few = publish({"report", "value", "--setting", "childrens_home"}, name);
        CHECK(few.exit == 1);
        CHECK(few.err.contains("cannot be published"));
        CHECK_FALSE(cli.has(name));
    }
    CHECK(publish({"chart", "scatter"}, "a.svg").exit == 1);
    const Run bars = publish({"chart", "amounts"}, "a.svg");
    CHECK(bars.exit == 1);
    CHECK(bars.err.contains("Need, placement and price cannot be published"));
    CHECK(publish({"chart", "waterfall"}, "a.svg").exit == 1);
    CHECK(publish({"chart", "funnel", "--setting", "childrens_home"}, "a.svg").exit == 1);
    CHECK_FALSE(cli.has("a.svg"));
    const Run whole = publish({"report", "value", "--json"}, "r.csv");
    CHECK(whole.exit == 0);
    CHECK(whole.json()["n"].toInt() == 40);
    const Run narrower = publish({"report", "value", "--json", "--age", "0-99"}, "r.csv");
    CHECK(narrower.json()["n"].toInt() % 5 == 0);
}

TEST_CASE("a report lists as many pairs as the window lists, unless asked for fewer", "[cli]")
{
    const Program cli;
    cli.makeDemo();
    const auto report = [&](const QStringList& more) {
        const QStringList asked{"report", "value", "--store",     "demo.twelvefold",
                                "--out",  "r.csv", "--tolerance", "12"};
        REQUIRE(cli.run(asked + more).exit == 0);
        return cli.read("r.csv");
    };
    const QByteArray usual = report({});
    CHECK(usual == report({"--top", "100"}));
    CHECK(usual.count('\n') > report({"--top", "20"}).count('\n'));
}

TEST_CASE("a report that --comparable alone keeps from being published says so", "[cli]")
{
    const Program cli;
    cli.makeDemo(28); // of whom five live with parents or are placed for adoption
    const QStringList report{"report",     "value",       "--store", "demo.twelvefold",
                             "--audience", "publishable", "--out",   "r.html"};
    const Run few = cli.run(report + QStringList{"--comparable"});
    CHECK(few.exit == 1);
    CHECK(few.err.contains("Without --comparable it can be published."));
    CHECK_FALSE(cli.has("r.html"));
    CHECK(cli.run(report).exit == 0);
    // Where it would not help it is not said.
    const Run homes = cli.run(report + QStringList{"--comparable", "--setting", "childrens_home"});
    CHECK(homes.exit == 1);
    CHECK_FALSE(homes.err.contains("Without --comparable"));
}

TEST_CASE("check, backup and restore keep a store", "[cli]")
{
    const Program cli;
    cli.makeDemo(20);
    CHECK(cli.run({"check", "--store", "demo.twelvefold"}).exit == 0);
    CHECK(cli.run({"check", "--store", "demo.twelvefold", "--json"})
              .json()["faults"]
              .toArray()
              .isEmpty());
    CHECK(cli.run({"backup", "--store", "demo.twelvefold", "--out", "copy"}).exit == 0);
    CHECK(cli.run({"backup", "--store", "demo.twelvefold", "--out", "copy"}).exit == 1);
    CHECK(cli.run({"restore", "--from", "copy", "--out", "demo.twelvefold"}).exit == 1);
    CHECK(cli.run({"restore", "--from", "copy", "--out", "again.twelvefold"}).exit == 0);
    const auto cohort = [&](const QString& store) {
        return cli.run({"cohort", "--store", store}).out;
    };
    CHECK((cohort("again.twelvefold") == cohort("demo.twelvefold")));
    cli.write("nonsense", "not a backup");
    CHECK(cli.run({"restore", "--from", "nonsense", "--out", "new.twelvefold"}).exit == 1);
    CHECK_FALSE(cli.has("new.twelvefold"));
}

TEST_CASE("check notes what is missing of the children, and that is no fault", "[cli]")
{
    const Program cli;
    cli.makeDemo(120);
    const Run check = cli.run({"check", "--store", "demo.twelvefold", "--json"});
    CHECK(check.exit == 0);
    CHECK(check.json()["sound"].toBool());
    const QJsonArray notes = check.json()["notes"].toArray();
    REQUIRE_FALSE(notes.isEmpty());
    const Run told = cli.run({"check", "--store", "demo.twelvefold"});
    CHECK(told.exit == 0);
    CHECK(told.out.contains("children have both a complete need and a cost. Counted among all"));
    for (const QJsonValue& each : notes) {
        const QJsonObject note = each.toObject();
        checkKeys(note, {"rule", "message", "children"});
        CHECK(note["rule"].toString().startsWith("quality-"));
        CHECK(note["message"].toString().contains(
            QString(": %1 of 120 children. ").arg(note["children"].toInt())));
        CHECK(told.out.contains(note["message"].toString().toUtf8()));
    }
}

TEST_CASE("check names records that were altered behind the program's back, and tells faults from "
          "notes",
          "[cli]")
{
    const Program cli;
    cli.makeDemo(20);
    alterBehindItsBack(cli);

    const Run check = cli.run({"check", "--store", "demo.twelvefold", "--json"});
    CHECK(check.exit == 3);
    checkKeys(check.json(), {"store", "sound", "faults", "notes"});
    CHECK_FALSE(check.json()["sound"].toBool());
    const QJsonArray faults = check.json()["faults"].toArray();
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].toObject()["rule"].toString() == "check-content");
    CHECK(faults[0].toObject()["message"].toString().contains("assessment_note"));
    CHECK(check.json()["notes"].toArray().isEmpty()); // nobody can say whose records these are
    CHECK(cli.run({"cohort", "--store", "demo.twelvefold"}).exit == 0); // it still opens

    const Run backup = cli.run({"backup", "--store", "demo.twelvefold", "--out", "copy"});
    CHECK(backup.exit == 3);
    CHECK(backup.err.contains("assessment_note"));
    CHECK(cli.has("copy"));
    CHECK(cli.run({"restore", "--from", "copy", "--out", "again"}).exit == 1);

    const Run repair = cli.run({"check", "--store", "demo.twelvefold", "--repair", "--json"});
    CHECK(repair.exit == 3); // altered records are no gap that the audit could fill
    CHECK(repair.json()["repaired"].isNull());
}

TEST_CASE("figures of an altered store are told with a warning, and never published", "[cli]")
{
    const Program cli;
    cli.makeDemo(60);
    const QStringList store{"--store", "demo.twelvefold"};
    const QList<QStringList> commands{{"cohort"},
                                      {"analyse"},
                                      {"chart", "funnel", "--out", "a.svg"},
                                      {"report", "value", "--out", "a.csv"}};
    for (const QStringList& command : commands)
        CHECK(cli.run(command + store).err.isEmpty());
    alterBehindItsBack(cli);
    for (const QStringList& command : commands) {
        const Run told = cli.run(command + store);
        CHECK(told.exit == 0);
        CHECK(told.err.contains("The store has faults (1)"));
        CHECK(told.err.contains("assessment_note"));
    }
    const QStringList publishable = store + QStringList{"--audience", "publishable", "--out"};
    const Run report = cli.run(QStringList{"report", "value"} + publishable + QStringList{"p.csv"});
    CHECK(report.exit == 1);
    CHECK(report.err.contains("cannot be published: the store has faults"));
    CHECK(cli.run(QStringList{"chart", "funnel"} + publishable + QStringList{"p.svg"}).exit == 1);
    CHECK_FALSE(cli.has("p.csv"));
    CHECK_FALSE(cli.has("p.svg"));
}

TEST_CASE("Wrong use ends with 2 and says what was expected", "[cli]")
{
    const Program cli;
    cli.makeDemo(10);
    const QList<QStringList> wrong{
        {},
        {"frobnicate"},
        {"analyse"},
        {"analyse", "--store"},
        {"analyse", "--store", "demo.twelvefold", "--nonsense"},
        {"analyse", "--store", "demo.twelvefold", "--tolerance", "-1"},
        {"analyse", "--store", "demo.twelvefold", "--tolerance", "two"},
        {"analyse", "--store", "demo.twelvefold", "--metric", "manhattan"},
        {"analyse", "--store", "demo.twelvefold", "--min-ratio", "0.5"},
        {"cohort", "--store", "demo.twelvefold", "--census", "31/02/2020"},
        {"cohort", "--store", "demo.twelvefold", "--kind", "adult"},
        {"cohort", "--store", "demo.twelvefold", "--age", "15-10"},
        {"cohort", "--store", "demo.twelvefold", "--components", "petrol"},
        {"demo", "--out", "x.twelvefold", "--children", "9"},
        {"demo", "--out", "x.twelvefold", "--children", "1000001"},
        {"import", "--store", "demo.twelvefold"},
        {"import", "--store", "demo.twelvefold", "--return-year", "soon", "a.csv"},
        {"stats", "astrology", "--csv", "a.csv"},
        {"chart", "scatter", "--store", "demo.twelvefold", "--out", "a.png", "--size", "big"},
    };
    for (const QStringList& arguments : wrong) {
        INFO(arguments.join(' ').toStdString());
        const Run run = cli.run(arguments);
        CHECK(run.exit == 2);
        CHECK(run.out.isEmpty());
        CHECK_FALSE(run.err.isEmpty());
    }
    CHECK_FALSE(cli.has("x.twelvefold"));
    CHECK(cli.run({"--help"}).exit == 0);
    CHECK(cli.run({"analyse", "--help"}).exit == 0);
}

TEST_CASE("What was expected is said in words", "[cli]")
{
    const Program cli;
    cli.write("t.csv", "a,b\n1,2\n3,1\n2,4\n");
    const QStringList pairs{"stats", "pairs", "--csv", "t.csv", "--cost", "a", "--x", "b"};
    const QStringList funnel{"stats", "funnel", "--csv", "t.csv", "--y", "a", "--size", "b"};
    const QStringList analyse{"analyse", "--store", "demo.twelvefold"};
    const std::pair<QStringList, const char*> wrong[] = {
        {{}, "a command is needed: demo, import, imports, postcodes, profiles, cohort"},
        {{"frobnicate"}, "there is no command \"frobnicate\"; the commands are: demo"},
        {{"--frobnicate"}, "there is no option \"--frobnicate\""},
        {{"stats"}, "a method is needed: correlation, ols"},
        {{"stats", "astrology", "--csv", "t.csv"}, "there is no method \"astrology\""},
        {{"chart", "pie", "--store", "s", "--out", "a.png"}, "\"pie\" is not one of: scatter"},
        {{"demo", "--out", "s", "--children", "9"}, "whole number from 10 to 1000000"},
        {{"demo", "--out", "s", "--seed", "-1"}, "\"-1\" is not a whole number of at least 0"},
        {{"--threads", "0", "check", "--store", "s"}, "whole number from 1 to 256"},
        {analyse + QStringList{"--metric", "L1"}, "\"L1\" is not one of: l1, euclidean, max"},
        {analyse + QStringList{"--tolerance", "two"}, "\"two\" is not a number"},
        {analyse + QStringList{"--tolerance", "nan"}, "\"nan\" is not a number"},
        {analyse + QStringList{"--top", "-3"}, "\"-3\" is not a whole number"},
        {pairs + QStringList{"--tolerance", "nan"}, "\"nan\" is not a number of at least 0"},
        {pairs + QStringList{"--tolerance", "inf"}, "\"inf\" is not a number of at least 0"},
        {pairs + QStringList{"--top", "1.5"}, "\"1.5\" is not a whole number"},
        {funnel + QStringList{"--kind", "bar"}, "\"bar\" is not one of: mean"},
        {funnel + QStringList{"--kind", "mean"}, "--sd is needed for means"},
        {funnel + QStringList{"--kind", "mean", "--sd", "0"}, "is not a number above 0"},
        {funnel + QStringList{"--kind", "proportion", "--target", "2"}, "between 0 and 1"},
        {funnel + QStringList{"--kind", "ratio", "--target", "1"}, "--target is for means"},
        {{"stats", "ols", "--csv", "t.csv", "--y", "a", "--x", ","}, "--x is needed"},
        {{"stats", "ols", "--csv", "t.csv", "--y", "a", "--x", "z"}, "The columns are: a, b."},
    };
    for (const auto& [arguments, words] : wrong) {
        INFO(arguments.join(' ').toStdString());
        const Run run = cli.run(arguments);
        CHECK(run.exit == 2);
        CHECK(run.out.isEmpty());
        INFO(run.err.toStdString());
        CHECK(run.err.contains(words));
    }
}

TEST_CASE("What is no store of ours is refused and left as it is", "[cli]")
{
    const Program cli;
    cli.write("letter.twelvefold", "Dear colleague,\n");
    cli.write("empty.twelvefold", "");
    for (const char* name : {"letter.twelvefold", "empty.twelvefold", "missing.twelvefold", "."}) {
        INFO(name);
        const Run run = cli.run({"analyse", "--store", name, "--json"});
        CHECK(run.exit == 1);
        CHECK(run.out.isEmpty());
        CHECK_FALSE(run.err.isEmpty());
    }
    CHECK(cli.read("letter.twelvefold") == "Dear colleague,\n");
    CHECK(cli.read("empty.twelvefold").isEmpty());
    CHECK_FALSE(cli.has("missing.twelvefold"));
}

TEST_CASE("A council with nobody in it is answered in words", "[cli]")
{
    const Program cli;
    cli.makeDemo(10);
    const QStringList nobody{"--store", "demo.twelvefold", "--census", "1990-03-31"};
    const QJsonObject findings = cli.run(QStringList{"analyse", "--json"} + nobody).json();
    CHECK(findings["cohort"].toObject()["n"].toInt() == 0);
    CHECK(findings["need_explains"].toObject()["r_squared"].isNull());
    CHECK(findings["similar_need"].toObject()["pairs"].toArray().isEmpty());
    CHECK(cli.run(QStringList{"analyse"} + nobody).exit == 0);
    CHECK(cli.run(QStringList{"cohort"} + nobody).out.count('\n') == 1);
    CHECK(cli.run(QStringList{"chart", "scatter", "--out", "a.png"} + nobody).exit == 0);
    CHECK(cli.run(QStringList{"report", "value", "--out", "a.pdf"} + nobody).exit == 0);
    CHECK(cli.run(QStringList{"report", "value", "--out", "a.html"} + nobody).exit == 0);
    const QString page = QString::fromUtf8(cli.read("a.html"));
    CHECK(page.contains("There are no children to report on. Choose a day"));
    CHECK_FALSE(page.contains("<table"));
}

TEST_CASE("an option that a script left empty is refused, and takes no other word for its value",
          "[cli]")
{
    const Program cli;
    cli.makeDemo();
    cli.write("precious.csv", "a,b\n1,2\n");
    const Run rejects = cli.run(
        {"import", "--store", "demo.twelvefold", "--rejects=", "precious.csv", "precious.csv"});
    CHECK(rejects.exit == 2);
    CHECK(rejects.err.contains("--rejects= has no value"));
    CHECK(cli.read("precious.csv") == "a,b\n1,2\n");
    for (const char* option : {"--setting", "--legal-status", "--region", "--kind", "--components",
                               "--funder", "--provider"}) {
        for (const char* value : {"", ",", " , "}) {
            INFO(option << " \"" << value << "\"");
            const Run run = cli.run({"analyse", "--store", "demo.twelvefold", option, value});
            CHECK(run.exit == 2);
            CHECK(run.out.isEmpty());
        }
    }
    CHECK(cli.run({"report", "value", "--store", "demo.twelvefold", "--out", "r.csv", "--sections",
                   ","})
              .exit == 2);
}

TEST_CASE("need, placement and price of analyse sum to what the cohort's children cost", "[cli]")
{
    const Program cli;
    cli.makeDemo(240);
    const Run run = cli.run({"analyse", "--store", "demo.twelvefold", "--comparable", "--json"});
    REQUIRE(run.exit == 0);
    const QJsonObject amounts = run.json()["amounts"].toObject();
    const auto pence = [](const QJsonObject& one, const char* key) {
        return qRound64(one[QLatin1String(key)].toDouble() * 100);
    };
    const auto holds = [&](const QJsonObject& one) {
        CHECK(pence(one, "need") + pence(one, "placement") + pence(one, "price") ==
              pence(one, "spend"));
    };
    holds(amounts["whole"].toObject());
    qint64 settings = 0;
    for (const auto& setting : amounts["settings"].toArray()) {
        holds(setting.toObject());
        settings += pence(setting.toObject(), "spend");
    }
    CHECK(settings == pence(amounts["whole"].toObject(), "spend"));

    std::map<std::string, qint64> paid;
    const auto rows =
        tableOf(cli.run({"cohort", "--store", "demo.twelvefold", "--comparable"}).out);
    const auto column = [&](const char* name) { return rows[0].indexOf(name); };
    for (qsizetype i = 1; i < rows.size(); ++i) {
        const QByteArrayList& cells = rows[i];
        if (!cells[column("placement_kind")].isEmpty() && !cells[column("need_total")].isEmpty() &&
            !cells[column("weekly_cost")].isEmpty())
            paid[cells[0].toStdString()] = qRound64(cells[column("weekly_cost")].toDouble() * 100);
    }
    const QJsonArray children = amounts["children"].toArray();
    CHECK(static_cast<std::size_t>(children.size()) == paid.size());
    for (const auto& child : children) {
        holds(child.toObject());
        CHECK(pence(child.toObject(), "spend") ==
              paid.at(child.toObject()["pseudonym"].toString().toStdString()));
    }
}
