// SPDX-License-Identifier: MIT
#include "core/export/svg_style.h"

#include <array>

namespace loopscope {

namespace {

struct StyleColour
{
    const char *rule;
    const char *property;
    const char *light, *dark;
};

/// Those of resources/themes/tokens.json.
constexpr std::array colours{
    StyleColour{".ls-canvas", "fill", "#FFFFFF", "#0F1319"},
    StyleColour{".ls-lane", "fill", "#F9FAFB", "#12171E"},
    StyleColour{".ls-ink", "fill", "#16202C", "#E9EEF5"},
    StyleColour{".ls-ink2", "fill", "#5A6677", "#8E9BAC"},
    StyleColour{".ls-grid", "stroke", "#E9ECF1", "#1C232C"},
    StyleColour{".ls-running", "fill", "#0A6CCB", "#46A6FF"},
    StyleColour{".ls-ready", "fill", "#F2AC1E", "#FFC552"},
    StyleColour{".ls-ground", "fill", "#E4EAF1", "#232C37"},
    StyleColour{".ls-hatch", "stroke", "#C3CEDA", "#36434F"},
    StyleColour{".ls-on", "fill", "#27343F", "#D7E0EA"},
    StyleColour{".ls-edge", "stroke", "#74859A", "#73869C"},
    StyleColour{".ls-created", "fill", "#7D8897", "#7B8A9D"},
    StyleColour{".ls-done", "fill", "#0B7754", "#3FCF9C"},
    StyleColour{".ls-failed", "fill", "#C22A1A", "#FF7F6B"},
    StyleColour{".ls-cancelled", "fill", "#5F586B", "#A89FB8"},
    StyleColour{".ls-loop", "fill", "#4B596B", "#9FB0C4"},
    StyleColour{".ls-request", "fill", "#3F9E95", "#4CADA4"},
    StyleColour{".ls-job", "fill", "#6B5A3E", "#C9B48C"},
    StyleColour{".ls-print", "fill", "#8A1463", "#F5B4DC"},
};

QByteArray rules(const char *StyleColour::*appearance)
{
    QByteArray text;
    for (const StyleColour &colour : colours)
        text += QByteArray(colour.rule) + '{' + colour.property + ':' + colour.*appearance + '}';
    return text;
}

} // namespace

QByteArray svgStyle()
{
    return ".ls-text{font:12px system-ui,'DejaVu Sans',sans-serif}"
           ".ls-title{font:600 14px system-ui,'DejaVu Sans',sans-serif}"
           ".ls-small{font:11px system-ui,'DejaVu Sans',sans-serif;pointer-events:none}"
           ".ls-edge{stroke-width:.5}.ls-suspended{fill:url(#ls-waits)}" +
           rules(&StyleColour::light) + "@media (prefers-color-scheme:dark){" + rules(&StyleColour::dark) +
           '}';
}

} // namespace loopscope
