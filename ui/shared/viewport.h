// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/time.h"

#include <QObject>

namespace loopscope {

/// Which span of time is on show. Times count from the start of a run, as all runs are aligned there. The
/// only owner of that span; every view of time (lanes, ruler, overview) draws it and asks for changes here.
///
/// Three ways to behave when the content grows: Fitted shows all of it; Following keeps the newest in view at
/// an unchanged zoom; Free stays where it is. Zooming and panning make a view free.
class Viewport : public QObject
{
    Q_OBJECT

public:
    enum class Mode { Fitted, Following, Free };

    explicit Viewport(QObject *parent = nullptr);

    [[nodiscard]] TimeSpan visible() const { return m_visible; }
    [[nodiscard]] TimeSpan content() const { return m_content; }
    [[nodiscard]] Mode mode() const { return m_mode; }

    /// What there is to see. Fitted and Following views move with it.
    void setContent(TimeSpan content);
    /// Shows exactly `span`, within the limits, and makes the view free.
    void show(TimeSpan span);
    /// factor > 1 shows less time, larger; the instant `fixed` stays where it is on the screen.
    void zoomBy(double factor, TracePoint fixed);
    void panBy(Nanos distance);
    /// Shows all content, with a little room before it and for labels behind it, from now on.
    void fit();
    /// Keeps the newest instant in view from now on.
    void follow();

    /// Not even the deepest zoom shows less than this.
    static constexpr Nanos least{200};

Q_SIGNALS:
    void changed();
    void modeChanged();

private:
    void setVisible(TimeSpan span);
    void setMode(Mode mode);
    [[nodiscard]] TimeSpan fitted() const;
    [[nodiscard]] TimeSpan limited(TimeSpan span) const;

    TimeSpan m_content;
    TimeSpan m_visible;
    Mode m_mode = Mode::Fitted;
};

} // namespace loopscope
