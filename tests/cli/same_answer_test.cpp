// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <numeric>

// What stats promises of every method: the order of a table's rows and the number of threads do
// not change a bit of the answer.

using twelvefold::tests::Program;
using twelvefold::tests::Run;

namespace {

// The same numbers on every machine (Steele, Lea & Flood 2014, SplitMix64).
class Dice
{
public:
    explicit Dice(std::uint64_t seed) : m_state(seed) {}
    std::uint64_t next()
    {
        std::uint64_t bits = m_state += 0x9e3779b97f4a7c15U;
        bits = (bits ^ (bits >> 30U)) * 0xbf58476d1ce4e5b9U;
        bits = (bits ^ (bits >> 27U)) * 0x94d049bb133111ebU;
        return bits ^ (bits >> 31U);
    }
    int below(int n) { return static_cast<int>(next() % static_cast<std::uint64_t>(n)); }
    double share() { return static_cast<double>(next() >> 11U) / 9007199254740992.0; }
    double spread() { return share() + share() + share() + share() - 2; }

private:
    std::uint64_t m_state;
};

struct Table
{
    QByteArrayList headings;
    QList<QByteArrayList> rows;

    QByteArray csv(const std::vector<qsizetype>& order) const
    {
        QByteArray text = headings.join(',') + '\n';
        for (const qsizetype row : order)
            text += rows[row].join(',') + '\n';
        return text;
    }
    std::vector<qsizetype> inOrder() const
    {
        std::vector<qsizetype> order(static_cast<std::size_t>(rows.size()));
        std::iota(order.begin(), order.end(), 0);
        return order;
    }
    std::vector<qsizetype> shuffled(std::uint64_t seed) const
    {
        std::vector<qsizetype> order = inOrder();
        Dice dice(seed);
        for (std::size_t i = order.size(); i > 1; --i)
            std::swap(order[i - 1], order[static_cast<std::size_t>(dice.below(int(i)))]);
        return order;
    }
};

QByteArray told(double value, int decimals)
{
    return QByteArray::number(value, 'f', decimals);
}

// Children of every awkward kind: ties, rows alike, cells missing, labels that are numbers, and in
// "rare" a column that is nearly constant. Costs and estimates all differ, so that no row number
// has to break a tie.
Table children(int n)
{
    Table table{{"y",    "need",   "age",  "rare", "weight", "10",    "who",   "p",
                 "then", "now",    "r1",   "r2",   "r3",     "word1", "word2", "se",
                 "size", "events", "cost", "d1",   "d2",     "goal"},
                {}};
    const char* words[] = {"high", "low", "mid"};
    Dice dice(2026);
    for (int i = 0; i < n; ++i) {
        const int need = dice.below(20), level = dice.below(5), group = dice.below(12) + 1;
        const int size = 20 + dice.below(80);
        const double y = 3 + 0.2 * need + 0.05 * group + dice.spread();
        const auto rating = [&] { return std::clamp(level + dice.below(3) - 1, 0, 4); };
        table.rows.append({told(y, 2),
                           QByteArray::number(need),
                           told(17 * dice.share(), 1),
                           dice.below(30) == 0 ? "1" : "0",
                           told(0.5 + dice.share(), 2),
                           QByteArray::number(group),
                           words[dice.below(3)],
                           told(dice.share() * dice.share(), 4),
                           QByteArray::number(dice.below(2)),
                           QByteArray::number(dice.below(2)),
                           QByteArray::number(rating()),
                           QByteArray::number(rating()),
                           QByteArray::number(rating()),
                           words[dice.below(3)],
                           words[dice.below(3)],
                           told(0.5 + dice.share(), 3),
                           QByteArray::number(size),
                           QByteArray::number(dice.below(size / 3)),
                           told(500 + i + dice.share() * 900000, 2),
                           QByteArray::number(dice.below(4)),
                           QByteArray::number(dice.below(4)),
                           QByteArray::number(dice.below(5) - 2)});
        QByteArrayList& row = table.rows.back();
        if (i % 9 == 8) // a row like the one before, but for its cost
            for (qsizetype column = 0; column < row.size(); ++column)
                if (table.headings[column] != "cost")
                    row[column] = table.rows[i - 1][column];
        if (i % 7 == 3)
            row[dice.below(int(row.size()))] = dice.below(2) == 0 ? "" : "NA";
    }
    return table;
}

struct Asked
{
    QStringList arguments; // the method first
    bool every = false;    // says something of each row, used or not
};

// Every method, with every option that changes what is worked out.
const std::vector<Asked> kAsked{
    {{"correlation", "--y", "y", "--x", "need"}},
    {{"correlation", "--y", "y", "--x", "need", "--kind", "spearman"}},
    {{"correlation", "--y", "y", "--x", "need", "--kind", "kendall"}},
    {{"ols", "--y", "y", "--x", "need,age,rare", "--diagnostics"}},
    {{"ols", "--y", "y", "--x", "need,age", "--weights", "weight", "--cluster", "10"}},
    {{"ols", "--y", "y", "--x", "age", "--poly", "4", "--no-intercept", "--diagnostics"}},
    {{"huber", "--y", "y", "--x", "need,age"}},
    {{"mm", "--y", "y", "--x", "need,age"}},
    {{"quantile", "--y", "y", "--x", "need,age", "--tau", "0.1,0.5"}},
    {{"isotonic", "--y", "y", "--x", "need"}},
    {{"isotonic", "--y", "y", "--x", "age", "--weights", "weight", "--decreasing"}},
    {{"adjust", "--p", "p"}, true},
    {{"adjust", "--p", "p", "--kind", "by"}, true},
    {{"adjust", "--p", "p", "--kind", "holm"}, true},
    {{"pairs", "--cost", "cost", "--x", "d1,d2", "--tolerance", "1"}},
    {{"pairs", "--cost", "cost", "--x", "y,age", "--tolerance", "0.5", "--metric", "euclidean"}},
    {{"pairs", "--cost", "cost", "--x", "d1,d2,need", "--tolerance", "5", "--metric", "max"}},
    {{"describe", "--y", "y"}},
    {{"random-intercept", "--y", "y", "--x", "need,age", "--group", "10"}},
    {{"random-intercept", "--y", "y", "--group", "10", "--ml"}},
    {{"meta", "--y", "y", "--se", "se"}},
    {{"meta", "--y", "y", "--se", "se", "--kind", "dl"}},
    {{"meta", "--y", "y", "--se", "se", "--kind", "pm"}},
    {{"funnel", "--y", "events", "--size", "size", "--kind", "proportion", "--least", "30"}},
    {{"funnel", "--y", "events", "--size", "size", "--kind", "ratio"}},
    {{"funnel", "--y", "y", "--size", "size", "--kind", "mean", "--sd", "2"}},
    {{"concentration", "--y", "cost", "--group", "10"}},
    {{"concentration", "--y", "cost"}},
    {{"icc", "--x", "r1,r2,r3"}},
    {{"kappa", "--x", "r1,r2", "--weights", "quadratic"}},
    {{"kappa", "--x", "word1,word2"}},
    {{"kappa", "--x", "r1,r2,r3"}},
    {{"alpha", "--x", "r1,r2,r3"}},
    {{"alpha", "--x", "word1,word2,who", "--level", "nominal"}},
    {{"change", "--y", "r2", "--x", "r1", "--reliability", "0.8"}},
    {{"mcnemar", "--y", "now", "--x", "then"}},
    {{"gas", "--x", "goal", "--weight", "weight"}},
    {{"shapley", "--y", "y", "--groups", "need:need;child:age,rare;place:who", "--x", "10",
      "--resamples", "199"}},
};

// The rows of a table in which each column that is asked for has something, in the order given.
std::vector<qsizetype> used(const Table& table, const Asked& asked,
                            const std::vector<qsizetype>& order)
{
    std::vector<qsizetype> columns, rows;
    for (const QString& argument : asked.arguments.mid(1))
        for (const QString& part : argument.split(QRegularExpression(QStringLiteral("[,:;]"))))
            if (const qsizetype column = table.headings.indexOf(part.toUtf8()); column >= 0)
                columns.push_back(column);
    const auto there = [&](qsizetype row) {
        return std::ranges::all_of(columns, [&](qsizetype column) {
            const QByteArray& cell = table.rows[row][column];
            return !cell.isEmpty() && cell != "NA";
        });
    };
    std::ranges::copy_if(order, std::back_inserter(rows),
                         [&](qsizetype row) { return asked.every || there(row); });
    return rows;
}

// What was said of a table in another order, as if it had been said of it as it stands: what is
// told row by row is put back, and what names a row names it by its own number.
class PutBack
{
public:
    PutBack(const Table& table, const Asked& asked, const std::vector<qsizetype>& order)
        : m_order(order), m_used(used(table, asked, order)), m_sorted(m_used)
    {
        std::ranges::sort(m_sorted);
    }

    QJsonValue value(const QString& key, const QJsonValue& said) const
    {
        static const QSet<QString> rowNumbers{"row", "a", "b"};
        if (said.isObject())
            return object(said.toObject());
        if (said.isArray())
            return list(key, said.toArray());
        if (rowNumbers.contains(key))
            return m_order[static_cast<std::size_t>(said.toInt() - 1)] + 1;
        return said;
    }

    QJsonObject object(const QJsonObject& said) const
    {
        static const QSet<QString> ofTheOrder{"lag1", "seconds"};
        QJsonObject back;
        for (auto member = said.begin(); member != said.end(); ++member)
            if (!ofTheOrder.contains(member.key()))
                back[member.key()] = value(member.key(), member.value());
        return back;
    }

private:
    QJsonArray list(const QString& key, const QJsonArray& said) const
    {
        static const QSet<QString> places{"outliers", "high_leverage", "influential"};
        std::vector<std::pair<qsizetype, QJsonValue>> items;
        const bool ofRows = said.size() == qsizetype(m_used.size());
        for (qsizetype i = 0; i < said.size(); ++i) {
            if (places.contains(key)) {
                const qsizetype row = m_used[static_cast<std::size_t>(said[i].toInt() - 1)];
                const auto place = std::ranges::lower_bound(m_sorted, row) - m_sorted.begin() + 1;
                items.emplace_back(row, qint64(place));
            } else {
                items.emplace_back(ofRows ? m_used[static_cast<std::size_t>(i)] : i,
                                   value(key, said[i]));
            }
        }
        std::ranges::sort(items, {}, [](const auto& item) { return item.first; });
        QJsonArray back;
        for (const auto& item : items)
            back.append(item.second);
        return back;
    }

    const std::vector<qsizetype>& m_order;
    std::vector<qsizetype> m_used, m_sorted;
};

QByteArray withoutSeconds(QByteArray out)
{
    const qsizetype from = out.indexOf("\"seconds\"");
    return from < 0 ? out : out.remove(from, out.indexOf('\n', from) - from);
}

Run answered(const Program& cli, const Asked& asked, const QString& csv, int threads = 0)
{
    QStringList arguments{"stats", asked.arguments.front(), "--csv", csv, "--json"};
    if (threads > 0)
        arguments += {"--threads", QString::number(threads)};
    const Run run = cli.run(arguments + asked.arguments.mid(1));
    INFO(run.err.toStdString());
    REQUIRE(run.exit == 0);
    return run;
}

QByteArray putBack(const Table& table, const Asked& asked, const std::vector<qsizetype>& order,
                   const Run& run)
{
    return QJsonDocument(PutBack(table, asked, order).object(run.json())).toJson();
}

// "estimate  0.5", as people are told.
std::pair<QByteArray, QByteArray> keyAndValue(const QByteArray& line)
{
    const qsizetype gap = line.indexOf("  ");
    return {line.left(gap), gap < 0 ? QByteArray() : line.mid(gap + 2)};
}

} // namespace

TEST_CASE("What stats promises is asked of every method that it offers", "[cli][stats]")
{
    const QString help = QString::fromUtf8(Program().run({"stats", "--help"}).out);
    QSet<QString> offered, asked;
    static const QRegularExpression line(QStringLiteral("^  ([a-z-]+)  "),
                                         QRegularExpression::MultilineOption);
    for (auto match = line.globalMatch(help.mid(help.indexOf("Subcommands:"))); match.hasNext();)
        offered.insert(match.next().captured(1));
    for (const Asked& one : kAsked)
        asked.insert(one.arguments.front());
    CHECK(offered.size() >= 20);
    CHECK((offered == asked));
}

TEST_CASE("The order of a table's rows does not change a bit of what stats says", "[cli][stats]")
{
    const Program cli;
    // A small table, and one that is worked on in blocks.
    const auto [rows, seeds] = GENERATE(std::pair(240, 3), std::pair(5'000, 1));
    const Table table = children(rows);
    cli.write("table.csv", table.csv(table.inOrder()));
    for (const Asked& asked : kAsked) {
        INFO(asked.arguments.join(' ').toStdString() << " of " << rows << " rows");
        const Run plain = answered(cli, asked, "table.csv");
        CHECK(plain.json()["n"].toInt() > rows / 2);
        const QByteArray expected = putBack(table, asked, table.inOrder(), plain);
        for (int seed = 1; seed <= seeds; ++seed) {
            const auto order = table.shuffled(static_cast<std::uint64_t>(seed));
            cli.write("shuffled.csv", table.csv(order));
            const Run shuffled = answered(cli, asked, "shuffled.csv");
            CHECK((putBack(table, asked, order, shuffled) == expected));
        }
    }
}

TEST_CASE("The number of threads does not change a byte of what stats says", "[cli][stats]")
{
    const Program cli;
    // Enough rows for the reading and the working out to be shared among threads.
    const Table table = children(34'000);
    cli.write("table.csv", table.csv(table.inOrder()));
    for (const Asked& asked : kAsked) {
        INFO(asked.arguments.join(' ').toStdString());
        const QByteArray alone = withoutSeconds(answered(cli, asked, "table.csv", 1).out);
        for (const int threads : {2, 5})
            CHECK((withoutSeconds(answered(cli, asked, "table.csv", threads).out) == alone));
    }
    CHECK(cli.run({"stats", "--threads", "0"}).exit == 2);
}

TEST_CASE("Labels that are numbers are labels all the same", "[cli][stats]")
{
    const Program cli;
    // Providers 1, 2, 10, 11 and 100 with the same figures as providers in words, the words in the
    // order of those numbers; raters, too, whose columns are headed by numbers.
    const std::pair<const char*, const char*> providers[] = {
        {"1", "a"}, {"2", "b"}, {"10", "c"}, {"11", "d"}, {"100", "e"}};
    QByteArray numbers = "y,x,group,1,2,10\n", words = numbers;
    Dice dice(5);
    for (int i = 0; i < 60; ++i) {
        const auto& [number, word] = providers[i % 5];
        const int x = dice.below(9);
        const QByteArray before =
            told(2 + x + i % 5 + dice.spread(), 2) + ',' + QByteArray::number(x) + ',';
        const int level = dice.below(4);
        QByteArray ratings;
        for (int rater = 0; rater < 3; ++rater)
            ratings += ',' + QByteArray::number(level + dice.below(2));
        numbers += before + number + ratings + '\n';
        words += before + word + ratings + '\n';
    }
    cli.write("numbers.csv", numbers);
    cli.write("words.csv", words);
    // The same but for the last digits: with other names rows come in another order.
    const auto alike = [&](const QStringList& asked) {
        INFO(asked.join(' ').toStdString());
        const auto said = [&](const char* csv) {
            const Run run = cli.run(QStringList{"stats"} + asked + QStringList{"--csv", csv});
            INFO(run.err.toStdString());
            REQUIRE(run.exit == 0);
            return run.out.split('\n');
        };
        const QByteArrayList ofWords = said("words.csv"), ofNumbers = said("numbers.csv");
        REQUIRE(ofWords.size() == ofNumbers.size());
        for (qsizetype i = 0; i < ofWords.size(); ++i) {
            const auto [key, value] = keyAndValue(ofWords[i]);
            const auto [sameKey, other] = keyAndValue(ofNumbers[i]);
            INFO(key.toStdString());
            CHECK(sameKey == key);
            const auto* label = std::ranges::find(
                providers, value, [](const auto& provider) { return QByteArray(provider.second); });
            bool isNumber = false;
            const double number = value.toDouble(&isNumber);
            if (label != std::end(providers))
                CHECK(other == label->first);
            else if (isNumber)
                CHECK(other.toDouble() == Approx(number).epsilon(1e-10).margin(1e-12));
            else if (key != "summary")
                CHECK(other == value);
        }
    };
    alike({"random-intercept", "--y", "y", "--x", "x", "--group", "group"});
    alike({"concentration", "--y", "y", "--group", "group"});
    alike({"ols", "--y", "y", "--x", "x", "--cluster", "group"});
    alike({"shapley", "--y", "y", "--groups", "need:x;place:group", "--categories", "group"});
    alike({"shapley", "--y", "y", "--x", "x,group", "--categories", "group", "--resamples", "0"});

    for (const char* method : {"icc", "kappa", "alpha"}) {
        INFO(method);
        const Run run = cli.run({"stats", method, "--csv", "numbers.csv", "--x", "1,2,10"});
        CHECK(run.exit == 0);
        CHECK(run.out.contains("of 3 raters on 60 children") == (QByteArray(method) != "icc"));
    }
    CHECK(cli.run({"stats", "correlation", "--csv", "numbers.csv", "--y", "1", "--x", "10"}).exit ==
          0);
    // Nobody asked for that column.
    CHECK(cli.run({"stats", "shapley", "--csv", "numbers.csv", "--y", "y", "--x", "x",
                   "--categories", "group"})
              .exit == 2);
}
