// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/view_state.h"

#include <QObject>

namespace loopscope {

class Playhead;
class Recording;
class Selection;
class Viewport;

/// Lets a window show a recording as it was shown when it was saved: span, playhead and selection, each as
/// soon as so much of the recording is there. Whoever looks elsewhere meanwhile is left alone.
class ViewKeeper : public QObject
{
    Q_OBJECT

public:
    ViewKeeper(const Recording &recording, Viewport &viewport, Playhead &playhead, Selection &selection,
               QObject *parent = nullptr);

    /// What is shown now, for a file.
    [[nodiscard]] ViewState now() const;
    /// Call when the recording on show is another one, and `endRestoring` when all of it is there.
    void restore(const ViewState &view);
    /// What is not there now will never be: what fits is shown.
    void endRestoring();

private:
    void advance();
    void restoreSpan();
    void restoreSelection();
    void restorePlayhead();

    const Recording &m_recording;
    Viewport &m_viewport;
    Playhead &m_playhead;
    Selection &m_selection;
    ViewState m_wanted; ///< what of it was not restored yet
};

} // namespace loopscope
