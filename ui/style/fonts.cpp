// SPDX-License-Identifier: MIT
#include "ui/style/fonts.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace loopscope {

namespace {

enum class Family : quint8 { Sans, Mono };

struct FontSpec
{
    Family family;
    int pixels;
    QFont::Weight weight;
};

constexpr std::array<FontSpec, textRoleCount> specs{{
    {Family::Sans, 13, QFont::Normal},   // Body
    {Family::Sans, 13, QFont::DemiBold}, // Strong
    {Family::Sans, 12, QFont::Normal},   // Small
    {Family::Sans, 12, QFont::DemiBold}, // SmallStrong
    {Family::Sans, 11, QFont::Normal},   // Tiny
    {Family::Sans, 12, QFont::Medium},   // Slice
    {Family::Sans, 11, QFont::DemiBold}, // SliceStrong
    {Family::Sans, 14, QFont::Bold},     // RunName
    {Family::Sans, 17, QFont::Bold},     // Title
    {Family::Mono, 11, QFont::Medium},   // Tick
    {Family::Mono, 11, QFont::DemiBold}, // TickStrong
    {Family::Mono, 13, QFont::DemiBold}, // LaneName
    {Family::Mono, 12, QFont::Medium},   // Code
    {Family::Mono, 12, QFont::DemiBold}, // CodeStrong
    {Family::Mono, 13, QFont::Normal},   // Editor
    {Family::Mono, 21, QFont::DemiBold}, // Readout
}};

} // namespace

QFont fontFor(TextRole role, double scale)
{
    const FontSpec &spec = specs[size_t(role)];
    QFont font;
    if (spec.family == Family::Mono) {
        font.setFamilies({QStringLiteral("JetBrains Mono NL"), QStringLiteral("JetBrains Mono"),
                          QStringLiteral("DejaVu Sans Mono"), QStringLiteral("Inter"),
                          QStringLiteral("Noto Sans CJK SC")});
        font.setStyleHint(QFont::Monospace);
        // `->` and `!=` must stay the characters that were typed; Qt 6.4 cannot turn off ligatures alone.
        font.setStyleStrategy(QFont::PreferNoShaping);
    } else {
        font.setFamilies(
            {QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans CJK SC")});
        font.setStyleHint(QFont::SansSerif);
    }
    font.setPixelSize(std::max(1, qRound(spec.pixels * scale)));
    font.setWeight(spec.weight);
    return font;
}

} // namespace loopscope
