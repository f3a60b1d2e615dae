// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/matching_forms.h"

#include "common/care_words.h"
#include "common/controls.h"
#include "common/dialogs.h"
#include "domain/free_text.h"

#include <QFormLayout>
#include <QLineEdit>

#include <algorithm>

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
    const std::vector<domain::Provider> providers = store.providers();
    for (const domain::Placement& placement : store.placements(m_child)) {
        QString place = placementInWords(placement);
        if (placement.period.end)
            place = tr("%1 until %2").arg(place, wording::date(placement.period.end->plusDays(-1)));
        const auto provider = std::ranges::find(
            providers, placement.provider.value_or(domain::ProviderId()), &domain::Provider::id);
        if (provider != providers.end() && !provider->name.empty())
            place = tr("%1, %2").arg(place, QString::fromStdString(provider->name));
        m_placement->addItem(place);
        m_placements.push_back(placement.id);
        m_sharesDays.push_back(placement.period.overlaps(match.line.period));
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
    if (!m_sharesDays[static_cast<std::size_t>(chosen)] &&
        !dialogs().confirm(this, tr("The cost and this placement share no day"),
                           tr("The placement had ended before the cost began, or began after it "
                              "ended. Is this the placement that it pays for?"),
                           tr("It pays for it")))
        return tr("Choose another placement, or put the cost right on the child's page.");
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
