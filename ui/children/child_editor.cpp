// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/child_editor.h"

#include "common/controls.h"
#include "common/inputs.h"

#include <QFormLayout>
#include <QLineEdit>

namespace twelvefold::ui {

ChildEditor::ChildEditor(Session& session, QWidget* parent)
    : RecordEditor(tr("Add a child"), parent), m_session(session), m_localId(new QLineEdit(this)),
      m_sex(new ChoiceBox<domain::Sex>({}, this)), m_born(new DateEdit(this)),
      m_since(new DateEdit(this))
{
    m_localId->setMaxLength(60);
    m_born->setAccessibleNames(tr("Born on"));
    m_since->setAccessibleNames(tr("Looked after since"));
    m_sex->choose(domain::Sex::unspecified);
    form()->addRow(tr("Local identifier"), m_localId);
    form()->addRow(tr("Sex"), m_sex);
    form()->addRow(tr("Born on"), m_born);
    form()->addRow(tr("Looked after since"), m_since);
    form()->addRow(
        smallLabel(tr("A pseudonym such as K7F-204 is made up. The date of birth is kept with "
                      "the names, apart from everything else."),
                   this));
    saveButton()->setText(tr("Add the child"));
}

std::optional<QString> ChildEditor::refusedDates()
{
    if (!m_since->date())
        return at(m_since, tr("Say since when the child is looked after."));
    if (*m_since->date() > m_session.today())
        return at(
            m_since,
            tr("Looked after since %1 is in the future.").arg(wording::date(*m_since->date())));
    if (m_born->date() && *m_born->date() > *m_since->date())
        return at(m_born,
                  tr("Born on %1, after being looked after since %2.")
                      .arg(wording::date(*m_born->date()), wording::date(*m_since->date())));
    return std::nullopt;
}

std::optional<QString> ChildEditor::save()
{
    const QString localId = m_localId->text().trimmed();
    if (localId.isEmpty())
        return at(m_localId,
                  tr("Write the identifier that the council's own system uses for the child."));
    if (const auto refused = refusedDates())
        return refused;
    domain::Child child;
    child.localId = localId.toStdString();
    child.sex = *m_sex->choice();
    domain::Identity identity;
    if (const auto born = m_born->date()) {
        child.bornMonth = domain::Date::from(born->year(), born->month(), 1);
        identity.born = born;
    }
    const auto saved =
        m_session.workbench().addChild(child, identity, {*m_since->date(), std::nullopt});
    if (!saved) {
        const QString why = wording::text(saved.failure());
        return saved.failure().kind.code == "child-local-id-taken" ? at(m_localId, why) : why;
    }
    emit added(*saved);
    return std::nullopt;
}

} // namespace twelvefold::ui
