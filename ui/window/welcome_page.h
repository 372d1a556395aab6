// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QToolButton;

namespace loopscope {

class LegendPicture;
class Theme;

/// What stands where the timeline will be, before anything has run: what this is, what to press, how to read
/// it.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    /// The actions are borrowed; they are its buttons.
    WelcomePage(const Theme &theme, QAction *run, QAction *open, QAction *create, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();
    void retranslate();

    const Theme &m_theme;
    QLabel *m_title;
    QLabel *m_text;
    QList<QToolButton *> m_buttons;
    QLabel *m_pictureTitle;
    LegendPicture *m_picture;
    QLabel *m_keys;
    QLabel *m_drop;
};

} // namespace loopscope
