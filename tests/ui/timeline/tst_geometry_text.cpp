// SPDX-License-Identifier: MIT
#include "tests/support/story.h"
#include "ui/timeline/geometry_text.h"

#include <QTest>

using namespace loopscope;
using enum EventKind;

namespace {

constexpr TimeSpan second{{0}, {1'000'000'000}};

QString picture(const Store &store, TimeSpan span = second)
{
    return geometryText(store, span, 1000).replace(QChar(0x202F), u' ');
}

void sayRun(Story &story, double at, const char *name, double cost, const char *outcome = "result")
{
    story.say(RunBegin, at,
              {.payload = json("{'run':'NAME','main':'f','clock':'real'}").replace("NAME", name)});
    story.say(RunEnd, at + cost,
              {.payload = json("{'outcome':'OUT','cost':").replace("OUT", outcome) +
                          QByteArray::number(cost / 1000) + '}'});
}

} // namespace

class TestGeometryText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tutorialRunLooksLikeThis()
    {
        const Story story = sleepStory();
        QCOMPARE(picture(story.store, {{0}, {1'100'000'000}}).section(u'\n', 0, 14),
                 QStringLiteral("run gather y 0.0+36.0\n"
                                "  cost 0.0+911.3 @9.0+18.0 \"f2()\"\n"
                                "  cost at 911.3 @18.0 \"1.002 s\"\n"
                                "loop y 36.0+18.0\n"
                                "  idle 0.0+911.5 @4.0+10.0\n"
                                "  busy 0.0+3.0 @4.0+10.0\n"
                                "  busy 910.0+3.0 @4.0+10.0\n"
                                "task f2 #1 y 54.0+32.0\n"
                                "  created 0.0+1.0 @15.0+2.0\n"
                                "  suspended 0.3+910.8 @9.0+14.0 \"gather: 2 tasks\"\n"
                                "  ready 0.0+2.5 @16.0+11.0\n"
                                "  ready 911.1+2.5 @16.0+11.0\n"
                                "  running 0.1+3.0 @5.0+22.0\n"
                                "  running 911.2+3.0 @5.0+22.0\n"
                                "  done at 914.2 @16.0"));
    }

    void arrowsAreInTheText()
    {
        const QString text = picture(sleepStory().store);
        QVERIFY2(text.contains(QStringLiteral("creates task f2 #1 at 0.2 to task b #2 at 0.2")),
                 qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("wakes loop at 1001.3 to task b #2 at 1001.3")),
                 qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("wakes task b #2 at 1002.1 to task f2 #1 at 1002.2")),
                 qPrintable(text));
    }

    void equalRecordingsLookEqualAndOthersDoNot()
    {
        QCOMPARE(picture(sleepStory().store), picture(sleepStory().store));
        Story longer = sleepStory();
        longer.say(Print, 1003, {.payload = json("{'text':'one more'}")});
        QVERIFY(picture(longer.store) != picture(sleepStory().store));
    }

    void slowerRunShowsWhatItCostsMore()
    {
        Story story;
        sayRun(story, 0, "slow", 800);
        sayRun(story, 1000, "quick", 600);
        const QString text = picture(story.store);
        QVERIFY2(text.contains(QStringLiteral("  cost 0.0+600.0 @9.0+18.0 \"f()\"\n"
                                              "  excess 600.0+200.0 @9.0+18.0 \"+0.200 s\"\n"
                                              "  cost at 800.0 @18.0 \"0.800 s\"\n"
                                              "  note at 800.0 @18.0 \"+33.3 %\"")),
                 qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("good at 600.0 @18.0 \"fastest\"")), qPrintable(text));
    }

    void failedRunIsNotTheFastest()
    {
        Story story;
        sayRun(story, 0, "slow", 800);
        sayRun(story, 1000, "fails at once", 10, "exception");
        const QString text = picture(story.store);
        QVERIFY2(!text.contains(QStringLiteral("fastest")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("bad at 10.0 @18.0 \"failed\"")), qPrintable(text));
    }

    void requestIsAWaterfallOfThePhasesSeen()
    {
        Story story;
        story.say(RunBegin, 0);
        story.say(Created, 0, {.task = 1});
        story.say(RequestQueued, 10,
                  {.task = 1, .payload = json("{'method':'GET','url':'http://x/a?b=1'}"), .subject = 1});
        story.say(RequestConnecting, 20, {.subject = 1});
        story.say(RequestSent, 50, {.subject = 1});
        story.say(RequestHeaders, 150, {.payload = json("{'status':200}"), .subject = 1});
        story.say(RequestDone, 250, {.payload = json("{'status':200,'bytes':2300}"), .subject = 1});
        const QString text = picture(story.store);
        QVERIFY2(text.contains(QStringLiteral("  queued 10.0+10.0 @12.0+2.0\n"
                                              "  connect 20.0+30.0 @8.0+10.0\n"
                                              "  server 50.0+100.0 @6.0+14.0 \"server 100 ms\"\n"
                                              "  receive 150.0+100.0 @4.0+18.0 \"receive 100 ms\"\n"
                                              "  note at 250.0 @13.0 \"2.3 kB, 240 ms\"")),
                 qPrintable(text));
    }

    void longPassOnTheRealClockIsLag()
    {
        Story story;
        story.say(RunBegin, 0, {.payload = json("{'run':'r','main':'f','clock':'real'}")});
        story.say(PassBegin, 100, {.subject = 1});
        story.say(PassEnd, 300, {.subject = 1});
        QVERIFY(picture(story.store).contains(QStringLiteral("lag at 300.0 @9.0 \"200 ms\"")));
    }

    void passesTooCloseToTellApartShowTheirShare()
    {
        Story story;
        story.say(RunBegin, 0);
        for (quint32 i = 0; i < 500; ++i) {
            story.say(PassBegin, i, {.subject = i + 1});
            story.say(PassEnd, i + 0.5, {.subject = i + 1});
        }
        const QString text = picture(story.store);
        QVERIFY2(text.contains(QStringLiteral("busy 300.0+3.0 @9.0+5.0")),
                 qPrintable(text)); // half of ten pixels
    }

    void emptyStoreIsAnEmptyPicture() { QCOMPARE(picture(Store()), QString()); }
};

QTEST_APPLESS_MAIN(TestGeometryText)
#include "tst_geometry_text.moc"
