// SPDX-License-Identifier: MIT
#include "ui/style/application_style.h"

#include "ui/style/theme.h"

#include <QApplication>
#include <QStyle>

namespace loopscope {

namespace {

/// @Role@ stands for a colour of the theme. Flat surfaces, 1 px lines, no shadows, plum for what is in force.
constexpr const char *sheet = R"(
QMenuBar, QStatusBar { background: @Window@; color: @Ink2@; }
QStatusBar::item { border: 0; }
QMenuBar::item:selected { background: @Hover@; color: @Ink@; }
QMenu { background: @Raised@; color: @Ink@; border: 1px solid @Border@; padding: 4px 0; }
QMenu::item { padding: 4px 24px; }
QMenu::item:selected { background: @AccentTint@; }
QMenu::item:disabled { color: @Ink3@; }
QMenu::separator { height: 1px; background: @Border@; margin: 4px 0; }
QToolBar { background: @Panel@; border: 0; border-bottom: 1px solid @Border@; spacing: 4px; padding: 0 8px; }
QToolBar::separator { width: 1px; background: @Border@; margin: 10px 6px; }
QToolButton, QPushButton { background: @Raised@; color: @Ink@; border: 1px solid @Border@; border-radius: 4px;
    padding: 3px 9px; }
QToolButton:hover, QPushButton:hover { background: @Hover@; }
QToolButton:pressed, QPushButton:pressed { background: @AccentTint@; }
QToolButton:checked, QPushButton:checked { background: @AccentTint@; color: @Accent@; }
QToolButton:disabled, QPushButton:disabled { color: @Ink3@; background: @Panel@; }
QToolButton:checked:disabled { background: @AccentTint@; color: @Ink2@; }
QToolButton:focus, QPushButton:focus { border: 1px dashed @Accent@; }
QToolButton[primary="true"], QPushButton[primary="true"] { background: @Ink@; color: @Canvas@; border-color: @Ink@; }
QToolButton[primary="true"]:disabled, QPushButton[primary="true"]:disabled { background: @Border@; color: @Ink3@;
    border-color: @Border@; }
QToolButton[link="true"] { background: transparent; border: 1px solid transparent; color: @Ink2@;
    padding: 1px 2px; }
QToolButton[link="true"]:hover { color: @Accent@; }
QToolButton[link="true"]:focus { border: 1px dashed @Accent@; }
QToolButton[link="true"]::menu-indicator { image: none; }
QToolButton[segment="first"] { border-top-right-radius: 0; border-bottom-right-radius: 0; }
QToolButton[segment="middle"] { border-radius: 0; border-left: 0; }
QToolButton[segment="last"] { border-top-left-radius: 0; border-bottom-left-radius: 0; border-left: 0; }
QDockWidget { color: @Ink@; }
QDockWidget::title { background: @Panel@; border-bottom: 1px solid @Border@; padding: 7px 10px; }
QMainWindow::separator { background: @Border@; width: 1px; height: 1px; }
QSplitter::handle { background: @Border@; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QLineEdit, QComboBox, QSpinBox { background: @Canvas@; color: @Ink@; border: 1px solid @BorderStrong@;
    border-radius: 4px; padding: 3px 6px; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus { border-color: @Accent@; }
QAbstractItemView { background: @Canvas@; color: @Ink@; border: 0; outline: 0; }
QAbstractItemView::item:hover { background: @Hover@; }
QAbstractItemView::item:selected { background: @AccentTint@; color: @Ink@; }
QPlainTextEdit, QTextEdit { background: @Canvas@; color: @Ink@; border: 0; }
QHeaderView::section { background: @Panel@; color: @Ink2@; border: 0; border-bottom: 1px solid @Border@;
    padding: 3px 8px; }
QTabBar::tab { background: @Panel@; color: @Ink2@; border: 0; padding: 6px 12px; }
QTabBar::tab:selected { color: @Accent@; background: @AccentTint@; }
QToolTip { background: @Raised@; color: @Ink@; border: 1px solid @BorderStrong@; padding: 5px 7px; }
QScrollBar { background: transparent; border: 0; }
QScrollBar:vertical { width: 11px; }
QScrollBar:horizontal { height: 11px; }
QScrollBar::handle { background: @Border@; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @BorderStrong@; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

} // namespace

void applyStyle(QApplication &application, const Theme &theme)
{
    QString text = QString::fromLatin1(sheet);
    for (const auto &[name, role] :
         std::initializer_list<std::pair<const char *, Role>>{{"@Window@", Role::Window},
                                                              {"@Panel@", Role::Panel},
                                                              {"@Canvas@", Role::Canvas},
                                                              {"@Raised@", Role::Raised},
                                                              {"@Hover@", Role::Hover},
                                                              {"@Border@", Role::Border},
                                                              {"@BorderStrong@", Role::BorderStrong},
                                                              {"@Ink@", Role::Ink},
                                                              {"@Ink2@", Role::Ink2},
                                                              {"@Ink3@", Role::Ink3},
                                                              {"@Accent@", Role::Accent},
                                                              {"@AccentTint@", Role::AccentTint}})
        text.replace(QLatin1String(name), theme.colour(role).name());
    if (application.style()->name() != QLatin1String("fusion") && application.styleSheet().isEmpty())
        QApplication::setStyle(QStringLiteral("fusion"));
    QApplication::setPalette(theme.palette());
    QApplication::setFont(theme.font(TextRole::Body));
    application.setStyleSheet(text);
}

} // namespace loopscope
