// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"

#include "store/audit.h"
#include "store/schema.h"

#include "support/catch.h"

#include <algorithm>

using namespace store_tests;
using Kind = store::AuditEntry::Kind;

namespace {

// What a check says after somebody went behind the program's back.
std::vector<std::string> faultsAfter(Council& council, const std::string& sql)
{
    council.close();
    tamper(council.file, sql);
    council.reopen();
    std::vector<std::string> codes;
    for (const store::CheckFault& fault : council.store->check().faults)
        codes.emplace_back(fault.message.kind.code);
    return codes;
}

} // namespace

TEST_CASE("The audit trail says who did what, newest first, and to whom")
{
    Council council;
    const ChildId first = council.child("A1A-001");
    const ChildId second = council.child("B1A-001");
    council.edit(
        [&](store::Writer& w) {
            w.addOutcome({{}, first, "sdq_total", day(2025, 1, 1), 9, ""});
        },
        "an outcome", "ben");
    REQUIRE(council.store->undo("cleo").ok());
    REQUIRE(council.store->redo("dee").ok());

    const auto trail = council.store->audit();
    REQUIRE(trail.size() == 6);
    CHECK(trail[0].kind == Kind::redo);
    CHECK(trail[0].author == "dee");
    CHECK(plainEnglish(trail[0].name) == "Test edit of an outcome");
    CHECK(trail[1].kind == Kind::undo);
    CHECK(trail[1].detail == "outcome -1");
    CHECK(trail[2].kind == Kind::edit);
    CHECK(trail[2].detail == "outcome +1");
    CHECK(trail[2].author == "ben");
    CHECK(trail[2].at.size() == 20);
    CHECK(trail[2].at.back() == 'Z');
    CHECK(trail[5].sequence == 1);

    CHECK(council.store->audit(2).size() == 2);
    CHECK(council.store->audit(0).empty());
    CHECK(council.store->auditOf(first).size() == 4);
    CHECK(council.store->auditOf(second).size() == 1);
    CHECK(council.store->auditOf(ChildId{5}).empty());
}

TEST_CASE("An entry's name keeps its arguments of every type")
{
    Council council;
    const Message name{{"all-types", "%1|%2|%3|%4|%5|%6"},
                       {std::int64_t{-5}, 0.1, std::string("a:b3\n“ü”"), day(2025, 1, 2),
                        Pence{1250}, Word{"Kinship foster"}}};
    council.store->edit(name, "asha", [](store::Writer& w) { w.addChild({}); });
    council.reopen();
    const Message read = council.store->audit(1).front().name;
    CHECK(read.kind.code == "all-types");
    CHECK(plainEnglish(read) == "-5|0.1|a:b3\n“ü”|2025-01-02|£12.50|Kinship foster");
    CHECK(read.arguments.size() == 6);
    CHECK(std::holds_alternative<Word>(read.arguments[5]));
}

TEST_CASE("The chain of an untouched store holds")
{
    Council council;
    CHECK(council.store->check().sound());
    const ChildId child = council.child("A1A-001");
    council.assess(child, day(2025, 1, 1), "123");
    REQUIRE(council.store->undo("asha").ok());
    council.reopen();
    CHECK(council.store->check().sound());
}

TEST_CASE("A check finds entries that were altered, dropped or moved")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    council.assess(child, day(2025, 1, 1), "123");
    council.assess(child, day(2025, 2, 1), "123");
    using Codes = std::vector<std::string>;
    const std::string off = "PRAGMA foreign_keys = OFF; ";

    SECTION("another author")
    {
        CHECK(faultsAfter(council, "UPDATE audit SET author = 'ben' WHERE sequence = 2") ==
              Codes{"check-audit-altered"});
    }
    SECTION("another time")
    {
        CHECK(faultsAfter(council,
                          "UPDATE audit SET at = '2020-01-01T00:00:00Z' WHERE sequence = 3") ==
              Codes{"check-audit-altered"});
    }
    SECTION("another name")
    {
        CHECK(faultsAfter(council, "UPDATE audit SET name_arguments = 's1:x' WHERE sequence = 3") ==
              Codes{"check-audit-altered"});
    }
    SECTION("an entry dropped from the middle")
    {
        CHECK(faultsAfter(council, off + "DELETE FROM audit WHERE sequence = 2;"
                                         "DELETE FROM audit_changeset WHERE audit = 2;"
                                         "DELETE FROM audit_content WHERE audit = 2;"
                                         "DELETE FROM audit_child WHERE audit = 2") ==
              Codes{"check-audit-dropped", "check-content", "check-content"});
    }
    SECTION("the last entry dropped")
    {
        CHECK(faultsAfter(council, off + "DELETE FROM audit WHERE sequence = 4;"
                                         "DELETE FROM audit_changeset WHERE audit = 4;"
                                         "DELETE FROM audit_content WHERE audit = 4;"
                                         "DELETE FROM audit_child WHERE audit = 4") ==
              Codes{"check-audit-tail-dropped", "check-content"}); // and what it had moved
    }
    SECTION("what an entry recorded, altered")
    {
        CHECK(
            faultsAfter(council, "UPDATE audit_changeset SET changeset = x'00' WHERE audit = 2") ==
            Codes{"check-audit-payload"});
    }
    SECTION("what an entry recorded, removed")
    {
        CHECK(faultsAfter(council, "DELETE FROM audit_changeset WHERE audit = 2") ==
              Codes{"check-audit-payload"});
    }
    SECTION("whose records it touched")
    {
        CHECK(faultsAfter(council, "DELETE FROM audit_child WHERE audit = 2") ==
              Codes{"check-audit-payload"});
    }
    SECTION("what an entry recorded, removed with the salt that it is verified by")
    {
        CHECK(faultsAfter(council, "DELETE FROM audit_changeset WHERE audit = 3;"
                                   "DELETE FROM audit_child WHERE audit = 3;"
                                   "UPDATE audit SET salt = NULL WHERE sequence = 3") ==
              Codes{"check-audit-payload"});
    }
    SECTION("the same, with a note of an erasure that was never made")
    {
        CHECK(faultsAfter(council, "DELETE FROM audit_changeset WHERE audit = 3;"
                                   "DELETE FROM audit_child WHERE audit = 3;"
                                   "UPDATE audit SET salt = NULL WHERE sequence = 3;"
                                   "INSERT INTO audit_gap (audit, erasure) VALUES (3, 4)") ==
              Codes{"check-audit-payload"}); // of entry 4, which does not say so
    }
    SECTION("what a table added up to after an entry")
    {
        CHECK(faultsAfter(council, "UPDATE audit_content SET sum = zeroblob(16) "
                                   "WHERE audit = 3") == Codes{"check-audit-altered"});
    }
}

TEST_CASE("An entry whose values were erased is no fault where a later one says so")
{
    Council council;
    council.child("A1A-001");
    council.child("B1B-002");
    council.close();
    const auto erase = [&](const std::vector<std::int64_t>& said) {
        store::Connection connection(council.file, SQLITE_OPEN_READWRITE);
        store::prepareConnection(connection);
        store::Transaction transaction(connection);
        connection.run("DELETE FROM audit_changeset WHERE audit = 2;"
                       "DELETE FROM audit_child WHERE audit = 2;"
                       "UPDATE audit SET salt = NULL WHERE sequence = 2");
        store::NewEntry entry;
        entry.name = edit("an erasure");
        entry.author = "asha";
        entry.undoable = false;
        entry.erased = said;
        store::append(connection, entry);
        transaction.commit();
    };
    SECTION("said")
    {
        erase({2});
        council.reopen();
        CHECK(council.store->check().sound());
        // The entry that says so must itself still be what it was.
        CHECK(faultsAfter(council, "UPDATE audit_gap SET audit = 1") ==
              std::vector<std::string>{"check-audit-payload", "check-audit-payload"});
    }
    SECTION("not said")
    {
        erase({});
        council.reopen();
        CHECK_FALSE(council.store->check().sound());
    }
}

TEST_CASE("A backup knows where the chain stood, and tells when its own was replaced")
{
    Council council;
    council.child("A1A-001");
    const auto copy = council.folder / "copy.twelvefold";
    REQUIRE(council.store->backup(copy).ok());
    council.file = copy;
    council.reopen();
    CHECK(council.store->check().sound());
    council.child("B1A-001"); // it may go on from there
    CHECK(council.store->check().sound());
    const auto codes =
        faultsAfter(council, "PRAGMA foreign_keys = OFF; DELETE FROM audit; "
                             "DELETE FROM audit_changeset; DELETE FROM audit_child; "
                             "DELETE FROM audit_content; DELETE FROM sqlite_sequence");
    CHECK(std::ranges::count(codes, "check-audit-other-head") == 1);
}
