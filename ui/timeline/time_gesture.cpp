// SPDX-License-Identifier: MIT
#include "ui/timeline/time_gesture.h"

#include "ui/shared/viewport.h"

#include <QWheelEvent>

#include <cmath>

namespace loopscope {

namespace {

constexpr double keyZoom = 1.4;
constexpr double keyPan = 0.2;
constexpr double zoomPerNotch = 1.2;
constexpr double panPerNotch = 0.1;
constexpr double lanesPerNotch = 2;
constexpr double notch = 120; ///< Qt's units

} // namespace

std::optional<TimeGesture> keyGesture(int key)
{
    switch (key) {
    case Qt::Key_W:
    case Qt::Key_Plus: return TimeGesture{TimeGesture::Kind::Zoom, keyZoom};
    case Qt::Key_S:
    case Qt::Key_Minus: return TimeGesture{TimeGesture::Kind::Zoom, 1 / keyZoom};
    case Qt::Key_A: return TimeGesture{TimeGesture::Kind::Pan, -keyPan};
    case Qt::Key_D: return TimeGesture{TimeGesture::Kind::Pan, keyPan};
    default: return std::nullopt;
    }
}

TimeGesture wheelGesture(const QWheelEvent &event)
{
    const QPoint delta = event.angleDelta();
    const double notches = (delta.y() ? delta.y() : delta.x()) / notch;
    if (event.modifiers() & Qt::ControlModifier)
        return {TimeGesture::Kind::Scroll, -notches * lanesPerNotch};
    if (event.modifiers() & Qt::ShiftModifier || std::abs(delta.x()) > std::abs(delta.y()))
        return {TimeGesture::Kind::Pan, -notches * panPerNotch};
    return {TimeGesture::Kind::Zoom, std::pow(zoomPerNotch, notches)};
}

void panByShare(Viewport &viewport, double share)
{
    viewport.panBy(Nanos(std::llround(double(viewport.visible().length().count()) * share)));
}

} // namespace loopscope
