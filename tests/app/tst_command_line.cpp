// SPDX-License-Identifier: MIT
#include "app/command_line.h"

#include <QTest>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

Result<Command> parsed(const char *line)
{
    return parseCommandLine(QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts));
}

template<class T>
T as(const char *line)
{
    const auto command = parsed(line);
    return command && std::holds_alternative<T>(*command) ? std::get<T>(*command) : T{};
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noWordsOpenTheWindow()
    {
        QVERIFY(std::holds_alternative<OpenWindow>(*parsed("")));
        QCOMPARE(as<OpenWindow>("a.json b.pftrace").files, QStringList({"a.json", "b.pftrace"}));
        QCOMPARE(as<OpenWindow>("open a.json").files, QStringList("a.json"));
    }

    void runTakesItsOptionsInAnyOrder()
    {
        const auto run =
            as<RunPlan>("run --run f1 p.json --run=f2 --clock real --log - --record x.pftrace --force");
        QCOMPARE(run.plan, "p.json");
        QCOMPARE(run.runs, QStringList({"f1", "f2"}));
        QCOMPARE(run.clock, ClockChoice::Real);
        QCOMPARE(run.log, "-");
        QCOMPARE(run.record, "x.pftrace");
        QCOMPARE(run.overwrite, Overwrite::Force);
        QCOMPARE(as<RunPlan>("run p").clock, ClockChoice::Virtual);
        QCOMPARE(as<RunPlan>("run p --json").output, OutputStyle::Json);
    }

    void screenshotsTakeTheStateToShow()
    {
        const auto window = as<OpenWindow>("x.pftrace --screenshot o.png --at 1.002 --select 18 --theme dark "
                                           "--lang zh_CN --size 800x600 --scale 1.5 --panel log --during 2");
        QVERIFY(window.screenshot);
        QCOMPARE(window.screenshot->file, "o.png");
        QCOMPARE(*window.screenshot->at, Nanos(1002ms));
        QCOMPARE(*window.screenshot->during, Nanos(2s));
        QCOMPARE(window.screenshot->select, "18");
        QCOMPARE(window.screenshot->size, QSize(800, 600));
        QCOMPARE(window.screenshot->panel, "log");
        QCOMPARE(window.theme, "dark");
        QCOMPARE(window.language, "zh_CN");
        QCOMPARE(window.scale, 1.5);
    }

    void failAboveIsAPercentageOrAFractionWithAPoint()
    {
        QCOMPARE(as<CompareRecordings>("compare a b --fail-above 5%").failAbove, 0.05);
        QCOMPARE(as<CompareRecordings>("compare a b --fail-above 0.05").failAbove, 0.05);
        QCOMPARE(as<CompareRecordings>("compare a b --fail-above 0").failAbove, 0.0);
    }

    void wordsOfQtAreLeftToQt()
    {
        QCOMPARE(as<OpenWindow>("-platform offscreen a.json").files, QStringList("a.json"));
        QCOMPARE(as<OpenWindow>("-reverse a.json").files, QStringList("a.json"));
    }

    void wordsBehindTwoDashesAreOperands()
    {
        QCOMPARE(as<CheckPlans>("check -- --odd.json").plans, QStringList("--odd.json"));
    }

    void everyCommandExplainsItself_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("usage");
        QTest::newRow("window") << "--help"
                                << "Usage: loopscope [FILE…] [options]";
        QTest::newRow("open") << "open --help"
                              << "Usage: loopscope open FILE… [options]";
        QTest::newRow("run") << "run --help"
                             << "Usage: loopscope run PLAN [options]";
        QTest::newRow("check") << "check --help"
                               << "Usage: loopscope check PLAN… [options]";
        QTest::newRow("plans") << "plans --help"
                               << "Usage: loopscope plans [options]";
        QTest::newRow("show") << "show --help"
                              << "Usage: loopscope show FILE [options]";
        QTest::newRow("listing") << "listing --help"
                                 << "Usage: loopscope listing PLAN [options]";
        QTest::newRow("version") << "--version"
                                 << "loopscope " LOOPSCOPE_VERSION;
        QTest::newRow("version of a command") << "run --version"
                                              << "loopscope " LOOPSCOPE_VERSION;
    }

    void everyCommandExplainsItself()
    {
        QFETCH(QString, line);
        QFETCH(QString, usage);
        const QString text = as<PrintText>(line.toUtf8().constData()).text;
        QVERIFY2(text.startsWith(usage), qPrintable(text));
    }

    void badUseIsOneClearLine_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("says");
        QTest::newRow("option") << "run p --nope"
                                << "loopscope run has no option --nope (see loopscope run --help)";
        QTest::newRow("plan") << "run"
                              << "loopscope run needs PLAN (see loopscope run --help)";
        QTest::newRow("two") << "run a b"
                             << "loopscope run cannot use \"b\" (see loopscope run --help)";
        QTest::newRow("value") << "run a --run"
                               << "--run needs a value: --run NAME";
        QTest::newRow("no value") << "run a --json=3"
                                  << "--json takes no value";
        QTest::newRow("clock") << "run a --clock sun"
                               << "--clock is real or virtual, not \"sun\"";
        QTest::newRow("both") << "run a --log - --json"
                              << "--log - and --json both want standard output";
        QTest::newRow("language") << "listing a --language lisp"
                                  << "--language is one of python, cpp, not \"lisp\"";
        QTest::newRow("theme") << "--theme blue"
                               << "--theme is one of light, dark, not \"blue\"";
        QTest::newRow("at") << "--at 3"
                            << "--at goes with --screenshot";
        QTest::newRow("seconds") << "--screenshot f --at x"
                                 << "--at needs a number of seconds, not \"x\"";
        QTest::newRow("size") << "--screenshot f --size 10x10"
                              << "--size needs WIDTHxHEIGHT from 320x200 to 16384x16384, not \"10x10\"";
        QTest::newRow("scale") << "--scale 9"
                               << "--scale needs a number from 0.5 to 4, not \"9\"";
        QTest::newRow("open") << "open"
                              << "loopscope open needs FILE… (see loopscope open --help)";
        QTest::newRow("bare number") << "compare a b --fail-above 5"
                                     << "--fail-above 5: for so many percent write 5%";
        QTest::newRow("plans") << "plans x"
                               << "loopscope plans cannot use \"x\" (see loopscope plans --help)";
    }

    void badUseIsOneClearLine()
    {
        QFETCH(QString, line);
        QFETCH(QString, says);
        const auto command = parsed(line.toUtf8().constData());
        QVERIFY(!command);
        QCOMPARE(loopscope::line(command.error()), says);
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
