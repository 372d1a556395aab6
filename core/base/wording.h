// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace loopscope {

/// A sentence for people, in the languages that plans are explained in. An empty one is not translated.
struct Wording
{
    QString english;
    QString chinese; ///< Simplified

    bool operator==(const Wording &) const = default;
    /// In the language of that name ("zh_CN", "en", …): English for all but Chinese, and where there is none.
    [[nodiscard]] const QString &in(QStringView language) const
    {
        return language.startsWith(u"zh") && !chinese.isEmpty() ? chinese : english;
    }
};

} // namespace loopscope
