// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/cost_line_editor.h"

#include "common/care_words.h"
#include "common/controls.h"
#include "common/inputs.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace twelvefold::ui {
namespace {

QString costTitle(const domain::CostLine& line)
{
    if (line.credit)
        return CostLineEditor::tr("Change a credit");
    return line.id ? CostLineEditor::tr("Change a cost") : CostLineEditor::tr("Enter a cost");
}

} // namespace

CostLineEditor::CostLineEditor(Session& session, const domain::CostLine& line, QWidget* parent)
    : RecordEditor(costTitle(line), parent), m_session(session), m_line(line),
      m_component(new ChoiceBox<domain::CostComponent>({}, this)), m_amount(new MoneyEdit(this)),
      m_per(new ChoiceBox<domain::CostPer>({}, this)), m_weekly(smallLabel({}, this)),
      m_start(new DateEdit(this)), m_end(new DateEdit(this)),
      m_funder(new ChoiceBox<domain::Funder>({}, this)), m_placement(new ElidedComboBox(this)),
      m_countedTwice(attentionLabel({}, this)), m_note(new QLineEdit(this))
{
    m_others = session.workbench().store().costLines(line.child);
    makeFields();
    makePlacements();
    m_component->choose(line.component);
    m_per->choose(line.per);
    m_funder->choose(line.funder);
    if (line.id) {
        m_amount->setAmount(line.amount);
        m_start->setDate(line.period.start);
    }
    m_end->setDate(line.period.end);
    m_note->setText(QString::fromStdString(line.note));
    connect(m_amount, &MoneyEdit::edited, this, &CostLineEditor::showWeekly);
    connect(m_start, &DateEdit::edited, this, &CostLineEditor::showWeekly);
    connect(m_end, &DateEdit::edited, this, &CostLineEditor::showWeekly);
    connect(m_per, &QComboBox::currentIndexChanged, this, &CostLineEditor::showWeekly);
    connect(m_start, &DateEdit::edited, this, &CostLineEditor::choosePlacement);
    connect(m_placement, &QComboBox::activated, this, [this] {
        m_placementChosen = true;
        endWithPlacement();
    });
    for (const DateEdit* edit : {m_start, m_end})
        connect(edit, &DateEdit::edited, this, &CostLineEditor::showCountedTwice);
    for (const QComboBox* box :
         std::initializer_list<QComboBox*>{m_component, m_per, m_funder, m_placement})
        connect(box, &QComboBox::currentIndexChanged, this, &CostLineEditor::showCountedTwice);
    m_placementChosen = bool(line.id);
    showWeekly();
    showCountedTwice();
}

void CostLineEditor::makeFields()
{
    m_amount->setAccessibleNames(tr("Amount"));
    m_start->setAccessibleNames(tr("From"));
    m_end->setAccessibleNames(tr("Until"));
    m_end->line()->setPlaceholderText(tr("still running"));
    m_end->notBefore(m_start);
    m_note->setMaxLength(500);
    form()->addRow(tr("For"), m_component);
    form()->addRow(tr("Amount, without VAT"), m_amount);
    form()->addRow(tr("Paid"), m_per);
    form()->addRow(QString(), m_weekly);
    form()->addRow(tr("From"), m_start);
    form()->addRow(tr("Until (not paid on that day)"), m_end);
    form()->addRow(tr("Paid by"), m_funder);
    form()->addRow(tr("Placement"), m_placement);
    form()->addRow(tr("Note"), m_note);
    form()->addRow(m_countedTwice);
}

void CostLineEditor::makePlacements()
{
    m_placement->addItem(noPlacementInWords());
    m_placements.emplace_back();
    m_lived = m_session.workbench().store().placements(m_line.child);
    for (const domain::Placement& placement : m_lived) {
        m_placement->addItem(placementInWords(placement));
        m_placements.emplace_back(placement.id);
        if (m_line.placement == placement.id)
            m_placement->setCurrentIndex(m_placement->count() - 1);
    }
}

// A new cost is mostly for where the child lives when it begins, until the person says otherwise.
void CostLineEditor::choosePlacement()
{
    if (m_placementChosen || !m_start->date())
        return;
    m_placement->setCurrentIndex(0);
    for (std::size_t i = 0; i < m_lived.size(); ++i) {
        if (m_lived[i].period.contains(*m_start->date()))
            m_placement->setCurrentIndex(static_cast<int>(i) + 1);
    }
    endWithPlacement();
}

// What is paid for a placement that has ended is not paid any longer: the field says so, to be
// changed where it was.
void CostLineEditor::endWithPlacement()
{
    const int index = m_placement->currentIndex();
    if (m_line.id || index <= 0 || !m_end->text().isEmpty())
        return;
    m_end->setDate(m_lived[static_cast<std::size_t>(index) - 1].period.end);
}

void CostLineEditor::focusEnd()
{
    m_end->line()->setFocus(Qt::OtherFocusReason);
}

void CostLineEditor::showWeekly()
{
    m_amount->setPer(wording::text(domain::word(*m_per->choice())));
    domain::CostLine line = m_line;
    QString words;
    const bool once = m_per->choice() == domain::CostPer::once;
    if (m_amount->amount() && m_per->choice() != domain::CostPer::week &&
        (m_start->date() || !once)) {
        line.amount = *m_amount->amount();
        line.per = *m_per->choice();
        line.period = {m_start->date().value_or(domain::Date()), m_end->date()};
        const auto weekly = domain::inWeeklyTerms(line);
        words = weekly
                    ? tr("%1 a week").arg(wording::money(*weekly))
                    : tr("A single payment counts a week only between two dates: say until when.");
    }
    m_weekly->setText(words);
    m_weekly->setVisible(!words.isEmpty());
}

// Two costs for the same are sometimes meant, so they are said and not refused.
void CostLineEditor::showCountedTwice()
{
    domain::CostLine line = m_line;
    std::vector<domain::CostLine> others;
    if (m_start->date()) {
        line.period = {*m_start->date(), m_end->date()};
        takeChoices(line);
        others = domain::countedTwiceWith(line, m_lived, m_others);
    }
    m_countedTwice->setText(countedTwiceInWords(others));
    m_countedTwice->setVisible(!others.empty());
}

QString CostLineEditor::countedTwice() const
{
    return m_countedTwice->text();
}

QString CostLineEditor::whatWasDone() const
{
    return QStringList{tr("The cost is saved."), countedTwice()}.join(QLatin1Char(' ')).trimmed();
}

std::optional<QString> CostLineEditor::take(domain::CostLine& line)
{
    if (!m_amount->amount())
        return at(m_amount, tr("Write the amount that is paid."));
    if (!m_start->date())
        return at(m_start, tr("Say from which day it is paid."));
    line.amount = *m_amount->amount();
    line.period = {*m_start->date(), m_end->date()};
    return std::nullopt;
}

void CostLineEditor::takeChoices(domain::CostLine& line) const
{
    line.component = *m_component->choice();
    line.per = *m_per->choice();
    line.funder = *m_funder->choice();
    line.placement = m_placements[static_cast<std::size_t>(m_placement->currentIndex())];
}

std::optional<QString> CostLineEditor::save()
{
    domain::CostLine line = m_line;
    if (const auto refused = take(line))
        return refused;
    takeChoices(line);
    for (const domain::Placement& placement : m_lived) {
        if (!line.id && line.placement == placement.id)
            line.provider = placement.provider;
    }
    line.note = m_note->text().trimmed().toStdString();
    const auto saved = m_session.workbench().saveCostLine(line);
    if (!saved)
        return wording::text(saved.failure());
    return std::nullopt;
}

} // namespace twelvefold::ui
