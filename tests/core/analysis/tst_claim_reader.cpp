// SPDX-License-Identifier: MIT
#include "core/analysis/claim_label.h"
#include "core/analysis/claim_words.h"
#include "core/analysis/event_log.h"
#include "tests/core/analysis/read_claims.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace loopscope;

namespace {

const ClaimNames names{{QStringLiteral("gather"), QStringLiteral("row")},
                       {QStringLiteral("alpha"), QStringLiteral("beta")},
                       {QStringLiteral("second")}};

QByteArray claimWith(const QByteArray &that)
{
    return "[{'id': 'x', 'en': 'X.', 'run': 'row', 'that': " + that + "}]";
}

/// The one problem of a claim, without its place in the line.
QString problemOf(const QByteArray &that)
{
    const QStringList problems = readClaims(claimWith(that), names).problems;
    return problems.size() == 1 ? problems.front() : QString::number(problems.size());
}

QStringList sorted(QStringList words)
{
    words.sort();
    return words;
}

} // namespace

class TestClaimReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClaimIsReadWithItsSentenceAndTolerance()
    {
        const ReadClaims read = readClaims(
            "[{'id': 'sum_2', 'en': 'E.', 'zh_CN': '中', 'that': [{'equal': [{'cost': 'row'}, "
            "{'sum': [{'life': 'gather/alpha'}, 0.5]}], 'within': 0.2}, "
            "{'less': [{'count': {'at': 'suspend', 'of': 'row/beta', 'with': {'on': 'sleep'}}}, 9]}]}]",
            names);
        QCOMPARE(read.problems, QStringList());
        const Claim &claim = read.claims.front();
        QCOMPARE(claim.id, QStringLiteral("sum_2"));
        QCOMPARE(claim.sentence, (Wording{QStringLiteral("E."), QStringLiteral("中")}));
        QCOMPARE(claim.that.size(), size_t(2));
        QCOMPARE(claim.that[0].within, Nanos(std::chrono::milliseconds(200)));
        QCOMPARE(claim.that[1].within, Nanos(std::chrono::milliseconds(50)));
        QCOMPARE(labelOf(claim.that[0].right), QStringLiteral("sum(life(gather/alpha), 0.5)"));
        QCOMPARE(claim.that[0].right.arguments[0].arguments[0].where.run, QStringLiteral("gather"));
        QCOMPARE(labelOf(claim.that[1].left), QStringLiteral("count(at(suspend of row/beta on \"sleep\"))"));
        QCOMPARE(int(claim.that[1].relation), int(Relation::Less));
    }

    void aTaskIsOfTheClaimsRunUnlessItSaysWhich()
    {
        const ReadClaims read =
            readClaims(claimWith("{'equal': [{'end': 'alpha'}, {'end': 'gather/second'}]}"), names);
        QCOMPARE(read.problems, QStringList());
        QCOMPARE(read.claims[0].that[0].left.where.run, QStringLiteral("row"));
        QCOMPARE(read.claims[0].that[0].right.where.run, QStringLiteral("gather"));
        QCOMPARE(read.claims[0].that[0].right.where.task, QStringLiteral("second"));
        QCOMPARE(
            readClaims("[{'id': 'x', 'en': 'X.', 'that': {'equal': [{'end': 'alpha'}, 1]}}]", names).problems,
            QStringList{QStringLiteral("p:1:53: $[0].that.equal[0].end: of which run? Write RUN/alpha, or "
                                       "give the claim a \"run\"")});
    }

    void everyMistakeIsAProblemWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("that");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *name, const char *that, const char *problem) {
            QTest::newRow(name) << QByteArray(that) << QString::fromUtf8(problem);
        };
        row("no such run", "{'equal': [{'cost': 'rwo'}, 1]}",
            "p:1:68: $[0].that.equal[0].cost: this plan has no run \"rwo\"; did you mean \"row\"?");
        row("nothing like a run", "{'equal': [{'cost': 7}, 1]}",
            "p:1:68: $[0].that.equal[0].cost: expected the name of a run; this plan has gather, row");
        row("no such task", "{'equal': [{'end': 'alhpa'}, 1]}",
            "p:1:67: $[0].that.equal[0].end: no task has the name \"alhpa\"; did you mean \"alpha\"?");
        row("nothing like a task", "{'equal': [{'end': 'Task-x'}, 1]}",
            "p:1:67: $[0].that.equal[0].end: no task has the name \"Task-x\", and no coroutine either");
        row("no such function", "{'equal': [{'cots': 'row'}, 1]}",
            "p:1:60: $[0].that.equal[0].cots: unknown key \"cots\"; did you mean \"cost\"?");
        row("two functions", "{'equal': [{'cost': 'row', 'end': 'alpha'}, 1]}",
            "p:1:75: $[0].that.equal[0].end: unknown key \"end\"; known here: cost");
        row("three sides", "{'equal': [1, 2, 3]}", "p:1:58: $[0].that.equal: expected a list of two");
        row("no relation", "{'within': 1}",
            "p:1:48: $[0].that: a comparison has one of equal, differ, less, at_most, before");
        row("no values", "{'equal': [true, 1]}",
            "p:1:59: $[0].that.equal[0]: expected a number, a text, a list, or a function such as {\"cost\": "
            "RUN}");
        row("two relations", "{'equal': [1, 1], 'less': [1, 2]}",
            "p:1:48: $[0].that: a comparison has one of equal, differ, less, at_most, before");
        row("a slash that is no run's", "{'equal': [{'end': 'rwo/alpha'}, 1]}",
            "p:1:67: $[0].that.equal[0].end: no task has the name \"rwo/alpha\", and no coroutine either");
        row("negative tolerance", "{'equal': [1, 1], 'within': -1}",
            "p:1:76: $[0].that.within: expected a number of seconds, 0 or more");
        row("no such detail", "{'equal': [{'at': 'print', 'with': {'txet': 'a'}}, 1]}",
            "p:1:84: $[0].that.equal[0].with.txet: unknown key \"txet\"; did you mean \"text\"?");
        row("nothing compared", "[]", "p:1:48: $[0].that: expected at least one comparison");
    }

    void everyMistakeIsAProblemWithItsPlace()
    {
        QFETCH(QByteArray, that);
        QFETCH(QString, problem);
        QCOMPARE(problemOf(that), problem);
    }

    void allMistakesAreListedAtOnce()
    {
        const QStringList problems = readClaims("[{'id': 'A'}, {'id': 'x', 'en': 1, 'that': {}},\n"
                                                " {'id': 'x', 'en': 'X.', 'that': {'equal': [{}, null]}}, 5]",
                                                names)
                                         .problems;
        QCOMPARE(problems.size(), 9);
        QCOMPARE(problems[3], QStringLiteral("p:1:33: $[1].en: expected a string in double quotes"));
        QCOMPARE(problems[5], QStringLiteral("p:2:9: $[2].id: there are two claims named \"x\"; rename one"));
    }

    void anyTaskMayTurnUpWhereNamesAreMadeAtRunTime()
    {
        ClaimNames open = names;
        open.madeTaskNames = true;
        QCOMPARE(readClaims(claimWith("{'equal': [{'end': 'worker 3'}, 1]}"), open).problems, QStringList());
    }

    void theSchemaSaysTheSame()
    {
        QFile file(QStringLiteral(CLAIMS_SCHEMA));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject defs = QJsonDocument::fromJson(file.readAll()).object()[u"$defs"].toObject();
        QStringList functions;
        for (const QJsonValue &form : defs[u"function"].toObject()[u"oneOf"].toArray())
            functions << form.toObject()[u"required"].toArray().first().toString();
        QCOMPARE(sorted(functions), sorted(claimWords()));
        QStringList relations = defs[u"comparison"].toObject()[u"properties"].toObject().keys();
        relations.removeOne(QStringLiteral("within"));
        QCOMPARE(sorted(relations), sorted(relationWords()));
        QCOMPARE(defs[u"event"].toObject()[u"enum"].toVariant().toStringList(), eventLogWords());
        QCOMPARE(sorted(defs[u"details"].toObject()[u"properties"].toObject().keys()),
                 sorted(eventDetailKeys()));
    }
};

QTEST_APPLESS_MAIN(TestClaimReader)
#include "tst_claim_reader.moc"
