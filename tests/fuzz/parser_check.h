// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace loopscope {

/// What must hold of the parser whatever it is given; a breach ends the program, with the claim and the text.
///
/// A text is read or refused. Refused, it has at least one problem, and each says what is wrong and where, at
/// a place that the text has; problems come in the order of the text. Read, it has what the language
/// requires. Either way a second reading says the same.
void checkParser(const QByteArray &text);

} // namespace loopscope
