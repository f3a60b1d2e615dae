// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/profile_words_dialog.h"

#include "common/controls.h"
#include "common/page_scroll.h"
#include "data/profile_choices.h"
#include "domain/trimmed.h"
#include "exchange/profile_words.h"
#include "exchange/recognise.h"
#include "wording/wording.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace twelvefold::ui {
namespace {

using exchange::ProfileField;

// Texts that are no words of a few, such as notes, would be without end.
constexpr std::size_t kMostTexts = 60;

bool isOfWords(const ProfileField& field)
{
    return !field.columns.empty() && exchange::hasWords(field.field);
}

// How often each text stands in the column that a field is read from, the profile's own words too.
std::map<std::string, std::int64_t> textsIn(const exchange::TablePreview& table,
                                            const ProfileField& field)
{
    std::map<std::string, std::int64_t> texts;
    for (const auto& [cell, meaning] : field.words)
        texts[cell];
    const auto isIt = [&field](const std::string& heading) {
        return std::ranges::any_of(field.columns, [&heading](const std::string& column) {
            return exchange::tidiedHeading(column) == exchange::tidiedHeading(heading);
        });
    };
    const auto at = std::ranges::find_if(table.headings, isIt);
    if (at == table.headings.end())
        return texts;
    std::map<std::string, std::string> firstWriting;
    for (const auto& [cell, n] : texts)
        firstWriting[exchange::tidiedHeading(cell)] = cell;
    const auto place = static_cast<std::size_t>(at - table.headings.begin());
    for (const auto& row : table.rows) {
        const std::string cell(place < row.size() ? domain::trimmed(row[place])
                                                  : std::string_view());
        if (cell.empty() || texts.size() >= kMostTexts)
            continue;
        ++texts[firstWriting.try_emplace(exchange::tidiedHeading(cell), cell).first->second];
    }
    return texts;
}

} // namespace

ProfileWordsDialog::ProfileWordsDialog(const exchange::TablePreview& table,
                                       exchange::Profile profile, QWidget* parent)
    : FormDialog(parent), m_profile(std::move(profile))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("What do the words mean?"));
    setMinimumWidth(560);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(22, 18, 22, 18);
    auto* page = new QWidget;
    auto* pageColumn = new QVBoxLayout(page);
    pageColumn->setContentsMargins(0, 0, 0, 0);
    for (const ProfileField& field : m_profile.fields) {
        if (!isOfWords(field))
            continue;
        pageColumn->addWidget(sectionTitle(QString::fromStdString(field.columns.front()), page));
        auto* form = new QFormLayout;
        form->setSpacing(4);
        addColumn(form, table, field);
        pageColumn->addLayout(form);
    }
    pageColumn->addStretch();
    column->addWidget(new FormScroll(page, this), 1);
    auto* foot = new QHBoxLayout;
    auto* cancel = secondaryButton(tr("Cancel"), this);
    auto* use = primaryButton(tr("Take these"), this);
    foot->addStretch();
    foot->addWidget(cancel);
    foot->addWidget(use);
    column->addLayout(foot);
    use->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(use, &QPushButton::clicked, this, &ProfileWordsDialog::finish);
}

bool ProfileWordsDialog::hasAny(const exchange::Profile& profile)
{
    return std::ranges::any_of(profile.fields, isOfWords);
}

void ProfileWordsDialog::addColumn(QFormLayout* form, const exchange::TablePreview& table,
                                   const ProfileField& field)
{
    const std::vector<OfferedWord> words = offeredWords(field.field);
    const auto inWords = [&words](const std::string& token) {
        const auto found =
            std::ranges::find(words, QString::fromStdString(token), &OfferedWord::token);
        return found == words.end() ? QString() : found->words;
    };
    for (const auto& [cell, n] : textsIn(table, field)) {
        const QString name = QString::fromStdString(cell);
        auto* meaning = new QComboBox(this);
        const QString usual = inWords(exchange::usualMeaning(field.field, cell));
        meaning->addItem(usual.isEmpty() ? tr("nothing that is known")
                                         : tr("%1, as is usual").arg(usual),
                         QString());
        for (const OfferedWord& word : words)
            meaning->addItem(word.words, word.token);
        const auto said =
            std::ranges::find(field.words, cell, [](const auto& w) { return w.first; });
        if (said != field.words.end())
            meaning->setCurrentIndex(
                std::max(meaning->findData(QString::fromStdString(said->second)), 0));
        meaning->setAccessibleName(tr("What “%1” means").arg(name));
        form->addRow(
            n > 0 ? tr("%1 (rows: %2)").arg(name, wording::count(static_cast<std::uint64_t>(n)))
                  : name,
            meaning);
        m_said.push_back({field.field, cell, meaning});
    }
}

void ProfileWordsDialog::finish()
{
    for (ProfileField& field : m_profile.fields) {
        if (!isOfWords(field))
            continue;
        field.words.clear();
        for (const Said& said : m_said) {
            const QString token = said.meaning->currentData().toString();
            if (said.field == field.field && !token.isEmpty())
                field.words.emplace_back(said.cell, token.toStdString());
        }
    }
    emit chosen(m_profile);
    done(Accepted);
}

} // namespace twelvefold::ui
