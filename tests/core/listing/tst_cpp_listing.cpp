// SPDX-License-Identifier: MIT
#include "core/listing/cpp_text.h"
#include "core/listing/listing.h"
#include "core/plan/plan_parser.h"

#include <QTest>

using namespace loopscope;

namespace {

PlanRef planOf(const QByteArray &json)
{
    const auto plan = parsePlan(json, QStringLiteral("test"));
    return plan ? *plan : nullptr;
}

/// A plan whose only coroutine beside w, "go", has these steps.
PlanRef planOfSteps(const QByteArray &steps)
{
    return planOf(R"({"plan":1,"coroutines":{"w":[],"go":[)" + steps +
                  R"(]},"runs":[{"name":"r","main":"go"}]})");
}

/// The lines of that coroutine's body, joined by newlines.
QString bodyOf(const QByteArray &steps)
{
    const PlanRef plan = planOfSteps(steps);
    if (!plan)
        return QStringLiteral("no plan");
    const QStringList lines = cppListing(*plan).lines;
    const qsizetype begin = std::max(lines.indexOf(QStringLiteral("QCoro::Task<> go()")),
                                     lines.indexOf(QStringLiteral("QCoro::Task<Var> go()")));
    QStringList body;
    for (qsizetype i = begin + 2; lines.value(i) != u"}"; ++i)
        body += lines.value(i).mid(4);
    return body.join(u'\n');
}

QString lineOf(const Listing &listing, const Step &step)
{
    const ListedStep *const listed = listing.stepAt(step.place);
    return listed ? listing.lines.value(listed->line - 1).trimmed() : QStringLiteral("not listed");
}

} // namespace

class TestCppListing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlanIsAProgramThatSaysWhatItIsAbout()
    {
        const PlanRef plan = planOf(R"({"plan":1,"title":"Two","about":"One waits for two.",
            "coroutines":{"both":[{"gather":[{"call":"a","args":[1]},{"call":"a","args":[2.5]}]}],
            "a":{"params":["t"],"body":[{"sleep":{"var":"t"},"note":"Waits."},{"print":"a {t}"},{"return":1}]}},
            "runs":[{"name":"one","main":{"call":"a","args":[0]}},{"name":"two","main":"both"}]})");
        QVERIFY(plan);
        const QString expected = QStringLiteral(R"(// Two
// One waits for two.
#include "core/script/script.h"

namespace loopscope::script::plan {

QCoro::Task<Var> a(double t);

QCoro::Task<> both()
{
    co_await gather(a(1), a(2.5));
}

QCoro::Task<Var> a(double t)
{
    // Waits.
    co_await sleep(t);
    print("a {}", t);
    co_return 1;
}

} // namespace

int main(int argc, char **argv)
{
    using namespace loopscope::script;
    Program program(argc, argv);
    program.run("one", plan::a, 0);
    program.run("two", plan::both);
    return program.exec();
}
)");
        QCOMPARE(cppListing(*plan).text(), expected);
    }

    void variablesAreDeclaredWhereTheyAreFirstSet()
    {
        const QString expected = QStringLiteral("Var late;\n"
                                                "qint64 n = 1;\n"
                                                "for (qint64 i = 0; i < 3; ++i) {\n"
                                                "    QString name = text(\"w{}\", i);\n"
                                                "    late = createTask(w);\n"
                                                "    print(\"{} {}\", name, n);\n"
                                                "}\n"
                                                "co_await late;");
        QCOMPARE(bodyOf("{\"set\":\"n\",\"value\":1},{\"repeat\":3,\"as\":\"i\",\"do\":["
                        "{\"set\":\"name\",\"value\":\"w{i}\"},{\"task\":\"w\",\"as\":\"late\"},"
                        "{\"print\":\"{name} {n}\"}]},{\"await\":\"late\"}"),
                 expected);
    }

    void whatACallbackSetsLiesOutsideOfBoth()
    {
        const QString expected = QStringLiteral("const auto x = newShared<qint64>();\n"
                                                "Loop::running()->callLater(1s, [=] {\n"
                                                "    *x = 1;\n"
                                                "});\n"
                                                "co_await sleep(2s);\n"
                                                "print(\"{}\", *x);");
        QCOMPARE(
            bodyOf(
                "{\"call_later\":1,\"do\":[{\"set\":\"x\",\"value\":1}]},{\"sleep\":2},{\"print\":\"{x}\"}"),
            expected);
    }

    void aStepIsFoundAtTheLineThatShowsIt()
    {
        const PlanRef plan =
            planOfSteps("{\"group\":[{\"spawn\":\"w\",\"note\":\"Begins w.\"}]},"
                        "{\"as_completed\":[\"w\"],\"each\":\"r\",\"do\":[{\"print\":\"{r}\"}]},"
                        "{\"with_timeout\":1,\"do\":[{\"await\":\"w\"}]},"
                        "{\"lock\":\"l\"},{\"with\":\"l\",\"do\":[]}");
        QVERIFY(plan);
        const Listing listing = cppListing(*plan);
        const Steps &steps = plan->coroutines[1].body;
        QCOMPARE(lineOf(listing, steps[0]), QStringLiteral("co_await group.exit(failure);"));
        QCOMPARE(lineOf(listing, steps[0].body[0]), QStringLiteral("group.createTask(w());"));
        QCOMPARE(lineOf(listing, steps[1]), QStringLiteral("Var r = co_await arriving.next();"));
        QCOMPARE(lineOf(listing, steps[1].body[0]), QStringLiteral("print(\"{}\", r);"));
        QCOMPARE(lineOf(listing, steps[2]), QStringLiteral("co_await timeout(1s, w());"));
        QCOMPARE(lineOf(listing, steps[2].body[0]), lineOf(listing, steps[2]));
        QCOMPARE(lineOf(listing, steps[4]), QStringLiteral("co_await l.acquire();"));
    }

    void aClauseThatAwaitsStandsBehindItsCatch()
    {
        const QString expected = QStringLiteral("std::exception_ptr caught;\n"
                                                "try {\n"
                                                "    co_await w();\n"
                                                "} catch (...) {\n"
                                                "    caught = std::current_exception();\n"
                                                "}\n"
                                                "if (is<CancelledError>(caught)) {\n"
                                                "    co_await sleep(1s);\n"
                                                "} else if (caught) {\n"
                                                "    std::rethrow_exception(caught);\n"
                                                "}");
        QCOMPARE(bodyOf("{\"try\":[{\"await\":\"w\"}],\"except\":[{\"type\":\"CancelledError\",\"do\":[{"
                        "\"sleep\":1}]}]}"),
                 expected);
        QCOMPARE(bodyOf("{\"try\":[{\"await\":\"w\"}],\"except\":[{\"type\":\"ValueError\",\"as\":\"e\","
                        "\"do\":[{\"raise\":{\"var\":\"e\"}}]}]}"),
                 QStringLiteral("try {\n    co_await w();\n} catch (const ValueError &) {\n    throw;\n}"));
    }

    void aClauseThatIsNeverReachedIsNoCatch()
    {
        const QString body = bodyOf("{\"try\":[],\"except\":[{\"type\":\"Exception\",\"do\":[]},"
                                    "{\"type\":\"ValueError\",\"do\":[{\"print\":\"never\"}]}]}");
        QVERIFY2(!body.contains(QStringLiteral("catch (const")), qPrintable(body));
        QVERIFY2(body.contains(QStringLiteral("} else if (is<ValueError>(caught)) {")), qPrintable(body));
    }

    void whatAGuardedBlockReturnsWaitsForWhatMustFollow()
    {
        const QString expected = QStringLiteral("std::exception_ptr failure;\n"
                                                "std::optional<Var> returned;\n"
                                                "try {\n"
                                                "    returned = 1;\n"
                                                "    goto afterwards;\n"
                                                "} catch (...) {\n"
                                                "    failure = std::current_exception();\n"
                                                "}\n"
                                                "afterwards:\n"
                                                "co_await w();\n"
                                                "if (failure)\n"
                                                "    std::rethrow_exception(failure);\n"
                                                "if (returned)\n"
                                                "    co_return *returned;\n"
                                                "co_return null;");
        QCOMPARE(bodyOf("{\"try\":[{\"return\":1}],\"finally\":[{\"await\":\"w\"}]}"), expected);
    }

    void namesThatMeanSomethingToCppGetAnUnderscore()
    {
        QCOMPARE(
            bodyOf("{\"set\":\"class\",\"value\":1},{\"set\":\"sleep\",\"value\":2},{\"set\":\"sleep_\","
                   "\"value\":3},"
                   "{\"set\":\"errno\",\"value\":4},{\"print\":\"{class}{sleep}{sleep_}{errno}\"}"),
            QStringLiteral("qint64 class_ = 1;\nqint64 sleep__ = 2;\nqint64 sleep_ = 3;\nqint64 errno_ = 4;\n"
                           "print(\"{}{}{}{}\", class_, sleep__, sleep_, errno_);\nco_return;"));
    }

    void stringsAreEscaped()
    {
        QCOMPARE(cppString(QStringLiteral("a\"b\\c\n\t\r")), QStringLiteral("\"a\\\"b\\\\c\\n\\t\\r\""));
        QCOMPARE(cppString(QString(QChar(1)) + QStringLiteral("7")), QStringLiteral("\"\\0017\""));
        QCOMPARE(cppString(QString(QChar(0x2028))), QStringLiteral("\"\\342\\200\\250\""));
        QCOMPARE(cppString(QStringLiteral("事件?"
                                          "?=")),
                 QStringLiteral("\"事件?\\?=\""));
        QCOMPARE(cppFormat({QStringLiteral("{x} "), QStringLiteral("")}), QStringLiteral("\"{{x}} {}\""));
    }

    void lengthsOfTimeAreWrittenAsSuch()
    {
        QCOMPARE(cppSeconds(Value(qint64(3))), QStringLiteral("3s"));
        QCOMPARE(cppSeconds(Value(0.25)), QStringLiteral("0.25s"));
        QCOMPARE(cppSeconds(Value(0.0000005)), QStringLiteral("Seconds(5e-07)"));
    }
};

QTEST_GUILESS_MAIN(TestCppListing)
#include "tst_cpp_listing.moc"
