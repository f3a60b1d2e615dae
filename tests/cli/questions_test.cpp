// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <QHash>
#include <QJsonArray>
#include <QSet>

using twelvefold::tests::Program;

namespace {

QJsonObject analysed(const Program& cli, const QStringList& options = {})
{
    return cli.run(QStringList{"analyse", "--json", "--store", "demo.twelvefold"} + options).json();
}

QSet<QString> childrenOf(const QJsonObject& line)
{
    QSet<QString> children;
    for (const auto& child : line["children"].toArray())
        children.insert(child.toString());
    return children;
}

} // namespace

TEST_CASE(
    "the worklist asks of safety first, prices the rest, and tells the same as flags by child",
    "[cli][questions]")
{
    const Program cli;
    cli.makeDemo(534);
    const QJsonObject all = analysed(cli);
    const QJsonArray lines = all["worklist"].toArray();
    REQUIRE(lines.size() > 5);
    CHECK(lines.size() < 40); // a dozen or two, and not four hundred
    bool safetyOver = false;
    double worth = 0;
    QHash<QString, double> prices; // of whom a price is asked about
    QSet<QString> mayMove;
    QSet<QPair<QString, QString>> asked;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QJsonObject line = lines[i].toObject();
        INFO(line["reason"].toString().toStdString());
        CHECK(line["rank"].toInt() == i + 1);
        const bool safety = line["question"] == "safety";
        safetyOver = safetyOver || !safety;
        CHECK(safety == !safetyOver);
        CHECK(line["children"].toArray().size() == line["n"].toInt());
        CHECK((line["pseudonym"].isNull() || line["n"].toInt() == 1));
        CHECK((line["new_children"].toInt() > 0) == line["new"].toBool());
        CHECK(line["reason"].toString().endsWith('?'));
        if (line["value"].isNull())
            continue;
        CHECK_FALSE(safety);
        worth += line["value"].toDouble();
        if (line["question"] == "price_above")
            prices[line["pseudonym"].toString()] = line["value"].toDouble();
        else
            mayMove.insert(line["pseudonym"].toString());
        CHECK(line["lower"].toDouble() <= line["value"].toDouble());
        CHECK(line["value"].toDouble() <= line["upper"].toDouble());
    }
    for (const auto& each : lines)
        for (const QString& child : childrenOf(each.toObject()))
            asked.insert({child, each.toObject()["rule"].toString()});
    QSet<QPair<QString, QString>> flagged;
    for (const auto& each : all["flags"].toArray())
        flagged.insert(
            {each.toObject()["pseudonym"].toString(), each.toObject()["flag"].toString()});
    CHECK(flagged == asked);
    const QJsonObject rules = all["worklist_rules"].toObject();
    // Who moves, 45 times in 100, leaves the price behind.
    for (const QString& child : mayMove)
        worth -= 0.45 * prices.value(child, 0);
    CHECK(rules["value"].toDouble() == Approx(worth));
    CHECK(rules["rules"].toArray().size() >= 19);
    CHECK_FALSE(rules["rests_on"].toArray().isEmpty());

    const QByteArray text = cli.run({"analyse", "--store", "demo.twelvefold"}).out;
    CHECK(text.contains(QStringLiteral("Questions to ask: %1,").arg(lines.size()).toUtf8()));
}

TEST_CASE(
    "a filter leaves the questions of those it lets through, and what is not compared is asked all "
    "the same",
    "[cli][questions]")
{
    const Program cli;
    cli.makeDemo(300);
    const QJsonArray all = analysed(cli)["worklist"].toArray();
    const QJsonArray comparable = analysed(cli, {"--comparable"})["worklist"].toArray();
    CHECK(comparable == all);

    const QJsonArray homes = analysed(cli, {"--setting", "childrens_home"})["worklist"].toArray();
    const auto cohort =
        cli.run({"cohort", "--store", "demo.twelvefold", "--setting", "childrens_home"});
    REQUIRE_FALSE(homes.isEmpty());
    QSet<QString> anywhere;
    for (const auto& line : all)
        anywhere += childrenOf(line.toObject());
    for (const auto& line : homes) {
        for (const QString& child : childrenOf(line.toObject())) {
            CHECK(cohort.out.contains(child.toUtf8() + ','));
            CHECK(anywhere.contains(child));
        }
    }
}

TEST_CASE("prices that are planted are asked about by name", "[cli][questions]")
{
    const Program cli;
    REQUIRE(cli.run({"demo", "--out", "demo.twelvefold", "--planted", "20", "--truth", "truth.csv"})
                .exit == 0);
    QSet<QByteArray> planted;
    for (const QByteArray& row : cli.read("truth.csv").split('\n'))
        if (row.trimmed().endsWith(",yes"))
            planted.insert(row.split(',').first());
    REQUIRE(planted.size() == 20);
    std::size_t found = 0, others = 0;
    for (const auto& each : analysed(cli)["worklist"].toArray()) {
        const QJsonObject line = each.toObject();
        if (line["question"] != "price_above")
            continue;
        const bool isPlanted = planted.contains(line["pseudonym"].toString().toUtf8());
        (isPlanted ? found : others) += 1;
    }
    CHECK(found >= 12);
    CHECK(others <= 3);
}
