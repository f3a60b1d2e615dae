// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"

#include <cstddef>
#include <string>
#include <vector>

namespace twelvefold::analysis {

using domain::Message;
using domain::MessageKind;

// How a figure came about: shown under "How was this worked out?".
struct Trace
{
    std::size_t n = 0;
    struct LeftOut
    {
        Message reason;
        std::size_t n = 0;
    };
    std::vector<LeftOut> leftOut;
    Message method;             // one sentence
    std::vector<Message> steps; // the inputs and intermediate figures, in order
    std::string formula;        // in plain characters
    std::string reference;      // author, year, where

    void leaveOut(const MessageKind& why, std::size_t children)
    {
        if (children > 0)
            leftOut.push_back({{why, {}}, children});
    }
};

} // namespace twelvefold::analysis
