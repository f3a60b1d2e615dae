#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Called by ./run lint, in the project's root. Says every fault it finds, then fails if there was one.
set -uo pipefail
faults=0

refuse() { # WHAT, with the offending lines on standard input
    local found
    found=$(cat)
    [ -z "$found" ] && return
    printf '%s\n%s\n\n' "$1" "$found"
    faults=1
}

sources() { git ls-files -- "$@" | grep -E '\.(h|cpp)$'; }
lines() { local pattern=$1; shift; sources "$@" | xargs -r grep -HnE "$pattern"; }

sources src ui tests | xargs clang-format --dry-run 2>&1 | grep 'warning:' | cut -d: -f1 | sort -u |
    refuse "Not formatted: run clang-format -i on these"
sources src ui tests | xargs grep -L '^// SPDX-License-Identifier: GPL-3.0-or-later' |
    refuse "No SPDX line"
lines '#include *<Q' src/domain src/files src/statistics src/analysis src/store src/exchange src/workbench |
    refuse "Qt below the wording room"
lines '#include *<(Eigen|SQLiteCpp|sqlite3|nlohmann|qcustomplot|xlsxwriter|zip\.h|pugixml)' \
    src ui | grep -vE '^src/((statistics|analysis)/.*Eigen|store/.*(SQLiteCpp|sqlite3)|exchange/.*(nlohmann|zip\.h|pugixml|xlsxwriter)|workbench/.*nlohmann|cli/.*nlohmann|charts/.*qcustomplot|report/.*xlsxwriter)' |
    refuse "A library outside the room that owns it"
lines '"[^"]*\b(SELECT .* FROM|INSERT INTO|UPDATE .* SET|DELETE FROM)\b' src ui |
    grep -v '^src/store/' | refuse "SQL outside the store"
# A column that is added must shift nothing: what is read and written is named.
git ls-files -- src/store resources/migrations | xargs grep -HnE \
    '\b(SELECT|DISTINCT|RETURNING) +\*|\b[A-Za-z_]+\.\*($|[ ,")])|\b(INSERT( OR [A-Z]+)?|REPLACE) INTO +[a-z_]+ *($|[^ (a-z_])' |
    refuse "SQL that does not name its columns"
lines '(QDate::currentDate|floor<(std::chrono::)?days>\((std::chrono::)?system_clock)' src ui |
    refuse "Another answer to what day it is than domain::today()"
# Reading what people type may ask for the months of their language.
lines '\b(dayName|monthName|standaloneMonthName|ShortFormat|LongFormat)\b|toString\([^)]*"[^"]*MMM' src ui |
    grep -vE '^src/wording/|^ui/common/inputs\.cpp' | refuse "A date written elsewhere than by wording::date()"
# Every file that is written goes through src/files/output_file.h.
lines '\b(std::o?fstream|QSaveFile|QTemporaryFile|QTemporaryDir|fopen|fsync|QFile::(rename|remove|copy|link))\b|filesystem::(rename|remove|remove_all|copy|copy_file|create_hard_link)\b|[^A-Za-z0-9_]::(open|rename|link|unlink|flock)\(' \
    src ui | grep -vE '^src/files/|ifstream' | refuse "A file written, moved or locked outside src/files"
lines '^\s*(QVERIFY|QCOMPARE|QTRY_[A-Z]+|QSKIP|QFAIL) *\(' tests |
    refuse "Qt Test assertions, which fail silently inside Catch2"
lines '#include *<catch2/' tests | grep -v '^tests/support/catch\.h:' |
    refuse "Catch2 otherwise than by tests/support/catch.h, which knows both versions"
lines '(^|_)TEST_CASE(_METHOD)?\(' tests | grep -v '_test\.cpp:' |
    refuse "A test in a file whose name does not end in _test.cpp: ctest would never run it"
# A framework is data: what a domain speaks of is its mark. Some words are also those of other things.
codes=$(grep -hoP '^ {6}"code": "\K[a-z_]+' resources/frameworks/*.json | paste -sd '|')
lines "\"($codes)\"|\\bcode\\.(find|contains|starts_with|ends_with)\\(" src ui |
    grep -vE '^src/(workbench/demo/|domain/words\.cpp:.*(CostComponent|Funder|Setting|DomainMark)::|(store/schema\.cpp|store/tables\.h|store/record_words\.cpp|wording/edits\.cpp):.*"identity")|tr\("identity"\)' |
    refuse "The code of a need domain: a framework is data, ask for its mark"
lines '\b(TODO|FIXME|XXX)\b' src ui tests | refuse "Unfinished marks"

echo "Building with clang 16, warnings as errors"
cmake -S . -B build/clang -G Ninja -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG=-O0 \
    -DCMAKE_C_COMPILER=clang-16 -DCMAKE_CXX_COMPILER=clang++-16 \
    -DCMAKE_CXX_COMPILER_LAUNCHER=ccache -DTWELVEFOLD_WARNINGS_AS_ERRORS=ON >/dev/null || faults=1
cmake --build build/clang -- --quiet || faults=1

echo "Static analysis of the rooms without Qt"
sources src/domain src/files src/statistics src/analysis src/store src/exchange src/workbench | grep '\.cpp$' |
    xargs -P 2 -n 4 clang-tidy-19 --quiet -p build/clang 2>/dev/null | refuse "clang-tidy"

[ $faults -eq 0 ] && echo "No faults."
exit $faults
