// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/own_words.h"

#include "children/domain_detail.h"
#include "children/domain_row.h"
#include "common/eliding.h"
#include "common/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTextLayout>
#include <QVBoxLayout>

namespace twelvefold::ui {
namespace {

using Words = NeedsFormModel::Words;
constexpr std::array kAll{Words::whatMatters, Words::goingWell, Words::whatIWant, Words::strengths};

QString textOf(const std::string& words)
{
    return QString::fromStdString(words);
}

} // namespace

WordsCard::WordsCard(QWidget* parent) : QAbstractButton(parent)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setMinimumHeight(sizeHint().height());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void WordsCard::setWords(const QString& words, const QString& whenEmpty)
{
    m_words = words;
    m_whenEmpty = whenEmpty;
    setToolTip(words);
    setAccessibleDescription(words.isEmpty() ? whenEmpty : words);
    update();
}

void WordsCard::keyPressEvent(QKeyEvent* event)
{
    const auto modifiers = event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    const QString letters = event->text();
    if (m_writable && modifiers == Qt::NoModifier && !letters.isEmpty() && letters[0].isPrint() &&
        !letters[0].isSpace())
        emit typedInto(letters);
    else
        QAbstractButton::keyPressEvent(event);
}

void WordsCard::paintEvent(QPaintEvent*)
{
    const charts::Theme& tokens = Appearance::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = hasFocus() ? 2 : 1;
    painter.setPen(QPen(hasFocus()     ? tokens.accent
                        : underMouse() ? tokens.faint
                                       : tokens.line,
                        width));
    painter.setBrush(tokens.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2),
                            6, 6);

    QFont font = Appearance::body();
    if (m_words.isEmpty())
        font.setItalic(true);
    painter.setFont(font);
    painter.setPen(m_words.isEmpty() ? tokens.quiet : tokens.text);
    const QString words = (m_words.isEmpty() ? m_whenEmpty : m_words).simplified();
    const QRect area = rect().adjusted(10, 6, -10, -6);
    // Two lines; what does not fit ends in an ellipsis.
    QTextLayout layout(words, font);
    layout.beginLayout();
    QTextLine first = layout.createLine();
    first.setLineWidth(area.width());
    layout.endLayout();
    const int height = QFontMetrics(font).lineSpacing();
    painter.drawText(area.left(), area.top(), area.width(), height, Qt::AlignVCenter,
                     words.left(first.textLength()).trimmed());
    const QString rest = words.mid(first.textLength());
    if (!rest.isEmpty())
        painter.drawText(area.left(), area.top() + height, area.width(), height, Qt::AlignVCenter,
                         QFontMetrics(font).elidedText(rest, Qt::ElideRight, area.width()));
}

OwnWords::OwnWords(QWidget* parent)
    : QWidget(parent), m_wordsTitle(new QLabel(this)),
      m_strengthsTitle(new QLabel(tr("Strengths"), this)), m_cards(new QWidget(this)),
      m_wordsCard(new WordsCard(m_cards)), m_strengthsCard(new WordsCard(m_cards)),
      m_fields(new QWidget(this))
{
    for (QLabel* title : {m_wordsTitle, m_strengthsTitle})
        title->setFont(Appearance::strong());
    m_wordsCard->setAccessibleName(tr("The child's own words"));
    m_strengthsCard->setAccessibleName(tr("Strengths"));

    auto* cards = new QGridLayout(m_cards);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setHorizontalSpacing(12);
    cards->setVerticalSpacing(7);
    cards->setColumnStretch(0, 58);
    cards->setColumnStretch(1, 42);
    cards->addWidget(m_wordsTitle, 0, 0);
    cards->addWidget(m_strengthsTitle, 0, 1);
    cards->addWidget(m_wordsCard, 1, 0);
    cards->addWidget(m_strengthsCard, 1, 1);
    makeFields();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(15, 12, 15, 10);
    column->addWidget(m_cards);
    column->addWidget(m_fields);
    m_fields->hide();
    connect(m_wordsCard, &QAbstractButton::clicked, this,
            [this] { emit openAsked(Words::whatMatters); });
    connect(m_strengthsCard, &QAbstractButton::clicked, this,
            [this] { emit openAsked(Words::strengths); });
    connect(m_wordsCard, &WordsCard::typedInto, this,
            [this](const QString& letters) { write(Words::whatMatters, letters); });
    connect(m_strengthsCard, &WordsCard::typedInto, this,
            [this](const QString& letters) { write(Words::strengths, letters); });
}

void OwnWords::makeFields()
{
    const std::array titles{tr("What matters to me"), tr("What is going well"), tr("What I want"),
                            tr("Strengths, in a few words")};
    std::array<QLabel*, 4> labels{};
    for (std::size_t i = 0; i < kAll.size(); ++i) {
        auto* label = labels[i] = new QLabel(titles[i], m_fields);
        label->setFont(Appearance::strong());
        auto* edit = new WordsEdit(2, m_fields);
        edit->setAccessibleName(titles[i]);
        label->setBuddy(edit);
        m_edits[i] = edit;
        connect(edit, &WordsEdit::left, this, &OwnWords::close);
        connect(edit, &QPlainTextEdit::textChanged, this,
                [this, edit, which = kAll[i]] { emit wordsTyped(which, edit->toPlainText()); });
    }
    auto* left = new QVBoxLayout;
    left->setSpacing(4);
    for (std::size_t i = 0; i < 3; ++i) {
        left->addWidget(labels[i]);
        left->addWidget(m_edits[i]);
        left->addSpacing(6);
    }
    left->addStretch();
    m_strengthGrid = new QGridLayout;
    m_strengthGrid->setHorizontalSpacing(8);
    m_strengthGrid->setVerticalSpacing(4);
    m_done = new QPushButton(tr("Close  Esc"), m_fields);
    m_done->setProperty("role", "link");
    m_done->setAutoDefault(false);
    connect(m_done, &QPushButton::clicked, this, &OwnWords::close);
    auto* right = new QVBoxLayout;
    right->setSpacing(4);
    right->addWidget(labels[3]);
    right->addWidget(m_edits[3]);
    right->addSpacing(6);
    right->addLayout(m_strengthGrid);
    right->addWidget(m_done, 0, Qt::AlignRight);
    right->addStretch();
    auto* both = new QHBoxLayout(m_fields);
    both->setContentsMargins(0, 0, 0, 0);
    both->setSpacing(16);
    both->addLayout(left, 46);
    both->addLayout(right, 54);
}

void OwnWords::makeStrengths(const domain::NeedsFramework& framework)
{
    QStringList levels;
    for (const std::string& name : framework.strengthLevelNames())
        levels << textOf(name);
    QStringList shown = levels;
    for (const domain::Strength& strength : framework.strengths())
        shown << textOf(strength.title);
    if (shown == m_shownStrengths)
        return;
    m_shownStrengths = shown;
    qDeleteAll(m_strengthWidgets);
    m_strengthWidgets.clear();
    m_pickers.clear();
    for (std::size_t i = 0; i < framework.strengths().size(); ++i) {
        const QString title = textOf(framework.strengths()[i].title);
        auto* label = new ElidedLabel(title, m_fields);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        auto* picker = new StrengthPicker(title, levels, m_fields);
        connect(picker, &StrengthPicker::picked, this,
                [this, i](std::optional<int> level) { emit strengthPicked(i, level); });
        const int row = static_cast<int>(i);
        m_strengthGrid->addWidget(label, row, 0);
        m_strengthGrid->addWidget(picker, row, 1);
        m_pickers.push_back(picker);
        m_strengthWidgets.insert(m_strengthWidgets.end(), {label, picker});
    }
    m_strengthGrid->setColumnStretch(0, 1);
    QWidget* before = m_edits.back();
    for (StrengthPicker* picker : m_pickers) {
        for (int level = 0; level < static_cast<int>(framework.strengthLevelNames().size());
             ++level) {
            setTabOrder(before, picker->button(level));
            before = picker->button(level);
        }
    }
    setTabOrder(before, m_done);
}

void OwnWords::show(const NeedsFormModel& model, const QString& childName, bool writing)
{
    m_wordsTitle->setText(tr("In %1's own words").arg(childName));
    makeStrengths(model.framework());
    for (std::size_t i = 0; i < kAll.size(); ++i) {
        const QString words = textOf(model.words(kAll[i]));
        const QSignalBlocker quiet(m_edits[i]);
        if (m_edits[i]->toPlainText() != words) {
            m_edits[i]->setPlainText(words);
            m_edits[i]->setLines(2);
        }
        m_edits[i]->setReadOnly(!writing);
    }
    for (std::size_t i = 0; i < m_pickers.size(); ++i)
        m_pickers[i]->setLevel(model.assessment().strengths[i], writing);
    m_wordsCard->setWritable(writing);
    m_strengthsCard->setWritable(writing);
    fillCards(model);
}

void OwnWords::fillCards(const NeedsFormModel& model)
{
    QStringList said;
    for (const Words which : {Words::whatMatters, Words::goingWell, Words::whatIWant}) {
        if (const QString words = textOf(model.words(which)).simplified(); !words.isEmpty())
            said << words;
    }
    m_wordsCard->setWords(said.isEmpty() ? QString() : tr("“%1”").arg(said.join(QLatin1Char(' '))),
                          tr("What matters to me, what is going well, what I want…"));

    QStringList strengths;
    if (const QString words = textOf(model.words(Words::strengths)).simplified(); !words.isEmpty())
        strengths << (words.endsWith(QLatin1Char('.')) ? words.chopped(1) : words);
    // The strongest first: what can be built on.
    const int most = static_cast<int>(model.framework().strengthLevelNames().size()) - 1;
    for (int level = most; level >= most - 1 && level > 0; --level) {
        for (std::size_t i = 0; i < model.assessment().strengths.size(); ++i) {
            if (model.assessment().strengths[i] == level)
                strengths << textOf(model.framework().strengths()[i].title);
        }
    }
    m_strengthsCard->setWords(strengths.join(QStringLiteral("; ")), tr("What can be built on…"));
}

void OwnWords::write(Words at, const QString& letters)
{
    open(at);
    WordsEdit* edit = m_edits[static_cast<std::size_t>(at)];
    edit->moveCursor(QTextCursor::End);
    edit->insertPlainText(letters);
}

void OwnWords::open(NeedsFormModel::Words at)
{
    m_cards->hide();
    m_fields->show();
    m_edits[static_cast<std::size_t>(at)]->setFocus(Qt::OtherFocusReason);
}

void OwnWords::close()
{
    m_fields->hide();
    m_cards->show();
    emit closed();
}

} // namespace twelvefold::ui
