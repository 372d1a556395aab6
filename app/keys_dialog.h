// SPDX-License-Identifier: MIT
#pragma once

class QWidget;

namespace loopscope {

/// Opens the list of all keys over `parent`; it closes itself.
void showKeys(QWidget *parent);

/// Opens what this program is, likewise.
void showAbout(QWidget *parent);

} // namespace loopscope
