// SPDX-License-Identifier: MIT
#pragma once

class QMenuBar;

namespace loopscope {

class Actions;
class Document;
class FileCommands;
class Language;
class MainWindow;

/// Fills the menu bar, from scratch: called again in another language. Menus of files and runs fill
/// themselves when they are opened.
void makeMenus(MainWindow &window, Actions &actions, Language &language);

} // namespace loopscope
