// SPDX-License-Identifier: MIT
#pragma once

#include "ui/overview/overview_geometry.h"

#include <QList>
#include <QObject>

#include <optional>

namespace loopscope {

/// What an overview strip shows: all there is, in its own time. The strip paints it and frames what is in
/// view.
class OverviewContent : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// A stretch of the session with a name.
    struct Part
    {
        TimeSpan span;
        QString name;
    };

    [[nodiscard]] virtual TimeSpan session() const = 0;
    /// Changes with what `shapes` gives.
    [[nodiscard]] virtual quint64 revision() const = 0;
    [[nodiscard]] virtual std::vector<OverviewShape> shapes(const OverviewMap &map, double top,
                                                            double height) const = 0;
    [[nodiscard]] virtual QList<Part> parts() const = 0;
    /// The stretch from whose begin the viewport's times count, and which it shows a part of; none when there
    /// is nothing to show.
    [[nodiscard]] virtual std::optional<TimeSpan> framed() const = 0;
    [[nodiscard]] virtual std::optional<TracePoint> now() const = 0;
    /// Makes this the present instant.
    virtual void goTo(TracePoint at) = 0;

Q_SIGNALS:
    void replaced(); ///< `revision` may be the same by chance
    void changed();
};

} // namespace loopscope
