// SPDX-License-Identifier: MIT
#include "ui/shared/problem_text.h"

#include <QCoreApplication>

namespace loopscope {

QString problemText(const Problem &problem)
{
    const QByteArray what = QCoreApplication::translate("Problem", problem.what).toUtf8();
    Problem translated = problem;
    translated.what = what.constData();
    return message(translated);
}

} // namespace loopscope
