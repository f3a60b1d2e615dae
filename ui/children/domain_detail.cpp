// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/domain_detail.h"

#include "common/eliding.h"
#include "common/flow_layout.h"
#include "common/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QVBoxLayout>

namespace twelvefold::ui {
namespace {

QPushButton* link(QWidget* parent)
{
    auto* button = new ElidedButton(parent);
    button->setProperty("role", "link");
    button->setFont(Appearance::small());
    button->setCursor(Qt::PointingHandCursor);
    button->setAutoDefault(false);
    return button;
}

QLabel* caption(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setProperty("role", "quiet");
    label->setFont(Appearance::small());
    return label;
}

} // namespace

DomainDetail::DomainDetail(QWidget* parent)
    : QWidget(parent), m_words(new QLabel(this)), m_problem(new QLabel(this)),
      m_noteLabel(caption(tr("Evidence: what was seen, by whom and when"), this)),
      m_note(new WordsEdit(2, this)), m_notKnownLabel(caption(tr("Not known, because…"), this)),
      m_notKnown(new QLineEdit(this)), m_actions(new QWidget(this)), m_noteButton(link(m_actions)),
      m_notKnownButton(link(m_actions)), m_confidenceButton(link(m_actions))
{
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::RichText);
    m_words->setTextInteractionFlags(Qt::NoTextInteraction);
    m_problem->setProperty("role", "refusal");
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_noteLabel->setBuddy(m_note);
    m_notKnownLabel->setBuddy(m_notKnown);
    m_notKnown->setMaxLength(500);

    auto* actions = new FlowLayout(m_actions, Qt::AlignLeft, 18);
    actions->addWidget(m_noteButton);
    actions->addWidget(m_notKnownButton);
    actions->addWidget(m_confidenceButton);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(15, 8, 15, 10);
    column->setSpacing(5);
    for (QWidget* part : std::initializer_list<QWidget*>{m_words, m_problem, m_noteLabel, m_note,
                                                         m_notKnownLabel, m_notKnown, m_actions})
        column->addWidget(part);

    connect(m_note, &QPlainTextEdit::textChanged, this,
            [this] { emit evidenceTyped(m_note->toPlainText()); });
    connect(m_note, &WordsEdit::left, this, &DomainDetail::left);
    // Not only what is typed: a screen reader may write in it, too.
    connect(m_notKnown, &QLineEdit::textChanged, this, &DomainDetail::notKnownTyped);
    connect(m_noteButton, &QPushButton::clicked, this, &DomainDetail::writeNote);
    connect(m_notKnownButton, &QPushButton::clicked, this, &DomainDetail::writeNotKnown);
    connect(m_confidenceButton, &QPushButton::clicked, this, &DomainDetail::confidencePressed);
    connect(&Appearance::instance(), &Appearance::changed, this, [this] { describe(); });
}

void DomainDetail::setState(const State& state)
{
    if (state.domain != m_state.domain) {
        m_noteOpen = false;
        m_notKnownOpen = false;
    }
    m_state = state;
    m_note->setAccessibleName(tr("Evidence for %1").arg(state.domain));
    m_notKnown->setAccessibleName(tr("Why %1 is not known").arg(state.domain));
    if (m_note->toPlainText() != state.evidence) {
        const QSignalBlocker quiet(m_note);
        m_note->setPlainText(state.evidence);
        m_note->setLines(2);
    }
    if (m_notKnown->text().trimmed() != state.notKnownBecause) {
        const QSignalBlocker quiet(m_notKnown);
        m_notKnown->setText(state.notKnownBecause);
    }
    m_note->setReadOnly(!state.writing);
    m_notKnown->setReadOnly(!state.writing);

    const bool note = m_noteOpen || !state.evidence.isEmpty();
    m_noteLabel->setVisible(note);
    m_note->setVisible(note);
    const bool notKnown = m_notKnownOpen || !state.notKnownBecause.isEmpty();
    m_notKnownLabel->setVisible(notKnown);
    m_notKnown->setVisible(notKnown);

    m_problem->setText(state.problem);
    m_problem->setVisible(!state.problem.isEmpty());
    m_actions->setVisible(state.writing);
    m_noteButton->setText(note ? tr("Evidence note  N") : tr("Add evidence  N"));
    m_notKnownButton->setText(tr("Not known…  U"));
    const QStringList sure{tr("not said"), tr("unsure"), tr("fairly sure"), tr("sure")};
    m_confidenceButton->setText(
        tr("Confidence: %1  C").arg(sure.value(state.confidence.value_or(0))));
    describe();
}

void DomainDetail::describe()
{
    const QString quiet = Appearance::instance().tokens().quiet.name();
    QString words =
        QStringLiteral("<b>%1</b> %2")
            .arg(tr("%1 · %2.").arg(m_state.level).arg(m_state.levelName).toHtmlEscaped(),
                 m_state.descriptor.toHtmlEscaped());
    if (!m_state.lastTime.isEmpty())
        words += QStringLiteral(" <span style=\"color:%1\">%2</span>")
                     .arg(quiet, m_state.lastTime.toHtmlEscaped());
    m_words->setText(words);
    m_words->setToolTip(m_state.prompt);
}

void DomainDetail::writeNote()
{
    m_noteOpen = true;
    m_noteLabel->show();
    m_note->show();
    m_note->setFocus(Qt::ShortcutFocusReason);
    m_note->moveCursor(QTextCursor::End);
}

void DomainDetail::writeNotKnown()
{
    m_notKnownOpen = true;
    m_notKnownLabel->show();
    m_notKnown->show();
    m_notKnown->setFocus(Qt::ShortcutFocusReason);
}

void DomainDetail::followInTabOrder(QWidget* before)
{
    for (QWidget* field : std::initializer_list<QWidget*>{m_note, m_notKnown, m_noteButton,
                                                          m_notKnownButton, m_confidenceButton}) {
        setTabOrder(before, field);
        before = field;
    }
}

void DomainDetail::paintEvent(QPaintEvent*)
{
    const charts::Theme& tokens = Appearance::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.accentWash);
    // Square at the top, where it hangs from its row, round at the foot.
    QPainterPath shape;
    const QRectF area = QRectF(rect()).adjusted(2, -12, -2, -2);
    shape.addRoundedRect(area, 6, 6);
    painter.drawPath(shape);
}

} // namespace twelvefold::ui
