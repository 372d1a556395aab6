// SPDX-License-Identifier: MIT
#pragma once

#include "ui/inspector/facts.h"

#include <QWidget>

class QGridLayout;

namespace loopscope {

class Theme;

/// Facts as two columns of text. Values can be marked and copied; those that lead to an event are links.
class FactGrid : public QWidget
{
    Q_OBJECT

public:
    explicit FactGrid(const Theme &theme, QWidget *parent = nullptr);

    void setRows(const QList<Fact> &rows);

Q_SIGNALS:
    void linkActivated(EventId event);

private:
    void rebuild();
    QWidget *makeValue(const Fact &fact);

    const Theme &m_theme;
    QGridLayout *m_grid;
    QList<Fact> m_rows;
};

} // namespace loopscope
