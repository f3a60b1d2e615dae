// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <QAbstractListModel>
#include <QString>
#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

namespace twelvefold::ui {

// When a child's needs should be looked at again: half a year after the last time; nothing when
// they were never assessed.
std::optional<domain::Date> reassessmentDue(const store::ChildRow& row);
// Whether that day has come, for a child the council is responsible for on the date.
bool isDue(const store::ChildRow& row, domain::Date on);

// The children of a store, in the order of their pseudonyms, those shown that fit what is searched.
// Its own list of indices, so that 100,000 children are searched while one types.
class ChildListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit ChildListModel(QObject* parent = nullptr);

    void setChildren(std::vector<store::ChildRow> rows, domain::Date on,
                     std::shared_ptr<const domain::NeedsFramework> framework);
    using Names = std::unordered_map<domain::ChildId, QString>;
    void setNames(Names names); // empty: pseudonyms are shown

    void setDraft(domain::ChildId child, bool exists);
    // By pseudonym, local identifier and the names shown. Without words, those whom the council is
    // responsible for on the date; a search finds the others too.
    void search(const QString& words);
    bool searches() const { return !m_words.isEmpty(); }
    void showOnlyDue(bool only);
    bool showsOnlyDue() const { return m_onlyDue; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    const store::ChildRow& child(int row) const
    {
        return m_all[m_shown[static_cast<std::size_t>(row)]];
    }
    int rowOf(domain::ChildId child) const; // -1: not shown
    const store::ChildRow* find(domain::ChildId child) const;

    QString title(const store::ChildRow& row) const;  // pseudonym or name
    QString where(const store::ChildRow& row) const;  // "13 · Children's home"
    QString need(const store::ChildRow& row) const;   // "21 High"
    QString change(const store::ChildRow& row) const; // "↓ 3"
    bool due(const store::ChildRow& row) const { return isDue(row, m_on); }

    std::size_t count() const { return m_count; }       // of those on the date
    std::size_t inAll() const { return m_all.size(); }  // with those of other years
    std::size_t dueCount() const { return m_dueCount; } // of them

private:
    void choose();
    bool fits(std::size_t index) const;

    std::vector<store::ChildRow> m_all;
    std::vector<QString> m_searched; // what a search looks at, in lower case
    std::vector<std::uint32_t> m_shown;
    Names m_names;
    domain::Date m_on;
    std::shared_ptr<const domain::NeedsFramework> m_framework;
    QString m_words;
    bool m_onlyDue = false;
    std::size_t m_count = 0;
    std::size_t m_dueCount = 0;
};

} // namespace twelvefold::ui
