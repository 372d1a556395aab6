// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/time.h"

#include <QObject>

namespace loopscope {

class Playhead;
class Recording;
class Selection;
class Viewport;

/// Keeps what is looked at in step with what is recorded: the viewport knows how much there is, and while a
/// run goes on the playhead stays at its newest instant. Whoever moves the playhead or the view away stops
/// the following; `follow` takes it up again. Another recording starts afresh: all of it in view, nothing
/// selected.
///
/// While live and fitted the view grows in steps, so that the picture stands still between them.
class RecordingFollower : public QObject
{
    Q_OBJECT

public:
    RecordingFollower(const Recording &recording, Viewport &viewport, Playhead &playhead,
                      Selection &selection, QObject *parent = nullptr);

    [[nodiscard]] bool isFollowing() const { return m_isFollowing; }
    /// Back to the newest instant, and on with it.
    void follow();

Q_SIGNALS:
    void followingChanged();

private:
    void startAfresh();
    void advance();
    void notePlayhead();
    void noteViewport();
    void setFollowing(bool following);
    void goToNewest();
    [[nodiscard]] TimeSpan extent() const;

    const Recording &m_recording;
    Viewport &m_viewport;
    Playhead &m_playhead;
    Selection &m_selection;
    bool m_isFollowing = true;
    bool m_isMoving = false; ///< the change under way is our own
};

/// The least "round" length above `length`: 1, 1.5, 2, 3, 4, 5, 6 or 8 times a power of ten.
[[nodiscard]] Nanos roundExtent(Nanos length);

} // namespace loopscope
