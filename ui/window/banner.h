// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace loopscope {

class Theme;

/// A strip that says what went wrong and what to do, without taking anything away. Hidden until it has
/// something to say; the user closes it, or whoever opened it.
class Banner : public QWidget
{
    Q_OBJECT

public:
    explicit Banner(const Theme &theme, QWidget *parent = nullptr);

    /// `help`: an action that helps, shown as a button; null for none.
    void show(const QString &title, const QString &detail, QAction *help = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();

    const Theme &m_theme;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_detail;
    QToolButton *m_help;
    QToolButton *m_close;
};

} // namespace loopscope
