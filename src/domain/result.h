// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"

#include <utility>
#include <variant>

namespace twelvefold::domain {

// The outcome of what may fail in an expected way: a value, or the message that says why not.
// (std::expected does not compile with every compiler we build with.)
template<class T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Message failure) : m_state(std::in_place_index<1>, std::move(failure)) {}

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    // Only when ok().
    T& value() & { return std::get<0>(m_state); }
    const T& value() const& { return std::get<0>(m_state); }
    T&& value() && { return std::get<0>(std::move(m_state)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    // Only when not ok().
    const Message& failure() const { return std::get<1>(m_state); }

private:
    std::variant<T, Message> m_state;
};

// For what either works or not, with nothing to hand back.
struct Done
{
};

} // namespace twelvefold::domain
