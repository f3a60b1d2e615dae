// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/date.h"

#include <QString>

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <iterator>
#include <variant>
#include <vector>

namespace twelvefold::report {

// A cell is text, or a number with how it is shown, so that a workbook gets the number itself.
struct Cell
{
    QString shown;
    std::variant<std::monostate, double, domain::Date> value;
    enum class Format
    {
        text,
        whole,
        decimal,
        money,
        percent,
        ratio,
        date
    } format = Format::text;
};
using Row = std::vector<Cell>;

// The rows of a table: those at hand or, where there is one for each of many children, each made
// when it is asked for, so that a form that cuts a list never makes what it leaves out.
class Rows
{
public:
    using Make = std::function<Row(std::size_t)>;

    Rows() = default;
    Rows(std::initializer_list<Row> atHand) : m_atHand(atHand) {}
    Rows(std::size_t size, Make make) : m_made(size), m_make(std::move(make)) {}

    std::size_t size() const { return m_make ? m_made : m_atHand.size(); }
    bool empty() const { return size() == 0; }
    Row operator[](std::size_t i) const { return m_make ? m_make(i) : m_atHand[i]; }
    Row front() const { return (*this)[0]; }

    void push_back(Row row) { m_atHand.push_back(std::move(row)); } // at hand

    class Iterator
    {
    public:
        using iterator_concept = std::input_iterator_tag;
        using difference_type = std::ptrdiff_t;
        using value_type = Row;

        Iterator() = default;
        Iterator(const Rows* rows, std::size_t at) : m_rows(rows), m_at(at) {}
        Row operator*() const { return (*m_rows)[m_at]; }
        Iterator& operator++()
        {
            ++m_at;
            return *this;
        }
        void operator++(int) { ++m_at; }
        bool operator==(const Iterator& other) const { return m_at == other.m_at; }

    private:
        const Rows* m_rows = nullptr;
        std::size_t m_at = 0;
    };
    Iterator begin() const { return {this, 0}; }
    Iterator end() const { return {this, size()}; }

private:
    std::vector<Row> m_atHand;
    std::size_t m_made = 0;
    Make m_make;
};

} // namespace twelvefold::report
