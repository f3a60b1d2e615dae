// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <QJsonArray>
#include <QMap>

#include <algorithm>
#include <cmath>
#include <set>

// What a person who types an option of analyse gets for it, held against the cohort's own table.

using twelvefold::tests::Program;
using twelvefold::tests::Run;

namespace {

using Child = QMap<QByteArray, QByteArray>; // what the cohort's table says, by heading

QList<Child> childrenOf(const Program& cli, const QStringList& filters = {})
{
    const Run run = cli.run(QStringList{"cohort", "--store", "demo.twelvefold"} + filters);
    REQUIRE(run.exit == 0);
    QList<QByteArray> lines = run.out.trimmed().split('\n');
    const auto headings = lines.takeFirst().trimmed().split(',');
    QList<Child> children;
    for (const QByteArray& line : lines) {
        const auto cells = line.trimmed().split(',');
        Child child;
        for (qsizetype i = 0; i < headings.size(); ++i)
            child[headings[i]] = cells[i];
        children.append(child);
    }
    return children;
}

QJsonObject analysed(const Program& cli, const QStringList& options = {})
{
    const Run run =
        cli.run(QStringList{"analyse", "--json", "--store", "demo.twelvefold"} + options);
    INFO(options.join(' ').toStdString() << run.err.toStdString());
    REQUIRE(run.exit == 0);
    return run.json();
}

// Every key but the traces, at every depth.
QJsonValue withoutTraces(const QJsonValue& value)
{
    if (value.isArray()) {
        QJsonArray list;
        for (const auto& item : value.toArray())
            list.append(withoutTraces(item));
        return list;
    }
    if (!value.isObject())
        return value;
    QJsonObject object;
    const QJsonObject given = value.toObject();
    for (auto member = given.begin(); member != given.end(); ++member)
        if (!member.key().endsWith("trace"))
            object[member.key()] = withoutTraces(member.value());
    return object;
}

void checkTrace(const QJsonValue& value)
{
    REQUIRE(value.isObject());
    const QJsonObject trace = value.toObject();
    CHECK(trace["n"].isDouble());
    CHECK_FALSE(trace["method"].toString().isEmpty());
    CHECK(trace["formula"].isString()); // a rule has none
    CHECK(trace["reference"].isString());
    CHECK(trace["steps"].isArray());
    REQUIRE(trace["excluded"].isArray());
    for (const auto& leftOut : trace["excluded"].toArray()) {
        CHECK_FALSE(leftOut.toObject()["reason"].toString().isEmpty());
        CHECK(leftOut.toObject()["n"].toInt() > 0);
    }
}

void checkTraces(const char* what, const QJsonArray& figures)
{
    INFO(what);
    CHECK_FALSE(figures.isEmpty());
    for (const auto& figure : figures)
        checkTrace(figure.toObject()["trace"]);
}

struct Pairs
{
    qint64 considered = 0, threefold = 0;
    double widest = 0;
};

// Every pair looked at, by the plainest means.
template<class Distance>
Pairs pairsWithin(const QList<Child>& children, double tolerance, bool sameSetting,
                  Distance distance)
{
    struct Scored
    {
        std::vector<double> levels;
        double cost;
        QByteArray setting;
    };
    std::vector<Scored> scored;
    for (const Child& child : children) {
        if (child["need_total"].isEmpty() || !(child["weekly_cost"].toDouble() > 0) ||
            child["setting"] == "with_parents" || child["setting"] == "adoption")
            continue; // or compared with nobody
        Scored one{{}, child["weekly_cost"].toDouble(), child["setting"]};
        for (auto cell = child.begin(); cell != child.end(); ++cell)
            if (cell.key().startsWith("need_") && cell.key() != "need_total")
                one.levels.push_back(cell.value().toDouble());
        scored.push_back(one);
    }
    Pairs pairs;
    for (std::size_t a = 0; a < scored.size(); ++a) {
        for (std::size_t b = a + 1; b < scored.size(); ++b) {
            if (sameSetting && scored[a].setting != scored[b].setting)
                continue;
            if (distance(scored[a].levels, scored[b].levels) > tolerance)
                continue;
            const auto [low, high] = std::minmax(scored[a].cost, scored[b].cost);
            ++pairs.considered;
            pairs.threefold += high / low >= 3 ? 1 : 0;
            pairs.widest = std::max(pairs.widest, high / low);
        }
    }
    return pairs;
}

double l1(const std::vector<double>& a, const std::vector<double>& b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += std::fabs(a[i] - b[i]);
    return sum;
}

double euclidean(const std::vector<double>& a, const std::vector<double>& b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += (a[i] - b[i]) * (a[i] - b[i]);
    return std::sqrt(sum);
}

double widestDomain(const std::vector<double>& a, const std::vector<double>& b)
{
    double widest = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        widest = std::max(widest, std::fabs(a[i] - b[i]));
    return widest;
}

void checkPairs(const QJsonObject& findings, const Pairs& expected)
{
    const QJsonObject similar = findings["similar_need"].toObject();
    CHECK(expected.considered > 0);
    CHECK(similar["pairs_considered"].toInteger() == expected.considered);
    CHECK(similar["pairs_at_least"].toObject()["3"].toInteger() == expected.threefold);
    CHECK(similar["pairs"].toArray().at(0).toObject()["ratio"].toDouble() ==
          Approx(expected.widest).epsilon(1e-14));
}

} // namespace

TEST_CASE("analyse --trace says beside every figure how it was worked out", "[cli][analyse]")
{
    const Program cli;
    cli.makeDemo(160);
    const QJsonObject plain = analysed(cli);
    const QJsonObject traced = analysed(cli, {"--trace"});
    CHECK((withoutTraces(plain) == QJsonValue(plain))); // nobody asked
    CHECK((withoutTraces(traced) == QJsonValue(plain)));

    for (const char* key : {"cohort", "need_explains", "expected_cost", "similar_need", "change",
                            "isotonic", "drivers_model", "provider_model", "concentration"}) {
        INFO(key);
        checkTrace(traced[QLatin1String(key)].toObject()["trace"]);
    }
    checkTrace(traced["need_explains"].toObject()["beyond_setting"].toObject()["trace"]);
    checkTrace(traced["quantile_lines_trace"]);
    const QJsonObject similar = traced["similar_need"].toObject();
    checkTraces("correlations", traced["correlations"].toArray());
    checkTraces("expected cost", traced["expected_cost"].toObject()["children"].toArray());
    checkTraces("pairs", similar["pairs"].toArray());
    checkTraces("each child once", similar["each_child_once"].toArray());
    checkTraces("drivers", traced["drivers"].toArray());
    checkTraces("providers", traced["providers"].toArray());
    checkTraces("flags", traced["flags"].toArray());
    checkTraces("outcomes", traced["provider_outcomes"].toArray());
    for (const auto& outcome : traced["provider_outcomes"].toArray())
        checkTraces("providers' outcomes", outcome.toObject()["providers"].toArray());
    for (const auto& pair : similar["each_child_once"].toArray())
        if (!pair.toObject().contains("explained_undefined"))
            checkTraces("a pair explained", pair.toObject()["explained"].toArray());

    // The trace's n and what it leaves out are all the children there are.
    const QJsonObject trace = traced["need_explains"].toObject()["trace"].toObject();
    int all = trace["n"].toInt();
    for (const auto& leftOut : trace["excluded"].toArray())
        all += leftOut.toObject()["n"].toInt();
    CHECK(all == traced["cohort"].toObject()["n"].toInt());
}

TEST_CASE("analyse --reliability tells what need explains apart from noisy scoring",
          "[cli][analyse]")
{
    const Program cli;
    cli.makeDemo(160);
    const QJsonObject before = analysed(cli)["need_explains"].toObject();
    CHECK(before["reliability_measured"].toBool()); // by the store's own second ratings
    CHECK(before["reliability"].toDouble() ==
          analysed(cli)["noise"].toObject()["reliability"].toDouble());
    const auto need = [&](const char* reliability) {
        return analysed(cli, {"--reliability", reliability})["need_explains"].toObject();
    };
    const QJsonObject known = need("0.8"), found = need("0.8,40"), perfect = need("1");
    const double explained = before["r_squared"].toDouble();
    CHECK(known["reliability"].toDouble() == 0.8); // what is given goes before
    CHECK_FALSE(known["reliability_measured"].toBool(true));
    CHECK(known["r_squared"].toDouble() == explained);
    // Spearman 1904: r / √0.8, squared.
    CHECK(known["corrected"].toDouble() == Approx(explained / 0.8).epsilon(1e-12));
    CHECK(perfect["corrected"].toDouble() == Approx(explained).epsilon(1e-12));
    CHECK(known["corrected_lower"].toDouble() < known["corrected"].toDouble());
    CHECK(known["corrected_upper"].toDouble() > known["corrected"].toDouble());
    // That it was found on forty children only makes the interval wider, not another figure.
    CHECK(found["corrected"].toDouble() == known["corrected"].toDouble());
    CHECK(found["corrected_upper"].toDouble() - found["corrected_lower"].toDouble() >
          known["corrected_upper"].toDouble() - known["corrected_lower"].toDouble());
    CHECK_FALSE(known["corrected_notes"].toArray().isEmpty());

    const auto change = [&](const char* reliability) {
        return analysed(cli, {"--reliability", reliability})["change"].toObject();
    };
    const QJsonObject rough = change("0.5"), fine = change("0.95");
    CHECK(rough["reliability_known"].toBool());
    CHECK(analysed(cli)["change"].toObject()["reliability_known"].toBool());
    CHECK(rough["reliable_levels"].toDouble() > fine["reliable_levels"].toDouble());
    CHECK(rough["unclear"].toInt() > fine["unclear"].toInt());
    for (const char* wrong : {"0", "1.1", "-0.5", "high", "0.8,many", "0.8,-3", "0.8,3,4", ""}) {
        INFO(wrong);
        const Run run = cli.run({"analyse", "--store", "demo.twelvefold", "--reliability", wrong});
        CHECK(run.exit == 2);
        CHECK(run.err.contains("reliability"));
    }
}

TEST_CASE("the noise that analyse tells can be worked out again from the table of second ratings",
          "[cli][analyse]")
{
    const Program cli;
    cli.makeDemo(160);
    const QList<Child> ratings = childrenOf(cli, {"--ratings"});
    const QJsonObject found = analysed(cli), noise = found["noise"].toObject();
    std::vector<double> differences, apart;
    for (const Child& pair : ratings) {
        if (pair["counts"] != "1")
            continue;
        differences.push_back(pair["first_total"].toDouble() - pair["second_total"].toDouble());
        double distance = 0;
        for (const auto& [column, level] : pair.asKeyValueRange()) {
            const QByteArray domain = column.mid(6);
            if (column.startsWith("first_") && domain != "total")
                distance += std::fabs(level.toDouble() - pair["second_" + domain].toDouble());
        }
        apart.push_back(distance);
    }
    REQUIRE(differences.size() >= 30);
    CHECK(noise["pairs"].toInteger() == qint64(differences.size()));
    CHECK(noise["asked_for"].toInteger() == ratings.size() - qint64(differences.size()));
    double mean = 0, squares = 0;
    for (const double difference : differences)
        mean += difference / double(differences.size());
    for (const double difference : differences)
        squares += (difference - mean) * (difference - mean);
    const double sem = std::sqrt(squares / double(differences.size() - 1) / 2);
    CHECK(noise["sem"].toDouble() == Approx(sem).epsilon(1e-12));
    CHECK(noise["sem_lower"].toDouble() < sem);
    CHECK(noise["sem_upper"].toDouble() > sem);
    CHECK(noise["smallest_reliable_change"].toDouble() ==
          Approx(1.959963984540054 * std::sqrt(2.0) * sem).epsilon(1e-12));
    std::sort(apart.begin(), apart.end());
    const double mark = apart[(apart.size() - 1) / 2];
    CHECK(noise["tolerance_mark"].toDouble() == mark);

    // A filter changes whom they are compared with, not the second ratings.
    CHECK(childrenOf(cli, {"--ratings", "--age", "10.."}) == ratings);
    CHECK(analysed(cli, {"--age", "10.."})["noise"].toObject()["sem"] == noise["sem"]);

    // Change is counted by that noise, and beside it stands what noise alone would count.
    const QJsonObject change = found["change"].toObject();
    CHECK(change["reliable_levels"] == noise["smallest_reliable_change"]);
    int fell = 0, rose = 0;
    for (const auto& child : change["children"].toArray()) {
        const double by = child.toObject()["change"].toDouble();
        fell += by < -change["reliable_levels"].toDouble() ? 1 : 0;
        rose += by > change["reliable_levels"].toDouble() ? 1 : 0;
        CHECK(child.toObject()["less_regression"].isDouble());
    }
    CHECK(change["better"].toInt() == fell);
    CHECK(change["worse"].toInt() == rose);
    CHECK(change["by_noise"].toObject()["each_way"].toDouble() > 0);
    const QJsonObject now = change["everyone_now"].toObject();
    CHECK(now["mean"].toDouble() ==
          Approx(change["mean_then"].toDouble() + change["mean_change"].toDouble() +
                 now["from_joined"].toDouble()));

    // As far apart as two raters of one child.
    const QJsonObject similar = analysed(cli, {"--tolerance", "raters"})["similar_need"].toObject();
    CHECK(similar["tolerance"].toDouble() == mark);
    CHECK((similar == analysed(cli, {"--tolerance", QString::number(mark)})["similar_need"]));
    const QJsonObject widest =
        analysed(cli, {"--tolerance", "raters", "--metric", "max"})["similar_need"].toObject();
    CHECK(widest["tolerance"].toDouble() < mark);

    const QJsonObject listed =
        cli.run({"cohort", "--store", "demo.twelvefold", "--ratings", "--json"}).json();
    CHECK(listed["n"].toInteger() == ratings.size());
    CHECK(listed["ratings"].toArray().size() == ratings.size());
    const QByteArray text = cli.run({"analyse", "--store", "demo.twelvefold"}).out;
    CHECK(text.contains("Scoring noise: the standard error of measurement is"));
    CHECK(text.contains("Noise alone would count about"));
}

TEST_CASE("where noise is not measured, nothing rests on it and the reason is told",
          "[cli][analyse]")
{
    const Program cli;
    cli.makeDemo(20);
    const QJsonObject found = analysed(cli), noise = found["noise"].toObject();
    REQUIRE(noise["pairs"].toInt() < 30);
    CHECK(noise["sem"].isNull());
    CHECK(noise["tolerance_mark"].isNull());
    CHECK(noise["undefined"].toString().startsWith("Noise not measured: "));
    const QJsonObject change = found["change"].toObject();
    CHECK(change["better"].isNull());
    CHECK(change["worse"].isNull());
    CHECK_FALSE(change["reliability_known"].toBool(true));
    CHECK(change["counts_undefined"] == noise["undefined"]);
    CHECK_FALSE(found["need_explains"].toObject().contains("corrected"));
    const Run refused = cli.run({"analyse", "--store", "demo.twelvefold", "--tolerance", "raters"});
    CHECK(refused.exit == 1);
    CHECK(refused.err.contains("Noise not measured: "));
    CHECK(refused.out.isEmpty());
    const QByteArray text = cli.run({"analyse", "--store", "demo.twelvefold"}).out;
    CHECK(text.contains("Noise not measured: "));
    CHECK_FALSE(text.contains("needed less"));
}

TEST_CASE("analyse counts as similar what its options say is similar", "[cli][analyse]")
{
    const Program cli;
    cli.makeDemo(160);
    const QList<Child> children = childrenOf(cli);
    checkPairs(analysed(cli), pairsWithin(children, 2, false, l1));
    checkPairs(analysed(cli, {"--tolerance", "4"}), pairsWithin(children, 4, false, l1));
    checkPairs(analysed(cli, {"--tolerance", "3.5"}), pairsWithin(children, 3, false, l1));
    checkPairs(analysed(cli, {"--metric", "max", "--tolerance", "1"}),
               pairsWithin(children, 1, false, widestDomain));
    checkPairs(analysed(cli, {"--metric", "euclidean", "--tolerance", "2.2"}),
               pairsWithin(children, 2.2, false, euclidean));

    const QJsonObject within = analysed(cli, {"--within-setting", "--tolerance", "4"});
    checkPairs(within, pairsWithin(children, 4, true, l1));
    const QJsonObject similar = within["similar_need"].toObject();
    CHECK(similar["within_setting"].toBool());
    CHECK(similar["tolerance"].toDouble() == 4);
    QMap<QString, QByteArray> settings;
    for (const Child& child : children)
        settings[QString::fromUtf8(child["pseudonym"])] = child["setting"];
    for (const auto& entry : similar["pairs"].toArray()) {
        const QJsonObject pair = entry.toObject();
        CHECK(settings[pair["a"].toString()] == settings[pair["b"].toString()]);
    }
}

TEST_CASE("analyse lists as many pairs as asked for, and none less wide", "[cli][analyse]")
{
    const Program cli;
    cli.makeDemo(160);
    const auto pairs = [&](const QStringList& options) {
        return analysed(cli, options)["similar_need"].toObject();
    };
    const QJsonObject usual = pairs({});
    REQUIRE(usual["pairs"].toArray().size() == 20);
    const QJsonObject five = pairs({"--top", "5"});
    CHECK(five["pairs"].toArray().size() == 5);
    CHECK(five["each_child_once"].toArray().size() == 5);
    for (int i = 0; i < 5; ++i)
        CHECK((five["pairs"].toArray().at(i) == usual["pairs"].toArray().at(i)));
    CHECK(pairs({"--top", "0"})["pairs"].toArray().isEmpty());
    CHECK(pairs({"--top", "100000"})["pairs"].toArray().size() ==
          usual["pairs_considered"].toInteger());

    const QJsonObject wide = pairs({"--min-ratio", "3", "--top", "100000"});
    CHECK(wide["pairs"].toArray().size() == wide["pairs_at_least"].toObject()["3"].toInteger());
    for (const char* list : {"pairs", "each_child_once"}) {
        double last = INFINITY;
        QStringList taken;
        for (const auto& entry : wide[QLatin1String(list)].toArray()) {
            const double ratio = entry.toObject()["ratio"].toDouble();
            CHECK(ratio >= 3);
            CHECK(ratio <= last); // the widest first
            CHECK(ratio ==
                  entry.toObject()["cost_a"].toDouble() / entry.toObject()["cost_b"].toDouble());
            last = ratio;
            taken << entry.toObject()["a"].toString() << entry.toObject()["b"].toString();
        }
        if (QLatin1String(list) == QLatin1String("each_child_once"))
            CHECK(taken.removeDuplicates() == 0);
    }
    CHECK((wide["pairs_at_least"] == usual["pairs_at_least"]));
}

TEST_CASE("analyse speaks of the children and the costs that its filters leave", "[cli][analyse]")
{
    const Program cli;
    cli.makeDemo(160);
    const double everything = analysed(cli)["cohort"].toObject()["spend_weekly"].toDouble();
    const QByteArray provider = [&] {
        for (const Child& child : childrenOf(cli))
            if (!child["provider"].isEmpty())
                return child["provider"];
        return QByteArray();
    }();
    for (const QStringList& filters :
         QList<QStringList>{{"--kind", "cla,cp"},
                            {"--kind", "cin"},
                            {"--setting", "in_house_foster,agency_foster"},
                            {"--provider", QString::fromUtf8(provider)},
                            {"--age", "10-15"},
                            {"--age", "12"},
                            {"--components", "core"},
                            {"--components", "additional,education,health,other"},
                            {"--funder", "social_care"},
                            {"--funder", "education,health"},
                            {"--census", "2025-03-31"},
                            {"--census", "31/03/2025", "--age", "0-9", "--components", "core"}}) {
        INFO(filters.join(' ').toStdString());
        const QList<Child> children = childrenOf(cli, filters);
        double spend = 0;
        for (const Child& child : children)
            spend += child["weekly_cost"].toDouble();
        const QJsonObject cohort = analysed(cli, filters)["cohort"].toObject();
        CHECK(children.size() > 0);
        CHECK(cohort["n"].toInt() == children.size());
        CHECK(cohort["spend_weekly"].toDouble() == Approx(spend).epsilon(1e-12));
        CHECK((filters.contains("cla,cp") || cohort["spend_weekly"].toDouble() < everything));
    }
}

TEST_CASE("analyse gives the same bytes wherever --json stands and on any number of threads",
          "[cli][analyse]")
{
    const Program cli;
    cli.makeDemo(160);
    const auto bytes = [&](const QStringList& command) {
        const Run run = cli.run(command);
        REQUIRE(run.exit == 0);
        CHECK(run.err.isEmpty());
        return run.out;
    };
    const QByteArray once =
        bytes({"--json", "analyse", "--store", "demo.twelvefold", "--threads", "1"});
    CHECK((bytes({"analyse", "--store", "demo.twelvefold", "--json"}) == once));
    for (const char* threads : {"2", "5"})
        CHECK((bytes({"--threads", threads, "analyse", "--json", "--store", "demo.twelvefold"}) ==
               once));
}

TEST_CASE("comparable leaves out the settings that are not to be compared, named and counted",
          "[cli]")
{
    const Program cli;
    cli.makeDemo();
    const auto everybody = childrenOf(cli);
    const auto isNotCompared = [](const Child& child) {
        return child["setting"] == "with_parents" || child["setting"] == "adoption";
    };
    const auto leftOut = std::ranges::count_if(everybody, isNotCompared);
    REQUIRE(leftOut > 0);
    CHECK(analysed(cli)["cohort"].toObject()["not_compared"].toArray().isEmpty());

    const auto compared = childrenOf(cli, {"--comparable"});
    CHECK(compared.size() == everybody.size() - leftOut);
    CHECK(std::ranges::none_of(compared, isNotCompared));
    const QJsonObject cohort = analysed(cli, {"--comparable"})["cohort"].toObject();
    CHECK(cohort["n"].toInt() == compared.size());
    qsizetype named = 0;
    for (const auto& setting : cohort["not_compared"].toArray())
        named += setting.toObject()["n"].toInt();
    CHECK(named == leftOut);
    const Run run = cli.run({"analyse", "--store", "demo.twelvefold", "--comparable"}, "C.UTF-8");
    CHECK(run.out.contains("without " + QByteArray::number(leftOut) + " child"));
}

TEST_CASE(
    "whatever the filter, children with parents or placed for adoption are compared with nobody",
    "[cli]")
{
    const Program cli;
    cli.makeDemo();
    std::set<QString> apart;
    for (const Child& child : childrenOf(cli)) {
        if (child["setting"] == "with_parents" || child["setting"] == "adoption")
            apart.insert(QString::fromUtf8(child["pseudonym"]));
    }
    REQUIRE_FALSE(apart.empty());
    const QJsonObject told = analysed(cli);
    for (const char* list : {"pairs", "each_child_once"}) {
        const QJsonArray pairs = told["similar_need"].toObject()[QLatin1String(list)].toArray();
        REQUIRE_FALSE(pairs.isEmpty());
        for (const auto& pair : pairs) {
            CHECK_FALSE(apart.contains(pair.toObject()["a"].toString()));
            CHECK_FALSE(apart.contains(pair.toObject()["b"].toString()));
        }
    }
    for (const auto& each : told["expected_cost"].toObject()["children"].toArray()) {
        CHECK_FALSE(apart.contains(each.toObject()["pseudonym"].toString()));
        for (const auto& comparator : each.toObject()["comparators"].toArray())
            CHECK_FALSE(apart.contains(comparator.toString()));
    }
    // The filter changes who is counted, not who is compared.
    const QJsonObject comparable = analysed(cli, {"--comparable"});
    CHECK(told["similar_need"].toObject()["pairs_considered"] ==
          comparable["similar_need"].toObject()["pairs_considered"]);
    CHECK(told["need_explains"].toObject()["r_squared"] ==
          comparable["need_explains"].toObject()["r_squared"]);
    CHECK(told["cohort"].toObject()["n"].toInt() > comparable["cohort"].toObject()["n"].toInt());
    CHECK(cli.run({"analyse", "--store", "demo.twelvefold"}, "C.UTF-8")
              .out.contains("compared with nobody's cost"));
}

TEST_CASE("a census date that the records do not reach is answered with a warning", "[cli]")
{
    const Program cli;
    cli.makeDemo();
    const auto warned = [&](const QString& census) {
        const Run run = cli.run({"cohort", "--store", "demo.twelvefold", "--census", census});
        CHECK(run.exit == 0);
        return run.err;
    };
    CHECK(warned("2026-03-31").isEmpty());
    CHECK(warned("2091-03-31").contains("still to come"));
    CHECK(warned("1951-03-31").contains("The records begin on"));
}
