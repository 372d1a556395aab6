// SPDX-License-Identifier: MIT
#pragma once

#include "ui/tracks/track_hit.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace loopscope {

class PanelHeader;
class ShownTrace;
class Theme;

/// Tells of the selected slice or instant: its name, when, how long, where, and its arguments; of the trace
/// while nothing is selected: how much there is, and what of its file is not shown.
class TrackDetails : public QWidget
{
    Q_OBJECT

public:
    explicit TrackDetails(const Theme &theme, QWidget *parent = nullptr);

    /// Borrows the trace during the call only.
    void show(const ShownTrace &trace, const std::optional<TrackThing> &thing);

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();
    void retranslate();
    void showTrace(const ShownTrace &trace);
    void showFacts(const QList<std::pair<QString, QString>> &facts);

    const Theme &m_theme;
    PanelHeader *m_header;
    QLabel *m_name;
    QLabel *m_facts;
    QPlainTextEdit *m_arguments;
};

} // namespace loopscope
