// SPDX-License-Identifier: MIT
#pragma once

class QApplication;

namespace loopscope {

class Theme;

/// Gives the whole application the look of `theme`: Fusion, its palette and font, and a little style sheet
/// for what the palette cannot say. Called once at the start and again whenever the theme has changed.
void applyStyle(QApplication &application, const Theme &theme);

} // namespace loopscope
