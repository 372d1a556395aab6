// SPDX-License-Identifier: MIT
#pragma once

#include "ui/style/theme.h"
#include "ui/timeline/row_geometry.h"

#include <QBrush>
#include <QHash>
#include <QStaticText>

#include <array>

class QPainter;

namespace loopscope {

/// What the timeline's painters dip into: the theme's colours, hatched brushes at the screen's scale, and
/// texts that are laid out once and then replayed. Made anew when the theme or the screen has changed.
class TimelineInk
{
public:
    TimelineInk(const Theme &theme, double devicePixelRatio);

    [[nodiscard]] QColor colour(Role role) const { return m_theme.colour(role); }
    [[nodiscard]] const Metrics &metrics() const { return m_theme.metrics(); }
    /// Suspended, Cancelled or Server.
    [[nodiscard]] const QBrush &hatch(BarKind kind) const;

    /// A rectangle whose edges lie on pixels of the screen, at least one of them wide.
    [[nodiscard]] QRectF snapped(const QRectF &rect) const;
    /// The thinnest line the screen can show evenly, about 1.
    [[nodiscard]] double hairline() const { return m_hairline; }

    [[nodiscard]] double textWidth(const QString &text, TextRole role);
    /// `text` cut at its end to fit `room`; empty when fewer than four letters would be left.
    [[nodiscard]] QString fitted(const QString &text, TextRole role, double room);
    /// Draws text from `x` on, its line centred on `middle`. Returns where it ends.
    double drawText(QPainter &painter, const QString &text, TextRole role, const QColor &colour, double x,
                    double middle);

private:
    struct Shaped
    {
        QStaticText text;
        double width = 0;
        double height = 0;
    };
    struct FitKey
    {
        QString text;
        TextRole role;
        int bucket; ///< of 8 pixels
        bool operator==(const FitKey &) const = default;
        friend size_t qHash(const FitKey &key, size_t seed)
        {
            return qHashMulti(seed, key.text, int(key.role), key.bucket);
        }
    };

    const Shaped &shaped(const QString &text, TextRole role);
    QBrush makeHatch(Role ground, Role line, double pitch, Qt::Corner from) const;

    const Theme &m_theme;
    double m_ratio;
    double m_hairline;
    std::array<QBrush, 3> m_hatches; ///< suspended, cancelled, server
    std::array<QFont, textRoleCount> m_fonts;
    std::array<QHash<QString, Shaped>, textRoleCount> m_shaped;
    QHash<FitKey, QString> m_fitted;
};

} // namespace loopscope
