// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"
#include "domain/criteria.h"
#include "workbench/workbench.h"

#include <QJsonArray>

#include <algorithm>
#include <memory>

// What must hold of the option of every criterion of the list, without a name of any.

using namespace twelvefold;
using domain::Criterion;
using domain::Wanted;
using twelvefold::tests::Program;
using twelvefold::tests::Run;

namespace {

class Asking
{
public:
    Asking()
    {
        m_cli.makeDemo(160);
        std::unique_ptr<workbench::Workbench> bench;
        workbench::Workbench::open(m_cli.path("demo.twelvefold").toStdString(), bench, "A. Nalyst",
                                   store::Access::readOnly);
        REQUIRE(bench);
        m_everyone = bench->cohort(bench->defaultCensus());
    }

    const domain::Cohort& everyone() const { return *m_everyone; }

    Run run(const Criterion& criterion, const QString& value) const
    {
        return m_cli.run({"cohort", "--store", "demo.twelvefold", "--json",
                          "--" + QString::fromUtf8(criterion.token.data()) + "=" + value});
    }

    // The option takes those whom the filter takes, some but not all, and says what was asked.
    void check(const Criterion& criterion, const QString& value, const Wanted& wanted) const
    {
        INFO(criterion.token << " " << value.toStdString());
        domain::CohortFilter filter;
        filter.ask(criterion, wanted);
        const domain::Cohort cohort = m_everyone->filtered(filter);
        const Run answer = run(criterion, value);
        INFO(answer.err.toStdString());
        REQUIRE(answer.exit == 0);
        std::vector<std::string> children;
        for (const auto& child : answer.json()["children"].toArray())
            children.push_back(child.toObject()["pseudonym"].toString().toStdString());
        CHECK(children == cohort.pseudonym);
        CHECK(children.size() < m_everyone->size());
        QString key = QString::fromUtf8(criterion.token.data());
        CHECK(answer.json()["filter"].toObject().contains(key.replace('-', '_')));
        std::size_t notRecorded = 0;
        for (const auto& left : answer.json()["not_recorded"].toArray())
            notRecorded += std::size_t(left.toObject()["n"].toInt());
        CHECK(notRecorded == (cohort.notRecorded.empty() ? 0 : cohort.notRecorded.begin()->second));
    }

private:
    Program m_cli;
    std::shared_ptr<const domain::Cohort> m_everyone;
};

QString written(const Criterion& criterion, double value)
{
    return criterion.kind == Criterion::Kind::days
               ? QString::fromStdString(domain::Date::fromDayNumber(int(value)).iso())
               : QString::number(value);
}

// Those who have a value, in order.
std::vector<double> valuesOf(const Criterion& criterion, const domain::Cohort& cohort)
{
    std::vector<double> values;
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        if (const auto value = criterion.range.of(cohort, row))
            values.push_back(*value);
    }
    std::ranges::sort(values);
    return values;
}

} // namespace

TEST_CASE("by each criterion of choices the command line takes those whom the filter takes",
          "[cli]")
{
    const Asking analyst;
    for (const Criterion& criterion : domain::criteria()) {
        if (criterion.isRange())
            continue;
        // The choices that children have.
        std::set<std::string> had;
        for (std::size_t row = 0; row < analyst.everyone().size(); ++row)
            had.emplace(criterion.choices.of(analyst.everyone(), row));
        had.erase("");
        REQUIRE(had.size() >= 1);
        const std::string first = *had.begin(), last = *had.rbegin();
        analyst.check(criterion, QString::fromStdString(first), domain::anyOf({first}));
        if (had.size() > 2)
            analyst.check(criterion, QString::fromStdString(first + ", " + last),
                          domain::anyOf({first, last}));
    }
}

TEST_CASE(
    "by each range the command line takes those whom the filter takes, an end left open or not",
    "[cli]")
{
    const Asking analyst;
    for (const Criterion& criterion : domain::criteria()) {
        if (!criterion.isRange())
            continue;
        const auto values = valuesOf(criterion, analyst.everyone());
        REQUIRE(values.size() > 20);
        const double least = values[values.size() / 4], most = values[values.size() / 2];
        const QString from = written(criterion, least), to = written(criterion, most);
        analyst.check(criterion, from + ".." + to, domain::between(least, most));
        analyst.check(criterion, from + "..", domain::between(least, {}));
        analyst.check(criterion, ".." + to, domain::between({}, most));
        analyst.check(criterion, to, domain::between(most, most));
        if (criterion.kind == Criterion::Kind::numbers)
            analyst.check(criterion, from + "-" + to, domain::between(least, most));
    }
}

TEST_CASE("what no criterion can be is refused with what there is, and nothing is said of children",
          "[cli]")
{
    const Asking analyst;
    for (const Criterion& criterion : domain::criteria()) {
        INFO(criterion.token);
        for (const QString& value :
             criterion.isRange() ? QStringList{"..", "a-b", "9..x", "2026-02-30..", "3..2..1"}
                                 : QStringList{"neither"}) {
            INFO(value.toStdString());
            const Run refused = analyst.run(criterion, value);
            CHECK(refused.exit ==
                  (criterion.choices.found != nullptr || criterion.choices.open ? 1 : 2));
            CHECK(refused.out.isEmpty());
            if (criterion.isRange())
                CHECK(refused.err.contains("is not a range such as"));
            else
                CHECK(refused.err.contains("“neither” is not one of the " +
                                           QByteArray(criterion.parts.english)));
        }
        if (!criterion.isRange()) {
            const QByteArray said = analyst.run(criterion, "neither").err;
            for (const domain::Choice& choice : choicesIn(criterion, analyst.everyone()))
                CHECK(said.contains(choice.token.c_str()));
            continue;
        }
        const auto values = valuesOf(criterion, analyst.everyone());
        const Run reversed = analyst.run(criterion, written(criterion, values.back()) + ".." +
                                                        written(criterion, values.front()));
        CHECK(reversed.exit == 2);
        CHECK(reversed.err.contains("nothing lies from"));
    }
}

TEST_CASE("a provider whose name holds a comma is asked for by it, and several one by one", "[cli]")
{
    const Asking analyst;
    const Criterion& provider = domain::criterion("provider");
    const auto& names = analyst.everyone().providerNames;
    REQUIRE(names.size() > 2);
    domain::CohortFilter filter;
    filter.ask(provider, domain::anyOf({names[0], names[1]}));
    const Run both = analyst.run(provider, QString::fromStdString(names[0] + "," + names[1]));
    CHECK(both.json()["n"].toInt() == int(analyst.everyone().filtered(filter).size()));
}

TEST_CASE("every criterion stands in the help of the commands that take children", "[cli]")
{
    const Program cli;
    for (const QStringList& command : {QStringList{"cohort"}, QStringList{"analyse"},
                                       QStringList{"chart"}, QStringList{"report"}}) {
        const QByteArray help = cli.run(command + QStringList{"--help"}).out;
        for (const Criterion& criterion : domain::criteria()) {
            INFO(command.join(' ').toStdString() << " " << criterion.token);
            CHECK(help.contains("--" + QByteArray(criterion.token.data()) + " "));
            for (const domain::Choice& choice : criterion.choices.fixed)
                CHECK(help.contains(choice.token.c_str()));
        }
    }
}
