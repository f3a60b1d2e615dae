// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/search_box.h"

#include "common/controls.h"
#include "common/icons.h"
#include "common/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>

namespace twelvefold::ui {
namespace {

constexpr std::size_t kMostOfAKind = 12;
constexpr int kResultHeight = 32;
constexpr int kKindRole = Qt::UserRole;

// The title, and at the right in the quiet colour what kind of thing it is.
class ResultDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        const charts::Theme& tokens = Appearance::instance().tokens();
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, tokens.selection);
        const QRect area = option.rect.adjusted(10, 0, -10, 0);
        const QString kind = index.data(kKindRole).toString();
        const int kindWidth = option.fontMetrics.horizontalAdvance(kind) + 12;
        painter->setFont(option.font);
        painter->setPen(tokens.text);
        const QString title = index.data().toString();
        painter->drawText(
            area.adjusted(0, 0, -kindWidth, 0), Qt::AlignVCenter | Qt::AlignLeft,
            option.fontMetrics.elidedText(title, Qt::ElideRight, area.width() - kindWidth));
        painter->setPen(tokens.quiet);
        painter->drawText(area, Qt::AlignVCenter | Qt::AlignRight, kind);
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {100, kResultHeight};
    }
};

// Whether a word of the text begins so: "how" is no part of "Show".
bool hasWord(const QString& text, const QString& word)
{
    for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
        if (at == 0 || !text[at - 1].isLetterOrNumber())
            return true;
    }
    return false;
}

bool hasAll(const QString& text, const QStringList& words)
{
    return std::ranges::all_of(words, [&](const QString& word) { return hasWord(text, word); });
}

} // namespace

SearchBox::SearchBox(Session& session, QWidget* parent)
    : QLineEdit(parent), m_session(session), m_results(new QListWidget(parent->window()))
{
    setPlaceholderText(tr("Search or command  Ctrl+K"));
    setAccessibleName(tr("Search for a child, a provider, a command or help"));
    setToolTip(placeholderText());
    setClearButtonEnabled(false);
    addAction(icon("search"), QLineEdit::LeadingPosition);
    m_results->setProperty("role", "popup");
    m_results->setAccessibleName(tr("What was found"));
    m_results->setItemDelegate(new ResultDelegate(m_results));
    m_results->setFocusPolicy(Qt::NoFocus);
    m_results->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_results->hide();
    connect(this, &QLineEdit::textEdited, this, &SearchBox::find);
    connect(m_results, &QListWidget::itemClicked, this,
            [this](QListWidgetItem* item) { take(m_results->row(item)); });
    connect(&session, &Session::recordsChanged, this, [this] { m_childrenKnown = false; });
    connect(&session, &Session::opened, this, [this] { m_childrenKnown = false; });
}

void SearchBox::setCommands(std::function<std::vector<Entry>()> commands)
{
    m_commands = std::move(commands);
}

void SearchBox::learn()
{
    m_entries = m_commands ? m_commands() : std::vector<Entry>();
    if (m_childrenKnown || !m_session.isOpen())
        return;
    const auto& store = m_session.workbench().store();
    m_children.clear();
    for (const auto& [id, child] : store.allChildren()) {
        const QString pseudonym = QString::fromStdString(child.pseudonym);
        m_children.push_back({id, pseudonym, QString(pseudonym).remove(u'-'),
                              QString::fromStdString(child.localId)});
    }
    std::ranges::sort(m_children, {}, &KnownChild::pseudonym);
    m_providers.clear();
    for (const auto& provider : store.providers())
        m_providers.push_back(QString::fromStdString(provider.name));
    m_childrenKnown = true;
}

std::vector<SearchBox::Entry> SearchBox::matches(const QString& words) const
{
    std::vector<Entry> found;
    const auto take = [&](auto&& candidates, auto&& fits, auto&& entry) {
        std::size_t kept = 0;
        for (const auto& candidate : candidates) {
            if (kept < kMostOfAKind && fits(candidate)) {
                found.push_back(entry(candidate));
                ++kept;
            }
        }
    };
    const auto has = [&](const QString& text) { return text.contains(words, Qt::CaseInsensitive); };
    // "k7f204" finds K7F-204; what begins with the words comes before what merely has them.
    const QString bare = QString(words).remove(u'-');
    const auto begins = [&](const KnownChild& child) {
        return child.bare.startsWith(bare, Qt::CaseInsensitive) ||
               child.localId.startsWith(words, Qt::CaseInsensitive);
    };
    const auto contains = [&](const KnownChild& child) {
        return child.bare.contains(bare, Qt::CaseInsensitive) || has(child.localId);
    };
    const auto entryOf = [this](const KnownChild& child) {
        const QString title = child.localId.isEmpty()
                                  ? child.pseudonym
                                  : tr("%1 · %2", "pseudonym and local identifier")
                                        .arg(child.pseudonym, child.localId);
        return Entry{title, tr("Child"), [this, id = child.id] { m_session.goToChild(id); }};
    };
    take(m_children, begins, entryOf);
    take(
        m_children, [&](const KnownChild& child) { return !begins(child) && contains(child); },
        entryOf);
    take(m_providers, has, [this](const QString& provider) {
        return Entry{provider, tr("Provider"), [this, provider] {
                         emit const_cast<SearchBox*>(this)->providerRequested(provider);
                     }};
    });
    // What begins so comes before what is called so, as "Redo: Put …" is, that before what is also
    // called so, and that before what speaks of it.
    const QStringList each = words.split(u' ', Qt::SkipEmptyParts);
    const auto fit = [&](const Entry& entry) {
        const QString called = entry.title + u' ' + entry.words;
        return entry.title.startsWith(words, Qt::CaseInsensitive) ? 0
               : hasAll(entry.title, each)                        ? 1
               : hasAll(called, each)                             ? 2
               : hasAll(called + u' ' + entry.text, each)         ? 3
                                                                  : 4;
    };
    for (int well = 0; well < 4; ++well)
        take(
            m_entries, [&](const Entry& entry) { return fit(entry) == well; },
            [](const Entry& entry) { return entry; });
    return found;
}

void SearchBox::find(const QString& words)
{
    m_results->clear();
    m_found = words.trimmed().isEmpty() ? std::vector<Entry>() : matches(words.trimmed());
    if (words.trimmed().isEmpty())
        return m_results->hide();
    for (const Entry& entry : m_found) {
        auto* item = new QListWidgetItem(entry.title, m_results);
        item->setData(kKindRole, entry.kind);
        item->setData(Qt::AccessibleTextRole, entry.kind + ": " + entry.title);
    }
    if (m_found.empty()) {
        auto* item =
            new QListWidgetItem(tr("Nothing found for “%1”").arg(words.trimmed()), m_results);
        item->setFlags(Qt::NoItemFlags);
    } else {
        m_results->setCurrentRow(0);
    }
    place();
}

void SearchBox::place()
{
    const int width = std::max(this->width(), 380);
    const int height = std::min(12, m_results->count()) * kResultHeight + 10;
    const QPoint below = mapTo(window(), QPoint(this->width() - width, this->height() + 4));
    m_results->setGeometry(std::max(0, below.x()), below.y(), std::min(width, window()->width()),
                           std::min(height, window()->height() - below.y() - 8));
    m_results->raise();
    m_results->show();
}

void SearchBox::take(int row)
{
    if (row < 0 || static_cast<std::size_t>(row) >= m_found.size())
        return;
    const auto go = m_found[static_cast<std::size_t>(row)].take;
    leave();
    go();
}

void SearchBox::leave()
{
    clear();
    m_results->hide();
    clearFocus();
}

void SearchBox::focusInEvent(QFocusEvent* event)
{
    QLineEdit::focusInEvent(event);
    learn();
}

void SearchBox::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (!m_results->underMouse())
        m_results->hide();
}

void SearchBox::keyPressEvent(QKeyEvent* event)
{
    const int n = static_cast<int>(m_found.size());
    const int row = m_results->currentRow();
    switch (event->key()) {
    case Qt::Key_Down:
        return m_results->setCurrentRow(n == 0 ? -1 : (row + 1) % n);
    case Qt::Key_Up:
        return m_results->setCurrentRow(n == 0 ? -1 : (row + n - 1) % n);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return take(row);
    case Qt::Key_Escape:
        return leave();
    default:
        QLineEdit::keyPressEvent(event);
    }
}

} // namespace twelvefold::ui
