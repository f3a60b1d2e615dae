// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/style_sheet.h"

#include <QHash>
#include <QRegularExpression>

namespace twelvefold::ui {
namespace {

// @names are replaced by the tokens' colours. Where the focus thickens a border, the padding gives
// way by as much, so that nothing moves. Where layouts are short of room, a least height is all
// that they leave.
constexpr const char* kControls = R"(
QToolTip { background: @panel; color: @text; border: 1px solid @line; padding: 4px 6px; }

*[role="panel"] { background: @panel; border: 1px solid @line; border-radius: 8px; }
*[role="bar"] { background: @panel; border: none; border-bottom: 1px solid @line; }
*[role="foot"] { background: @window; border: none; border-top: 1px solid @line; }
*[role="rail"] { background: @rail; border: none; border-right: 1px solid @line; }
*[role="hairline"] { background: @line; border: none; }
*[role="clear"] { background: transparent; border: none; }
QLabel[role="quiet"] { color: @quiet; }
QLabel[role="attention"] { color: @attention; background: @attentionWash; border-radius: 4px; padding: 6px 8px; }
QFrame[role="attentionBox"] { background: @attentionWash; border: 1px solid @attention; border-radius: 8px; }
QLabel[role="badge"] { color: @attention; background: @attentionWash; border-radius: 4px; padding: 1px 6px; }
QLabel[role="plainBadge"] { color: @quiet; background: @grid; border-radius: 4px; padding: 1px 6px; }
QLabel[role="refusal"] { color: @attention; }
QLabel[role="echo"] { color: @quiet; }

QPushButton { background: @panel; color: @text; border: 1px solid @line; border-radius: 6px;
    padding: 6px 12px; min-height: 17px; }
QPushButton, QToolButton, QTabBar { outline: none; }
QPushButton:hover { background: @window; border-color: @faint; }
QPushButton:pressed, QPushButton:checked { background: @selection; }
QPushButton:focus { border: 2px solid @accent; padding: 5px 11px; }
QPushButton:disabled { color: @faint; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[role="primary"] { background: @accent; color: @onAccent; border-color: @accent; font-weight: 600; }
QPushButton[role="primary"]:hover { background: @accentHover; }
QPushButton[role="primary"]:pressed { background: @accentPressed; }
QPushButton[role="primary"]:focus { border: 1px solid @accent; padding: 6px 12px; }
QPushButton[role="primary"]:disabled { background: @line; border-color: @line; color: @quiet; }
QPushButton[role="link"] { background: transparent; border: 2px solid transparent; border-left: 0;
    border-right: 0; color: @accent; padding: 0 2px 0 0; text-align: left; min-height: 18px; }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { background: @accentWash; border-bottom: 2px solid @accent; }
QPushButton[role="link"]:disabled { color: @faint; }
QPushButton[role="figure"] { background: transparent; border: 2px solid transparent; border-left: 0;
    border-right: 0; color: @text; padding: 0; text-align: right; min-height: 18px; }
QPushButton[role="figure"]:hover { color: @accent; text-decoration: underline; }
QPushButton[role="figure"]:focus { background: @accentWash; border-bottom: 2px solid @accent; }
QPushButton[role="choice"] { background: transparent; border: 2px solid transparent; border-left: 0;
    border-right: 0; border-radius: 0; padding: 0; text-align: left; }
QPushButton[role="choice"]:hover { background: @accentWash; }
QPushButton[role="choice"]:pressed { background: @selection; }
QPushButton[role="choice"]:focus { background: @accentWash; border-bottom: 2px solid @accent; }
QPushButton[role="answer"] { padding: 6px 6px; }
QPushButton[role="answer"]:focus { padding: 5px 5px; }
QPushButton[role="plain"] { background: transparent; border: 2px solid transparent; color: @quiet; padding: 4px 6px; }
QPushButton[role="plain"]:hover { color: @text; background: @accentWash; }
QPushButton[role="plain"]:focus { border: 2px solid @accent; padding: 4px 6px; }
QPushButton[role="card"] { background: @panel; border-radius: 8px; text-align: left; padding: 0; }
QPushButton[role="card"]:hover { border: 1px solid @accent; background: @panel; }
QPushButton[role="card"]:focus { border: 2px solid @accent; }
QPushButton[role="firstCard"] { background: @accentWash; border: 1px solid @accent; border-radius: 8px; padding: 0; }
QPushButton[role="firstCard"]:hover { background: @selection; }
QPushButton[role="firstCard"]:focus { border: 2px solid @accent; }
QPushButton[role="segmentFirst"], QPushButton[role="segment"], QPushButton[role="segmentLast"] {
    border-radius: 0; padding: 4px 8px; min-height: 17px; margin: 0; }
QPushButton[role="segmentFirst"] { border-top-left-radius: 6px; border-bottom-left-radius: 6px; }
QPushButton[role="segment"], QPushButton[role="segmentLast"] { border-left: none; }
QPushButton[role="segmentLast"] { border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
QPushButton[role="segmentFirst"]:checked, QPushButton[role="segment"]:checked, QPushButton[role="segmentLast"]:checked {
    background: @accent; color: @onAccent; border-color: @accent; font-weight: 600; }
QPushButton[role="segmentFirst"]:focus, QPushButton[role="segment"]:focus, QPushButton[role="segmentLast"]:focus {
    border: 1px solid @accent; padding: 4px 8px; }

QToolButton { background: transparent; color: @text; border: 1px solid transparent; border-radius: 6px; padding: 4px; }
QToolButton:hover { background: @accentWash; }
QToolButton:pressed, QToolButton:checked { background: @selection; }
QToolButton:focus { border: 2px solid @accent; padding: 3px; }
QToolButton:disabled { color: @faint; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[role="rail"] { color: @quiet; padding: 6px 0 4px 0; border: 2px solid transparent; border-radius: 8px; }
QToolButton[role="rail"]:hover { background: @window; }
QToolButton[role="rail"]:checked { background: @accentWash; color: @accent; font-weight: 700; }
QToolButton[role="rail"]:focus { border: 2px solid @accent; padding: 6px 0 4px 0; }
)";

constexpr const char* kInputs = R"(
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox {
    background: @panel; color: @text; border: 1px solid @line; border-radius: 6px; padding: 5px 8px;
    selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit { min-height: 18px; }
QAbstractSpinBox QLineEdit { min-height: 0; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QAbstractSpinBox:hover, QComboBox:hover { border-color: @faint; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
    border: 2px solid @accent; padding: 4px 7px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {
    color: @quiet; background: @window; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: @window; }
*[refused="true"], *[refused="true"]:focus { border: 2px solid @attention; padding: 4px 7px; }
QTextBrowser, QTextEdit[role="clear"] { background: transparent; border: none; padding: 0; }
QTextBrowser:focus { border: none; padding: 0; }

QComboBox { padding-right: 26px; min-height: 17px; combobox-popup: 0; } /* a list below, as high as its choices */
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url(:/twelvefold/chevron-@shade.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView, QListView[role="popup"] { background: @panel; color: @text; border: 1px solid @line;
    padding: 4px; selection-background-color: @selection; selection-color: @text; outline: 0; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: 20px; }
QAbstractSpinBox::up-arrow { image: url(:/twelvefold/chevron-up-@shade.svg); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url(:/twelvefold/chevron-@shade.svg); width: 10px; height: 10px; }

QCheckBox, QRadioButton { spacing: 8px; color: @text; border: 2px solid transparent; border-radius: 5px;
    padding: 0 1px; background: transparent; }
QCheckBox:focus, QRadioButton:focus { background: @accentWash; border-color: @accent; }
QCheckBox:disabled, QRadioButton:disabled { color: @faint; }
QCheckBox::indicator, QGroupBox::indicator, QAbstractItemView::indicator { width: 12px; height: 12px;
    border: 1px solid @quiet; border-radius: 4px; background: @panel; }
QCheckBox::indicator:checked, QGroupBox::indicator:checked, QAbstractItemView::indicator:checked {
    background: @accent; border-color: @accent; image: url(:/twelvefold/tick-@shade.svg); }
QCheckBox::indicator:indeterminate { background: @accent; border-color: @accent;
    image: url(:/twelvefold/dash-@shade.svg); }
QCheckBox::indicator:checked:disabled { background: @faint; border-color: @faint; }
QRadioButton::indicator { width: 13px; height: 13px; border: 1px solid @quiet; border-radius: 7px; background: @panel; }
QRadioButton::indicator:checked { border-color: @accent; background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5,
    fx: 0.5, fy: 0.5, stop: 0 @accent, stop: 0.55 @accent, stop: 0.65 @panel, stop: 1 @panel); }

QSlider { min-height: 20px; }
QSlider::groove:horizontal { height: 4px; background: @line; border-radius: 2px; }
QSlider::sub-page:horizontal { background: @accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 10px; height: 10px; margin: -5px 0; border: 2px solid @accent; border-radius: 7px;
    background: @panel; }
QSlider::handle:horizontal:focus { background: @accent; }
QSlider::handle:horizontal:disabled, QSlider::sub-page:horizontal:disabled { border-color: @faint; background: @faint; }
QProgressBar { background: @line; border: none; border-radius: 4px; max-height: 8px; min-height: 8px; text-align: center; }
QProgressBar::chunk { background: @accent; border-radius: 4px; }
)";

constexpr const char* kViews = R"(
QTabWidget::pane { border: none; border-top: 1px solid @line; top: -1px; }
QTabWidget::tab-bar { left: 0; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @quiet; border: 2px solid transparent;
    padding: 4px 3px 6px 3px; margin: 0 12px 0 0; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @accent; font-weight: 600; border-bottom: 2px solid @accent; }
QTabBar::tab:focus { background: @accentWash; border: 2px solid @accent; border-radius: 4px; }
QTabBar::tab:disabled { color: @faint; }

QAbstractItemView { background: @panel; color: @text; border: none; outline: 0; alternate-background-color: @window;
    selection-background-color: @selection; selection-color: @text; }
QListWidget::item { padding: 7px 9px; border-radius: 6px; color: @text; }
QListWidget::item:selected { background: @accentWash; color: @accent; }
QListWidget { selection-background-color: transparent; }
QTableView { gridline-color: transparent; }
QTableCornerButton::section { background: @panel; border: none; }
QHeaderView { background: @panel; border: none; }
QHeaderView::section { background: @panel; color: @quiet; border: none; border-bottom: 1px solid @line; padding: 6px 8px;
    font-weight: 400; }
QHeaderView::section:hover { color: @text; }
QHeaderView::up-arrow { image: url(:/twelvefold/chevron-up-@shade.svg); width: 9px; height: 9px; subcontrol-position: center right; right: 2px; }
QHeaderView::down-arrow { image: url(:/twelvefold/chevron-@shade.svg); width: 9px; height: 9px; subcontrol-position: center right; right: 2px; }

QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { width: 10px; background: transparent; margin: 0; }
QScrollBar:horizontal { height: 10px; background: transparent; margin: 0; }
QScrollBar::handle { background: @scroll; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QAbstractScrollArea::corner { background: transparent; }
QSplitter::handle { background: transparent; }

QMenuBar { background: @panel; color: @text; border-bottom: 1px solid @line; padding: 1px 6px; }
QMenuBar::item { background: transparent; padding: 4px 9px; border-radius: 4px; }
QMenuBar::item:selected { background: @accentWash; }
QMenu { background: @panel; color: @text; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: @selection; }
QMenu::item:disabled { color: @faint; }
QMenu::indicator { width: 12px; height: 12px; left: 8px; }
QMenu::item:checked { font-weight: 600; }
QMenu::separator { height: 1px; background: @line; margin: 4px 6px; }

QDialog, QMessageBox, QMainWindow { background: @window; }
QGroupBox { border: 1px solid @line; border-radius: 8px; margin-top: 10px; padding: 12px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 10px; padding: 0 4px; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: @panel; border-bottom: 1px solid @line; }
QCalendarWidget QToolButton { color: @text; padding: 4px 8px; }
QCalendarWidget QAbstractItemView { selection-background-color: @accent; selection-color: @onAccent; }
)";

} // namespace

QString styleSheetOf(const charts::Theme& theme)
{
    const auto mixed = [](const QColor& a, const QColor& b, double share) {
        const auto part = [share](float x, float y) {
            return static_cast<float>(x * (1 - share) + y * share);
        };
        return QColor::fromRgbF(part(a.redF(), b.redF()), part(a.greenF(), b.greenF()),
                                part(a.blueF(), b.blueF()));
    };
    const QHash<QString, QString> values{
        {"window", theme.window.name()},
        {"panel", theme.panel.name()},
        {"rail", theme.rail.name()},
        {"line", theme.line.name()},
        {"grid", theme.grid.name()},
        {"text", theme.text.name()},
        {"quiet", theme.quiet.name()},
        {"faint", theme.faint.name()},
        {"accent", theme.accent.name()},
        {"accentWash", theme.accentWash.name()},
        {"accentHover", mixed(theme.accent, theme.text, 0.12).name()},
        {"accentPressed", mixed(theme.accent, theme.text, 0.25).name()},
        {"onAccent", theme.onAccent.name()},
        {"selection", theme.selection.name()},
        {"attention", theme.attention.name()},
        {"attentionWash", theme.attentionWash.name()},
        {"scroll", mixed(theme.line, theme.faint, 0.45).name()},
        {"shade", theme.dark ? "dark" : "light"},
    };
    const QString source =
        QString::fromLatin1(kControls) + QLatin1String(kInputs) + QLatin1String(kViews);
    static const QRegularExpression name("@([A-Za-z]+)");
    QString sheet;
    qsizetype from = 0;
    for (auto matches = name.globalMatch(source); matches.hasNext();) {
        const auto match = matches.next();
        sheet += QStringView(source).mid(from, match.capturedStart() - from);
        sheet += values.value(match.captured(1));
        from = match.capturedEnd();
    }
    sheet += QStringView(source).mid(from);
    return sheet;
}

QPalette paletteOf(const charts::Theme& theme)
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, const QColor& colour) {
        palette.setColor(QPalette::All, role, colour);
    };
    set(QPalette::Window, theme.window);
    set(QPalette::WindowText, theme.text);
    set(QPalette::Base, theme.panel);
    set(QPalette::AlternateBase, theme.window);
    set(QPalette::Text, theme.text);
    set(QPalette::PlaceholderText, theme.quiet);
    set(QPalette::Button, theme.panel);
    set(QPalette::ButtonText, theme.text);
    set(QPalette::BrightText, theme.onAccent);
    set(QPalette::Highlight, theme.accent);
    set(QPalette::HighlightedText, theme.onAccent);
    set(QPalette::Link, theme.accent);
    set(QPalette::LinkVisited, theme.accent);
    set(QPalette::ToolTipBase, theme.panel);
    set(QPalette::ToolTipText, theme.text);
    set(QPalette::Light, theme.panel);
    set(QPalette::Midlight, theme.grid);
    set(QPalette::Mid, theme.line);
    set(QPalette::Dark, theme.line);
    set(QPalette::Shadow, theme.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.faint);
    return palette;
}

} // namespace twelvefold::ui
