// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"

#include <QList>
#include <QWidget>

namespace loopscope {

class Theme;

/// How long the loop's latest passes took, as a row of thin bars; those over 16 ms, in which no frame can be
/// drawn, in the colour of warnings.
class LagSparkline : public QWidget
{
    Q_OBJECT

public:
    explicit LagSparkline(const Theme &theme, QWidget *parent = nullptr);

    /// The last of `passes` that fit.
    void setPasses(const PassList &passes);
    [[nodiscard]] QSize sizeHint() const override;

    static constexpr Nanos frame{16'000'000};

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QList<Nanos> m_lags;
};

} // namespace loopscope
