// SPDX-License-Identifier: MIT
#pragma once

#include <QToolButton>

#include <initializer_list>

class QButtonGroup;

namespace loopscope {

/// What a button looks like; the application's style sheet draws it.
enum class ButtonLook {
    Normal,  ///< raised, with a line around it
    Primary, ///< filled: the one thing to do here
    Link,    ///< text only, in a panel's header
};

[[nodiscard]] QToolButton *makeButton(ButtonLook look, QWidget *parent);

/// Joins checkable buttons to one control in which exactly one is on.
QButtonGroup *makeSegments(std::initializer_list<QToolButton *> buttons, QObject *parent);

} // namespace loopscope
