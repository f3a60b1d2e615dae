// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/data_table.h"
#include "common/layout_memory.h"
#include "common/rows_model.h"
#include "support/person.h"

#include "support/catch.h"
#include <QClipboard>
#include <QFile>
#include <QHeaderView>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <map>

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::person;

namespace {

const QString kReason = "The cost lies far above what such needs cost elsewhere, in every setting "
                        "that was compared, and no support line explains it";

// A table of a child, a cost and a long reason.
class ATable
{
public:
    explicit ATable(std::size_t n = 200)
    {
        model.setColumns(
            {{"Child", [](std::size_t row) { return QString("K%1").arg(row); }},
             {"A week", [](std::size_t row) { return QString("£%1.50").arg(1000 + row * 7 % 900); },
              true,
              [](std::size_t row) {
                  return std::optional(1000.5 + static_cast<double>(row * 7 % 900));
              }},
             {"Why",
              [](std::size_t row) { return row % 2 == 0 ? kReason : QString("=1+%1").arg(row); }}});
        model.setRows(n);
        table.setModel(&model);
        table.setSortingEnabled(true);
        table.sortByColumn(-1, Qt::AscendingOrder);
        table.setAccessibleName("Flags");
        table.resize(500, 300);
        sees(table);
        table.fitColumns();
        settle();
    }
    int width(int column) const { return table.columnWidth(column); }
    int together() const { return width(0) + width(1) + width(2); }
    void clickHeading(int column)
    {
        QHeaderView* header = table.horizontalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          {header->sectionViewportPosition(column) + 12, header->height() / 2});
        settle();
    }
    void drag(int column, int by)
    {
        QHeaderView* header = table.horizontalHeader();
        const int y = header->height() / 2;
        const int edge = header->sectionViewportPosition(column) + header->sectionSize(column) - 1;
        QTest::mousePress(header->viewport(), Qt::LeftButton, {}, {edge, y});
        QTest::mouseMove(header->viewport(), {edge + by / 2, y});
        QTest::mouseMove(header->viewport(), {edge + by, y});
        QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, {edge + by, y});
        settle();
    }

    RowsModel model;
    DataTable table;
};

class Memory : public LayoutMemory
{
public:
    QString arrangement(const QString& of) const override
    {
        const auto found = kept.find(of);
        return found == kept.end() ? QString() : found->second;
    }
    void keepArrangement(const QString& of, const QString& what) override { kept[of] = what; }
    std::map<QString, QString> kept;

private:
    LayoutMemoryInUse m_inUse{*this};
};

} // namespace

TEST_CASE("columns share the room: figures are seen whole, texts stay readable, none is left over")
{
    ATable at;
    const QFontMetrics metrics(at.table.font());
    for (const int room : {1400, 700, 500, 320, 220}) {
        at.table.resize(room, 300);
        settle();
        CAPTURE(room);
        CHECK(at.width(1) >= metrics.horizontalAdvance("£1000.50"));
        CHECK(at.width(2) >= 90);
        CHECK(at.together() >= at.table.viewport()->width()); // no empty space beside
    }
    at.table.resize(500, 300);
    settle();
    CHECK(at.together() == at.table.viewport()->width()); // and nothing to scroll to
    at.table.stretch(0);
    at.table.resize(1400, 300);
    settle();
    CHECK(at.width(0) > at.width(1)); // the column that takes what is left
}

TEST_CASE("a sentence that has no room in a line goes on in the next, and its row grows with it")
{
    ATable at;
    const QFontMetrics metrics(at.table.font());
    const int line = at.table.rowHeight(0);
    const auto text = [&](int row) { return at.model.index(row, 2).data().toString(); };
    const auto high = [&](int row) {
        return metrics.boundingRect(0, 0, at.width(2) - 16, 1000, Qt::TextWordWrap, text(row))
            .height();
    };
    const auto saysAll = [&] {
        for (int row = 0; row < 40; ++row) {
            CAPTURE(row, at.width(2));
            CHECK(at.table.rowHeight(row) >= high(row));
            CHECK((at.table.rowHeight(row) > line) == (text(row) == kReason));
        }
    };
    at.table.wrap(2);
    REQUIRE(high(0) > line);
    saysAll();
    at.table.resize(360, 300);
    settle();
    saysAll();
    at.table.sortByColumn(1, Qt::DescendingOrder);
    settle();
    saysAll();
    at.model.setFilter([](std::size_t row) { return row % 3 != 0; });
    saysAll();
    // A figure is never wrapped, and where there is room a row is one line.
    at.table.resize(1400, 300);
    settle();
    CHECK(at.table.rowHeight(0) == line);
    at.table.resize(500, 300);
    settle();
    at.drag(2, 900);
    CHECK(at.table.rowHeight(0) == line);
}

TEST_CASE("a width that the person drags is kept, here and when the table is made again")
{
    Memory memory;
    {
        ATable at;
        at.table.keepWidthsAs("flags");
        const int before = at.width(0);
        at.drag(0, 40);
        const int dragged = at.width(0);
        CHECK(dragged > before + 20);
        at.table.resize(900, 300);
        at.table.fitColumns(); // other rows came in
        settle();
        CHECK(at.width(0) == dragged);
    }
    REQUIRE(memory.kept.size() == 1);
    CHECK_FALSE(memory.kept["flags"].contains("K1")); // no child's name is in it
    ATable again;
    const int usual = again.width(0);
    again.table.keepWidthsAs("flags");
    CHECK(again.width(0) > usual + 20);

    SECTION("what is kept of other columns is not taken")
    {
        memory.kept["flags"] = "9 0:500";
        ATable other;
        other.table.keepWidthsAs("flags");
        CHECK(other.width(0) == usual);
        memory.kept["flags"] = "3 0:nonsense 17:90 1:-5 2:999999";
        other.table.keepWidthsAs("flags");
        CHECK(other.width(0) == usual);
    }
}

TEST_CASE("the first press on a heading of figures brings the largest, in sight")
{
    ATable at;
    at.table.verticalScrollBar()->setValue(at.table.verticalScrollBar()->maximum());
    at.clickHeading(1);
    CHECK(at.table.verticalScrollBar()->value() == 0);
    double largest = 0;
    for (int row = 0; row < at.model.rowCount(); ++row)
        largest = std::max(largest, at.model.index(row, 1).data().toString().mid(1).toDouble());
    CHECK(at.model.index(0, 1).data().toString().mid(1).toDouble() == largest);
    at.clickHeading(1);
    CHECK(at.model.index(0, 1).data().toString().mid(1).toDouble() < largest);
    at.clickHeading(0);
    CHECK(at.model.index(0, 0).data().toString() == "K0"); // names from A to Z
}

TEST_CASE("several rows are copied with their headings, as text and as a table")
{
    ATable at;
    at.table.setFocus();
    at.table.selectRow(0);
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_C, Qt::ControlModifier);
    const QMimeData* copied = QGuiApplication::clipboard()->mimeData();
    CHECK(copied->text() ==
          "Child\tA week\tWhy\nK0\t£1000.50\t" + kReason + "\nK1\t£1007.50\t'=1+1\n");
    REQUIRE(copied->hasHtml());
    const QString html = copied->html();
    CHECK(html.contains("<th>A week</th>"));
    CHECK(html.count("<tr>") == 3);
    CHECK(html.contains("x:num=\"1000.5\""));
    CHECK(html.contains("'=1+1"));
    CHECK_FALSE(html.contains(">=1+1"));

    SECTION("those that stand out are copied where none is selected")
    {
        at.table.clearSelection();
        at.model.setMarked([](std::size_t row) { return row == 4 || row == 6; });
        CHECK(at.table.rowsToTake() == std::vector<int>{4, 6});
        at.model.setMarked({});
        CHECK(at.table.rowsToTake().size() == 200);
    }
    SECTION("in the order of the screen, without what is hidden")
    {
        at.table.setColumnHidden(2, true);
        at.table.horizontalHeader()->moveSection(0, 1);
        at.table.copyRows({0});
        CHECK(QGuiApplication::clipboard()->text() == "A week\tChild\n£1000.50\tK0\n");
    }
}

TEST_CASE("a percentage is a number to those who take it, whatever its sign, and no formula")
{
    RowsModel model;
    const QStringList effects{"+4 %", "−11 %", "0 %", "+12.5 %", "+£30.00", "+cmd %"};
    model.setColumns({{"For such needs",
                       [&](std::size_t row) { return effects[static_cast<qsizetype>(row)]; },
                       true,
                       {}}});
    model.setRows(6);
    DataTable table;
    table.setModel(&model);
    table.copyRows(table.allRows());
    const QMimeData* copied = QGuiApplication::clipboard()->mimeData();
    CHECK(copied->text() == "For such needs\n+4 %\n−11 %\n0 %\n+12.5 %\n+£30.00\n'+cmd %\n");
    const QString html = copied->html();
    CHECK(html.contains("x:num=\"0.04\""));
    CHECK(html.contains(">+4 %</td>"));
    CHECK(html.contains("mso-number-format:'0%'"));
    CHECK(html.contains("x:num=\"-0.11\""));
    CHECK(html.contains("x:num=\"0.125\""));
    CHECK(html.contains("mso-number-format:'0\\.0%'"));
    CHECK(html.contains(">'+cmd %</td>"));
    const QTemporaryDir folder;
    Answers answers;
    answers.file = folder.filePath("effects.csv");
    table.saveRows(table.allRows());
    QFile file(answers.file);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(QString::fromUtf8(file.readAll()) ==
          "For such needs\r\n0.04\r\n-0.11\r\n0\r\n0.125\r\n30\r\n'+cmd %\r\n");
}

TEST_CASE("some rows of a table are not saved under a caption that speaks of all of them")
{
    const QTemporaryDir folder;
    Answers answers;
    answers.file = folder.filePath("flags.csv");
    ATable at;
    at.table.setCaption([] { return QString("Flags 200. A council."); });
    at.table.saveRows({3, 4, 9});
    QFile file(answers.file);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QString caption = QString::fromUtf8(file.readLine());
    CHECK(caption.contains("A council. Only 3 of the 200 rows of the table."));
}

TEST_CASE("a table is saved with its caption, numbers as programs read them and no formula")
{
    const QTemporaryDir folder;
    Answers answers;
    answers.file = folder.filePath("flags");
    ATable at(2);
    at.table.setCaption([] { return QString("A council, 31 Mar 2026.\nAll."); });
    QSignalSpy said(&at.table, &DataTable::said);
    at.table.saveRows(at.table.allRows());
    QFile file(folder.filePath("flags.csv"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    CHECK(bytes.startsWith("\xEF\xBB\xBF\"# A council")); // by which a spreadsheet knows UTF-8
    const QStringList lines = QString::fromUtf8(bytes).split("\r\n");
    REQUIRE(lines.size() == 5);
    CHECK(lines[0] == "\"# A council, 31 Mar 2026. All.\"");
    CHECK(lines[1] == "Child,A week,Why");
    CHECK(lines[2].startsWith("K0,1000.5,\"The cost"));
    CHECK(lines[3] == "K1,1007.5,'=1+1");
    CHECK((file.permissions() & (QFile::ReadGroup | QFile::ReadOther)) == QFile::Permissions());
    CHECK(said.count() == 1);
    answers.file = folder.filePath("no/such/folder.csv");
    at.table.saveRows(at.table.allRows());
    CHECK(answers.told.size() == 1);
}
