// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace loopscope {

class Theme;

/// The strip on top of a panel: its title, a quieter note beside it, and controls at the right end.
class PanelHeader : public QWidget
{
    Q_OBJECT

public:
    explicit PanelHeader(const Theme &theme, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setNote(const QString &note);
    /// Appends a control; it becomes a child of the header.
    void addControl(QWidget *control);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();

    const Theme &m_theme;
    QHBoxLayout *m_row;
    QLabel *m_title;
    QLabel *m_note;
};

} // namespace loopscope
