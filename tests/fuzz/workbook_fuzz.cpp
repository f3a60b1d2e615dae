// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/workbook_promises.h"
#include "support/zipped.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

// Any bytes at all are either read as a workbook or refused. What is no zipped file is taken for
// the parts of one, each behind a line "=== NAME": so what changes is the XML, not what packs it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string bytes(reinterpret_cast<const char*>(data), size);
    if (bytes.starts_with("=== "))
        bytes = twelvefold::tests::zipped(twelvefold::tests::partsIn(bytes), false);
    const std::string broken = workbooks::brokenPromise(std::move(bytes));
    if (!broken.empty()) {
        std::fprintf(stderr, "broken: %s\n", broken.c_str());
        std::abort();
    }
    return 0;
}
