// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/json_cursor.h"

#include <QList>

#include <optional>

namespace loopscope {

/// The language's own rules for names.
[[nodiscard]] bool isVariableName(QStringView text); ///< a letter or _, then letters, digits, _
[[nodiscard]] bool isPath(QStringView text); ///< such a name, then .key or .index, any number of times

/// All that is wrong with one plan file, each with its path and place.
class PlanProblems
{
public:
    PlanProblems(QByteArray json, QString fileName);

    /// `what` is the template of a Problem.
    void add(const JsonCursor &at, const char *what, QStringList arguments = {});
    /// The same, standing at the member's key.
    void addAtKey(const JsonCursor &member, const char *what, QStringList arguments = {});
    void addTwin(const JsonTwin &twin);

    [[nodiscard]] bool isEmpty() const { return m_found.empty(); }
    /// In the order in which they stand in the file.
    [[nodiscard]] QList<Problem> take();
    [[nodiscard]] const QByteArray &json() const { return m_json; }

private:
    struct Found
    {
        qsizetype offset;
        Problem problem;
    };

    void add(qsizetype offset, const QString &path, const char *what, QStringList arguments);

    QByteArray m_json;
    QString m_fileName;
    std::vector<Found> m_found;
};

/// An object may have these keys and must have those. Reports every key too many and too few.
/// Returns whether it is an object at all and lacks nothing.
bool checkKeys(PlanProblems &problems, const JsonCursor &at, const QStringList &allowed,
               const QStringList &required);

/// Its text; nothing, and a problem, where it is no string.
std::optional<QString> checkString(PlanProblems &problems, const JsonCursor &at);

} // namespace loopscope
