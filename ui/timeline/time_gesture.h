// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <optional>

class QWheelEvent;

namespace loopscope {

class Viewport;

/// What a key or the wheel asks of a view of lanes over time; the same in all of them.
struct TimeGesture
{
    enum class Kind : quint8 {
        Zoom,   ///< by the factor `amount`
        Pan,    ///< by the share `amount` of what is visible; positive goes later
        Scroll, ///< by `amount` lanes; positive goes down
    };

    Kind kind = Kind::Zoom;
    double amount = 1;
};

/// Of a Qt::Key; none when it means something else.
[[nodiscard]] std::optional<TimeGesture> keyGesture(int key);
[[nodiscard]] TimeGesture wheelGesture(const QWheelEvent &event);

/// Pans by a share of what is visible.
void panByShare(Viewport &viewport, double share);

} // namespace loopscope
