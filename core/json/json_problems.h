// SPDX-License-Identifier: MIT
#pragma once

#include "core/json/json_cursor.h"

#include <QList>

#include <optional>

namespace loopscope {

/// All that is wrong with one JSON file that a person wrote, each with its path and place.
class JsonProblems
{
public:
    JsonProblems(QByteArray json, QString fileName);

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
bool checkKeys(JsonProblems &problems, const JsonCursor &at, const QStringList &allowed,
               const QStringList &required);

/// Its text; nothing, and a problem, where it is no string.
std::optional<QString> checkString(JsonProblems &problems, const JsonCursor &at);

} // namespace loopscope
