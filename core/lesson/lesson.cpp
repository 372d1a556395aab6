// SPDX-License-Identifier: MIT
#include "core/lesson/lesson.h"

#include "core/lesson/plan_mentions.h"
#include "core/plan/builtin_plans.h"

#include <QFile>
#include <QtGlobal>

namespace loopscope {

namespace {

QString word(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

/// Reads a sidecar from the top: texts here, claims by their own reader.
class LessonReader
{
public:
    LessonReader(const QByteArray &json, const QString &fileName, const Plan &plan)
        : m_problems(json, fileName), m_mentions(mentionsOf(plan)), m_fileName(fileName)
    {
    }

    void read(Lesson &lesson, const JsonCursor &root);
    [[nodiscard]] JsonProblems &problems() { return m_problems; }

private:
    void readVersion(const JsonCursor &at);
    /// Of a text whose English stands in the plan.
    void readTranslation(Wording &wording, const JsonCursor &root, const char *key);
    [[nodiscard]] Wording wording(const JsonCursor &at);
    void readCaptions(Lesson &lesson, const JsonCursor &at);
    void readNotes(Lesson &lesson, const JsonCursor &at);

    JsonProblems m_problems;
    PlanMentions m_mentions;
    QString m_fileName;
};

void LessonReader::read(Lesson &lesson, const JsonCursor &root)
{
    checkKeys(m_problems, root,
              {word("$schema"), word("version"), word("title"), word("about"), word("question"),
               word("captions"), word("notes"), word("claims")},
              {word("version")});
    if (!root.isObject())
        return;
    if (root.has(u"version"))
        readVersion(root.member(u"version"));
    readTranslation(lesson.title, root, "title");
    readTranslation(lesson.explanation, root, "about");
    if (root.has(u"question"))
        lesson.question = wording(root.member(u"question"));
    if (root.has(u"captions"))
        readCaptions(lesson, root.member(u"captions"));
    if (root.has(u"notes"))
        readNotes(lesson, root.member(u"notes"));
    if (root.has(u"claims"))
        lesson.claims = ClaimReader(m_mentions.names, m_problems, m_fileName).claims(root.member(u"claims"));
}

void LessonReader::readVersion(const JsonCursor &at)
{
    if (at->kind != JsonNode::Kind::Integer || at->integer != 1)
        m_problems.add(at, QT_TRANSLATE_NOOP("Problem", "the version of the claims language must be 1"));
}

void LessonReader::readTranslation(Wording &wording, const JsonCursor &root, const char *key)
{
    if (!root.has(word(key)))
        return;
    const JsonCursor at = root.member(word(key));
    checkKeys(m_problems, at, {word("zh_CN")}, {});
    if (at.isObject() && at.has(u"zh_CN"))
        wording.chinese = checkString(m_problems, at.member(u"zh_CN")).value_or(QString());
}

Wording LessonReader::wording(const JsonCursor &at)
{
    Wording wording;
    checkKeys(m_problems, at, {word("en"), word("zh_CN")}, {word("en")});
    if (at.isObject() && at.has(u"en"))
        wording.english = checkString(m_problems, at.member(u"en")).value_or(QString());
    if (at.isObject() && at.has(u"zh_CN"))
        wording.chinese = checkString(m_problems, at.member(u"zh_CN")).value_or(QString());
    return wording;
}

void LessonReader::readCaptions(Lesson &lesson, const JsonCursor &at)
{
    if (!at.isList())
        m_problems.add(at, QT_TRANSLATE_NOOP("Problem", "expected a list of captions"));
    for (qsizetype i = 0; at.isList() && i < at.size(); ++i)
        lesson.captions.push_back(wording(at.child(i)));
}

void LessonReader::readNotes(Lesson &lesson, const JsonCursor &at)
{
    if (!at.isObject())
        m_problems.add(at,
                       QT_TRANSLATE_NOOP("Problem", "expected an object: the plan's notes, and after each "
                                                    "its translation"));
    for (qsizetype i = 0; at.isObject() && i < at.size(); ++i) {
        const JsonCursor note = at.child(i);
        if (!m_mentions.notes.contains(at.keyAt(i)))
            m_problems.addAtKey(note, QT_TRANSLATE_NOOP("Problem", "the plan has no note of this text"));
        lesson.notes.insert(at.keyAt(i), checkString(m_problems, note).value_or(QString()));
    }
}

} // namespace

QString Lesson::note(const QString &english, QStringView language) const
{
    return Wording{english, notes.value(english)}.in(language);
}

Lesson lessonOf(const Plan &plan)
{
    Lesson lesson;
    lesson.title.english = plan.title;
    lesson.explanation.english = plan.about;
    return lesson;
}

tl::expected<Lesson, QList<Problem>> parseLesson(const QByteArray &json, const QString &fileName,
                                                 const Plan &plan)
{
    const Result<JsonTree> tree = parseJson(json, fileName);
    if (!tree)
        return tl::unexpected(QList<Problem>{tree.error()});
    LessonReader reader(json, fileName, plan);
    for (const JsonTwin &twin : tree->twins)
        reader.problems().addTwin(twin);
    Lesson lesson = lessonOf(plan);
    reader.read(lesson, JsonCursor(tree->root));
    if (!reader.problems().isEmpty())
        return tl::unexpected(reader.problems().take());
    return lesson;
}

QString lessonFileOf(const QString &planFile)
{
    const QString ending = QStringLiteral(".json");
    const QString stem = planFile.endsWith(ending) ? planFile.chopped(ending.size()) : planFile;
    return stem + QStringLiteral(".claims.json");
}

std::optional<QByteArray> builtinLessonText(const QString &planName)
{
    // A name such as "../x" is no plan's, and so no path.
    if (!builtinPlanNames().contains(planName))
        return std::nullopt;
    QFile file(QStringLiteral(":/loopscope/lessons/%1.claims.json").arg(planName));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.readAll();
}

Lesson builtinLesson(const QString &planName, const Plan &plan)
{
    return parseLesson(builtinLessonText(planName).value_or("{}"), planName, plan).value_or(lessonOf(plan));
}

} // namespace loopscope
