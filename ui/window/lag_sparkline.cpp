// SPDX-License-Identifier: MIT
#include "ui/window/lag_sparkline.h"

#include "ui/style/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace loopscope {

namespace {

constexpr int bars = 40;
constexpr double step = 3;

} // namespace

LagSparkline::LagSparkline(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
}

void LagSparkline::setPasses(const PassList &passes)
{
    QList<Nanos> lags;
    for (size_t i = passes.size() > bars ? passes.size() - bars : 0; i < passes.size(); ++i)
        if (const PassInfo pass = passes[i]; pass.end)
            lags += *pass.end - pass.begin;
    if (lags == m_lags)
        return;
    m_lags = lags;
    update();
}

QSize LagSparkline::sizeHint() const
{
    return {qRound(bars * step), qRound(m_theme.metrics().statusBar)};
}

void LagSparkline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const double room = height() - 2 * m_theme.metrics().gap;
    double x = 0;
    for (const Nanos lag : m_lags) {
        // Logarithmic from 10 µs to 1 s: a block must not flatten all the others.
        const double decades = std::log10(std::max(1.0, double(lag.count()) / 10'000)) / 5;
        const double high = std::max(1.0, std::min(1.0, decades) * room);
        painter.fillRect(QRectF(x, height() - m_theme.metrics().gap - high, 2, high),
                         m_theme.colour(lag > frame ? Role::Lag : Role::LoopBusy));
        x += step;
    }
}

} // namespace loopscope
