// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace loopscope {

class Theme;

/// A sentence in the middle of a view that has nothing to show, saying what to do about it. Lies over `view`
/// and lets clicks through to it.
class EmptyNote : public QWidget
{
    Q_OBJECT

public:
    EmptyNote(const Theme &theme, QWidget *view);

    [[nodiscard]] const QString &text() const { return m_text; }
    void setText(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_text;
};

} // namespace loopscope
