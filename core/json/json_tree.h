// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace loopscope {

struct JsonKey
{
    QString text;
    qsizetype offset = 0; ///< of its opening quote, in bytes
};

/// One value of a JSON text, and where it stands. A whole number is an Integer however it is written (2.0 is
/// 2) as long as it fits 64 bits; beyond that it is a Double.
struct JsonNode
{
    enum class Kind : quint8 { Null, Bool, Integer, Double, String, Array, Object };

    Kind kind = Kind::Null;
    bool boolean = false;
    qint64 integer = 0;
    double number = 0;
    QString text;
    std::vector<JsonNode> items; ///< an array's elements, or an object's values beside their keys
    std::vector<JsonKey> keys;   ///< an object's, in the order they were written
    qsizetype offset = 0;        ///< of its first character, in bytes

    /// The value under a key of an object; null where there is none, or this is no object.
    [[nodiscard]] const JsonNode *find(QStringView key) const;
};

/// A key that an object has already. JSON leaves open what that means; here the later value counts, in the
/// earlier place, as in Python.
struct JsonTwin
{
    QString key;
    QString path; ///< `$.runs[0].name`
    qsizetype offset = 0;
};

struct JsonTree
{
    JsonNode root;
    std::vector<JsonTwin> twins;
};

/// Reads a JSON text in UTF-8, as strict as the standard. The problem of a text that is none has its place,
/// and `fileName`. Nesting is bounded, so that nobody's recursion over the tree can overflow a stack.
[[nodiscard]] Result<JsonTree> parseJson(const QByteArray &json, const QString &fileName);

} // namespace loopscope
