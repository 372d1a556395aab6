// SPDX-License-Identifier: MIT
#include "ui/style/buttons.h"

#include <QButtonGroup>

namespace loopscope {

QToolButton *makeButton(ButtonLook look, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    if (look != ButtonLook::Normal)
        button->setProperty(look == ButtonLook::Primary ? "primary" : "link", true);
    return button;
}

QButtonGroup *makeSegments(std::initializer_list<QToolButton *> buttons, QObject *parent)
{
    auto *group = new QButtonGroup(parent);
    group->setExclusive(true);
    for (QToolButton *button : buttons) {
        const bool first = button == *buttons.begin();
        const bool last = button == *(buttons.end() - 1);
        button->setCheckable(true);
        button->setProperty("segment", first ? "first" : last ? "last" : "middle");
        group->addButton(button);
    }
    return group;
}

} // namespace loopscope
