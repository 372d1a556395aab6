// SPDX-License-Identifier: MIT
#pragma once

#include "ui/tracks/track_hit.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace loopscope {

class PanelHeader;
class Theme;

/// Tells of the selected slice or instant: its name, when, how long, where, and its arguments.
class TrackDetails : public QWidget
{
    Q_OBJECT

public:
    explicit TrackDetails(const Theme &theme, QWidget *parent = nullptr);

    /// Borrows the store during the call only.
    void show(const TrackStore *store, const std::optional<TrackThing> &thing);

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();
    void retranslate();

    const Theme &m_theme;
    PanelHeader *m_header;
    QLabel *m_name;
    QLabel *m_facts;
    QPlainTextEdit *m_arguments;
};

} // namespace loopscope
