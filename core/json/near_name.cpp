// SPDX-License-Identifier: MIT
#include "core/json/near_name.h"

#include <algorithm>
#include <vector>

namespace loopscope {

namespace {

/// How many letters must be put in, left out, changed or swapped with their neighbour to make one of the
/// other.
int distance(const QString &a, const QString &b)
{
    const qsizetype width = b.size() + 1;
    std::vector<int> cell(size_t((a.size() + 1) * width));
    const auto at = [&](qsizetype i, qsizetype j) -> int & { return cell[size_t(i * width + j)]; };
    for (qsizetype i = 0; i <= a.size(); ++i)
        at(i, 0) = int(i);
    for (qsizetype j = 0; j <= b.size(); ++j)
        at(0, j) = int(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const int changed = at(i - 1, j - 1) + (a[i - 1] != b[j - 1]);
            at(i, j) = std::min({at(i - 1, j) + 1, at(i, j - 1) + 1, changed});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                at(i, j) = std::min(at(i, j), at(i - 2, j - 2) + 1);
        }
    }
    return at(a.size(), b.size());
}

} // namespace

QString nearName(QStringView written, const QStringList &names)
{
    constexpr qsizetype longest = 64; // nobody misspells a novel
    if (written.size() > longest)
        return {};
    const QString wanted = written.toString().toLower();
    int nearest = wanted.size() >= 6 ? 3 : wanted.size() >= 3 ? 2 : 1; // one more than is near enough
    QString found;
    for (const QString &name : names) {
        if (std::abs(name.size() - wanted.size()) > nearest)
            continue;
        const int far = distance(wanted, name.toLower());
        if (far < nearest)
            found = name;
        else if (far == nearest)
            found.clear();
        nearest = std::min(nearest, far);
    }
    return found;
}

} // namespace loopscope
