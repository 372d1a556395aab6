// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/plan.h"

#include <QHash>
#include <QSet>

namespace loopscope {

/// What a plan's names are called in a listing. A plan may use any name; one that means something to the
/// language, or to the rest of the listing, gets an underscore behind it.
class Identifiers
{
public:
    Identifiers(const Plan &plan, const QSet<QString> &reserved);

    [[nodiscard]] QString of(const QString &name) const { return m_names.value(name, name); }
    /// A name that neither the plan nor the language uses: `base`, or `base2` …
    [[nodiscard]] QString fresh(const QString &base);

private:
    void add(const QString &name);

    QSet<QString> m_taken;
    QHash<QString, QString> m_names;
};

} // namespace loopscope
