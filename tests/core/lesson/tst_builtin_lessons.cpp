// SPDX-License-Identifier: MIT
#include "core/analysis/claim_verdict.h"
#include "core/lesson/lesson.h"
#include "core/net/demo/demo_server.h"
#include "core/plan/builtin_plans.h"
#include "tests/support/plan_run.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <random>

using namespace loopscope;

namespace {

/// The demo server's latencies are for people; halved they prove the same.
QByteArray quickened(QByteArray plan)
{
    static const QRegularExpression latency(u"latency=(\\d+)"_qs);
    QString text = QString::fromUtf8(plan);
    QRegularExpressionMatch match;
    for (qsizetype at = 0; (at = text.indexOf(latency, at, &match)) >= 0; ++at) {
        const int half = match.capturedView(1).toInt() / 2;
        text.replace(match.capturedStart(1), match.capturedLength(1), QString::number(half));
    }
    return text.toUtf8();
}

PlanRef planOf(const QByteArray &text)
{
    const auto plan = parsePlan(text, u"plan"_qs);
    return plan ? *plan : nullptr;
}

bool fetches(const QString &name)
{
    return builtinPlanText(name).value().contains("\"fetch\"");
}

QString linesOf(const QList<Problem> &problems)
{
    QStringList lines;
    for (const Problem &problem : problems)
        lines << line(problem);
    return lines.join(u'\n');
}

/// What is wrong with the claims of a plan once it has run; empty if all of them hold.
QString faultsOf(const QString &name, const QByteArray &text, const QUrl &demoServer)
{
    const PlanRef plan = planOf(text);
    if (!plan)
        return name + u": no plan"_qs;
    const auto lesson = parseLesson(builtinLessonText(name).value_or("{}"), lessonFileOf(name), *plan);
    if (!lesson)
        return linesOf(lesson.error());
    const auto store =
        recordedRun(plan, {}, fetches(name) ? ClockKind::Real : ClockKind::Virtual, demoServer);
    const ClaimReport report = judge(lesson->claims, *store);
    if (!report.problems.isEmpty())
        return linesOf(report.problems);
    const bool allHeld = report.count(ClaimVerdict::Held) == qsizetype(lesson->claims.size());
    return allHeld && !lesson->claims.empty() ? QString() : name + u'\n' + toText(report);
}

/// Every "note" there is in a plan's JSON.
void collectNotes(const QJsonValue &value, QStringList &notes)
{
    if (value.isArray()) {
        for (const QJsonValue &item : value.toArray())
            collectNotes(item, notes);
        return;
    }
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member.key() == u"note"_qs && member.value().isString())
            notes << member.value().toString();
        else
            collectNotes(member.value(), notes);
    }
}

bool isChinese(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
}

bool isWhole(const Wording &wording)
{
    return !wording.english.isEmpty() && isChinese(wording.chinese) && !isChinese(wording.english);
}

} // namespace

class TestBuiltinLessons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyClaimHolds_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : builtinPlanNames())
            QTest::newRow(qPrintable(name)) << name;
    }

    /// On the virtual clock; plans that fetch on the real one, at the demo server.
    void everyClaimHolds()
    {
        QFETCH(QString, name);
        const auto server = DemoServer::start();
        QVERIFY(server);
        const QString faults = faultsOf(name, quickened(builtinPlanText(name).value()), (*server)->url());
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
    }

    void everyPlanIsToldInBothLanguages()
    {
        for (const QString &name : builtinPlanNames()) {
            const PlanRef plan = planOf(builtinPlanText(name).value());
            QVERIFY2(plan && builtinLessonText(name), qPrintable(name));
            const auto lesson = parseLesson(*builtinLessonText(name), lessonFileOf(name), *plan);
            QVERIFY2(lesson, qPrintable(linesOf(lesson ? QList<Problem>() : lesson.error())));
            QVERIFY2(isWhole(lesson->title), qPrintable(name));
            QVERIFY2(isWhole(lesson->explanation), qPrintable(name));
            QVERIFY2(isWhole(lesson->question), qPrintable(name));
            QVERIFY2(lesson->question.english.endsWith(u'?'), qPrintable(name));
            for (const Wording &caption : lesson->captions)
                QVERIFY2(isWhole(caption), qPrintable(name + u": "_qs + caption.english));
            for (const Claim &claim : lesson->claims)
                QVERIFY2(isWhole(claim.sentence), qPrintable(name + u": "_qs + claim.id));
        }
    }

    void everyNoteIsTranslated()
    {
        int count = 0;
        for (const QString &name : builtinPlanNames()) {
            const QByteArray text = builtinPlanText(name).value();
            const auto lesson = parseLesson(builtinLessonText(name).value(), name, *planOf(text));
            QVERIFY2(lesson, qPrintable(name));
            QStringList notes;
            collectNotes(QJsonDocument::fromJson(text).object(), notes);
            for (const QString &note : notes)
                QVERIFY2(isChinese(lesson->note(note, u"zh_CN")), qPrintable(name + u": "_qs + note));
            count += int(notes.size());
            QVERIFY2(!notes.isEmpty(), qPrintable(name));
        }
        QVERIFY(count > 20);
    }

    void claimsBreakWhenThePlanIsAnother_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("figures");
        QTest::newRow("a gather that is a row")
            << u"tutorial"_qs << QByteArray(R"({"gather": ["a", "b"])")
            << QByteArray(R"({"try": [{"await": "a"}, {"gather": ["a", "b"]}])")
            << u"cost(gather) 6 s ≠ max(life(gather/a), life(gather/b)) 3 s"_qs;
        QTest::newRow("another order")
            << u"hand_off"_qs << QByteArray(R"({"sleep": 0,)") << QByteArray(R"({"block": 0,)")
            << u"Suspending a\", \"Resuming a\", \"In b\" ≠ "_qs;
        QTest::newRow("a blocking step")
            << u"joinall"_qs << QByteArray(R"({"print": "3"})")
            << QByteArray(R"({"block": 4}, {"print": "3"})") << u"cost(joinall) 5 s ≠ 3 s"_qs;
        QTest::newRow("one who outlives nobody")
            << u"one_falls"_qs << QByteArray(R"("good": [{"sleep": 3})")
            << QByteArray(R"("good": [{"sleep": 1})") << u"end(raises/good) 1 s ≠ 3 s"_qs;
    }

    void claimsBreakWhenThePlanIsAnother()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QString, figures);
        QByteArray text = builtinPlanText(name).value();
        QVERIFY(text.contains(before));
        const QString faults = faultsOf(name, text.replace(before, after), {});
        QVERIFY2(faults.contains(u"broken"), qPrintable(faults));
        QVERIFY2(faults.contains(figures), qPrintable(faults));
    }

    /// Bytes changed, left out and put in at random: each text is either read or listed as problems.
    void damagedSidecarsAreProblemsAndNotCrashes()
    {
        std::mt19937 random(20);
        int refused = 0;
        for (const QString &name : builtinPlanNames()) {
            const PlanRef plan = planOf(builtinPlanText(name).value());
            const QByteArray good = builtinLessonText(name).value();
            for (int round = 0; round < 20; ++round) {
                QByteArray text = good;
                for (int change = 0; change < 3; ++change) {
                    const auto at = qsizetype(random() % quint32(text.size()));
                    text.replace(at, random() % 3,
                                 QByteArray(1 + random() % 2, "{}[]\",:0ae*/"[random() % 13]));
                }
                const auto lesson = parseLesson(text, name, *plan);
                refused += lesson ? 0 : 1;
                QVERIFY(lesson || !lesson.error().isEmpty());
            }
        }
        QVERIFY(refused > 500);
    }

    void otherNamesHaveNoSidecar()
    {
        QVERIFY(!builtinLessonText(u"nothing"_qs));
        QVERIFY(!builtinLessonText(u"../lessons/tutorial"_qs));
    }
};

QTEST_GUILESS_MAIN(TestBuiltinLessons)
#include "tst_builtin_lessons.moc"
