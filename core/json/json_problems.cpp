// SPDX-License-Identifier: MIT
#include "core/json/json_problems.h"

#include "core/json/near_name.h"
#include "core/json/text_places.h"

#include <QtGlobal>

#include <algorithm>

namespace loopscope {

JsonProblems::JsonProblems(QByteArray json, QString fileName)
    : m_json(std::move(json)), m_fileName(std::move(fileName))
{
}

void JsonProblems::add(const JsonCursor &at, const char *what, QStringList arguments)
{
    add(at.offset(), at.path(), what, std::move(arguments));
}

void JsonProblems::addAtKey(const JsonCursor &member, const char *what, QStringList arguments)
{
    add(member.keyOffset(), member.path(), what, std::move(arguments));
}

void JsonProblems::addTwin(const JsonTwin &twin)
{
    add(twin.offset, twin.path,
        QT_TRANSLATE_NOOP("Problem", "the key \"%1\" stands twice in one object; leave one"), {twin.key});
}

void JsonProblems::add(qsizetype offset, const QString &path, const char *what, QStringList arguments)
{
    m_found.push_back({offset, {what, std::move(arguments), m_fileName, path, std::nullopt}});
}

QList<Problem> JsonProblems::take()
{
    std::stable_sort(m_found.begin(), m_found.end(),
                     [](const Found &a, const Found &b) { return a.offset < b.offset; });
    const TextPlaces places(m_json);
    QList<Problem> problems;
    for (Found &found : m_found) {
        found.problem.place = places.at(found.offset);
        problems << std::move(found.problem);
    }
    m_found.clear();
    return problems;
}

bool checkKeys(JsonProblems &problems, const JsonCursor &at, const QStringList &allowed,
               const QStringList &required)
{
    if (!at.isObject()) {
        problems.add(at, QT_TRANSLATE_NOOP("Problem", "expected an object with the keys %1"),
                     {allowed.join(QStringLiteral(", "))});
        return false;
    }
    QStringList free;
    for (const QString &key : allowed) {
        if (!at.has(key))
            free << key;
    }
    for (qsizetype i = 0; i < at.size(); ++i) {
        const QString &key = at.keyAt(i);
        if (allowed.contains(key))
            continue;
        if (const QString meant = nearName(key, free); !meant.isEmpty())
            problems.addAtKey(at.child(i),
                              QT_TRANSLATE_NOOP("Problem", "unknown key \"%1\"; did you mean \"%2\"?"),
                              {key, meant});
        else
            problems.addAtKey(at.child(i), QT_TRANSLATE_NOOP("Problem", "unknown key \"%1\"; known here: %2"),
                              {key, allowed.join(QStringLiteral(", "))});
    }
    bool complete = true;
    for (const QString &key : required) {
        if (at.has(key))
            continue;
        complete = false;
        problems.add(at, QT_TRANSLATE_NOOP("Problem", "\"%1\" is missing here"), {key});
    }
    return complete;
}

std::optional<QString> checkString(JsonProblems &problems, const JsonCursor &at)
{
    if (at.isString())
        return at->text;
    problems.add(at, QT_TRANSLATE_NOOP("Problem", "expected a string in double quotes"));
    return std::nullopt;
}

} // namespace loopscope
