// SPDX-License-Identifier: MIT
#include "ui/shared/viewport.h"

#include <cmath>

namespace loopscope {

namespace {

/// The room beside fitted content, in shares of its length: behind it stand end marks and costs.
constexpr double roomBefore = 0.015;
constexpr double roomBehind = 0.16;
/// How much more than its fitted content a view may show, and where the newest instant stands when following.
constexpr double mostZoomOut = 3;
constexpr double followAt = 0.85;

/// An empty recording is shown as a second of nothing.
constexpr Nanos emptyContent{1'000'000'000};

Nanos part(Nanos whole, double share)
{
    return Nanos(std::llround(double(whole.count()) * share));
}

} // namespace

Viewport::Viewport(QObject *parent) : QObject(parent)
{
    m_visible = fitted();
}

void Viewport::setContent(TimeSpan content)
{
    if (content == m_content)
        return;
    m_content = content;
    if (m_mode == Mode::Fitted) {
        setVisible(fitted());
    } else if (m_mode == Mode::Following) {
        const Nanos ahead = part(m_visible.length(), followAt);
        if (m_content.end > m_visible.begin + ahead)
            setVisible({m_content.end - ahead, m_content.end - ahead + m_visible.length()});
    }
}

void Viewport::show(TimeSpan span)
{
    setMode(Mode::Free);
    setVisible(limited(span));
}

void Viewport::zoomBy(double factor, TracePoint fixed)
{
    const Nanos most = part(fitted().length(), mostZoomOut);
    const Nanos length = std::clamp(part(m_visible.length(), 1 / factor), least, std::max(least, most));
    if (length == m_visible.length())
        return;
    const double share = double((fixed - m_visible.begin).count()) / double(m_visible.length().count());
    const TracePoint begin = fixed - part(length, share);
    show({begin, begin + length});
}

void Viewport::panBy(Nanos distance)
{
    show({m_visible.begin + distance, m_visible.end + distance});
}

void Viewport::fit()
{
    setMode(Mode::Fitted);
    setVisible(fitted());
}

void Viewport::follow()
{
    setMode(Mode::Following);
    const Nanos ahead = part(m_visible.length(), followAt);
    if (!TimeSpan{m_visible.begin, m_visible.begin + ahead}.contains(m_content.end))
        setVisible({m_content.end - ahead, m_content.end - ahead + m_visible.length()});
}

void Viewport::setVisible(TimeSpan span)
{
    if (span == m_visible)
        return;
    m_visible = span;
    Q_EMIT changed();
}

void Viewport::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    Q_EMIT modeChanged();
}

TimeSpan Viewport::fitted() const
{
    const Nanos length = m_content.length() > Nanos(0) ? m_content.length() : emptyContent;
    return {m_content.begin - std::max(Nanos(1), part(length, roomBefore)),
            m_content.begin + length + std::max(least, part(length, roomBehind))};
}

/// Some content always stays in view: nobody gets lost in empty time.
TimeSpan Viewport::limited(TimeSpan span) const
{
    const Nanos length = std::max(span.length(), least);
    const Nanos kept = part(length, 0.1);
    const TimeSpan all = fitted();
    TracePoint begin = std::min(span.begin, all.end - kept);
    begin = std::max(begin, all.begin - (length - kept));
    return {begin, begin + length};
}

} // namespace loopscope
