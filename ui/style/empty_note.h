// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace loopscope {

class Theme;

/// A sentence in the middle of a view that has nothing to show, saying what to do about it. Lies over `view`
/// and lets clicks through to it.
class EmptyNote : public QLabel
{
    Q_OBJECT

public:
    EmptyNote(const Theme &theme, QWidget *view);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void restyle();

    const Theme &m_theme;
};

} // namespace loopscope
