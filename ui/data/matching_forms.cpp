// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/matching_forms.h"

#include "common/care_words.h"
#include "common/controls.h"
#include "domain/free_text.h"

#include <QFormLayout>
#include <QLineEdit>

namespace twelvefold::ui {
namespace {

QLineEdit* reasonEdit(QWidget* parent)
{
    auto* why = new QLineEdit(parent);
    why->setMaxLength(static_cast<int>(domain::kMostLetters));
    why->setPlaceholderText(PaysForForm::tr("may be left out"));
    return why;
}

} // namespace

PaysForForm::PaysForForm(Session& session, const analysis::LineMatch& match, QWidget* parent)
    : RecordEditor(tr("What a cost pays for"), parent), m_session(session),
      m_child(match.line.child), m_line(match.line.id), m_placement(new ElidedComboBox(this)),
      m_why(reasonEdit(this))
{
    const store::Store& store = session.workbench().store();
    for (const domain::Placement& placement : store.placements(m_child)) {
        m_placement->addItem(placementInWords(placement));
        m_placements.push_back(placement.id);
        if (match.placement && match.placement->id == placement.id)
            m_placement->setCurrentIndex(m_placement->count() - 1);
    }
    const auto child = store.child(m_child);
    form()->addRow(sectionTitle(
        tr("%1: %2").arg(QString::fromStdString(child ? child->pseudonym : std::string()),
                         costInWords(match.line)),
        this));
    form()->addRow(tr("It pays for"), m_placement);
    form()->addRow(tr("Why"), m_why);
}

std::optional<QString> PaysForForm::save()
{
    const int chosen = m_placement->currentIndex();
    if (chosen < 0)
        return at(m_placement, tr("No placement of the child is recorded: enter it first, on the "
                                  "child's page."));
    const auto done = m_session.workbench().payFor(
        m_child, m_line, m_placements[static_cast<std::size_t>(chosen)],
        domain::SensitiveText(m_why->text().toStdString()));
    if (!done)
        return wording::text(done.failure());
    m_session.say(tr("Decided, and remembered."));
    return std::nullopt;
}

RightAsItIsForm::RightAsItIsForm(Session& session, const QString& title,
                                 std::vector<workbench::DoubtOfChild> doubts, QWidget* parent)
    : RecordEditor(tr("Right as it is"), parent), m_session(session), m_doubts(std::move(doubts)),
      m_why(reasonEdit(this))
{
    form()->addRow(sectionTitle(title, this));
    form()->addRow(tr("Why"), m_why);
}

std::optional<QString> RightAsItIsForm::save()
{
    const auto done = m_session.workbench().rightAsItIs(
        m_doubts, domain::SensitiveText(m_why->text().toStdString()));
    if (!done)
        return wording::text(done.failure());
    m_session.say(tr("Decided, and remembered."));
    return std::nullopt;
}

} // namespace twelvefold::ui
