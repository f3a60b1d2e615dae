// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace twelvefold::ui {

// Keeps how a person arranged the window, such as the widths of a table's columns, from one start
// to the next. Nothing about any child.
class LayoutMemory
{
public:
    virtual ~LayoutMemory() = default;
    virtual QString arrangement(const QString& of) const = 0; // empty when nothing is kept
    virtual void keepArrangement(const QString& of, const QString& what) = 0;
};

// The one in use; null when nothing is kept.
LayoutMemory* layoutMemory();

// Puts one in use for as long as it lives.
class LayoutMemoryInUse
{
public:
    explicit LayoutMemoryInUse(LayoutMemory& memory);
    ~LayoutMemoryInUse();
    LayoutMemoryInUse(const LayoutMemoryInUse&) = delete;
    LayoutMemoryInUse& operator=(const LayoutMemoryInUse&) = delete;

private:
    LayoutMemory* m_before;
};

} // namespace twelvefold::ui
