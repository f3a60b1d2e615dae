// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside a Catch2 case Qt Test's assertions return from the function and fail silently, so a test
// that includes this header (after QtTest) cannot use them. Use CHECK and REQUIRE.
#undef QVERIFY
#undef QVERIFY2
#undef QCOMPARE
#undef QTRY_VERIFY
#undef QTRY_COMPARE
#undef QSKIP
#undef QFAIL
#pragma GCC poison QVERIFY QVERIFY2 QCOMPARE QTRY_VERIFY QTRY_COMPARE QSKIP QFAIL
