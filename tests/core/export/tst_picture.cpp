// SPDX-License-Identifier: MIT
#include "core/export/html_export.h"
#include "core/export/lane_pieces.h"
#include "core/export/markup.h"
#include "core/export/svg_export.h"
#include "exported.h"
#include "tests/core/analysis/session_story.h"
#include "tests/core/session/random_recording.h"

#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

QByteArray svgOf(const Store &store, const RecordingInfo &info = {})
{
    return exported([&](TextSink &out) { exportSvg(store, info, out); });
}

QByteArray htmlOf(const Store &store, const RecordingInfo &info = {})
{
    return exported([&](TextSink &out) { exportHtml(store, info, out); });
}

/// The names of all elements and attributes, once each; "broken: why" when it is no XML.
QString vocabularyOf(const QByteArray &xml)
{
    QXmlStreamReader reader(xml);
    QSet<QString> names;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        names << reader.name().toString();
        for (const QXmlStreamAttribute &attribute : reader.attributes())
            names << u'@' + attribute.name().toString();
    }
    if (reader.hasError())
        return QStringLiteral("broken: ") + reader.errorString();
    QStringList sorted(names.begin(), names.end());
    sorted.sort();
    return sorted.join(u' ');
}

Story denseStory(int steps)
{
    Story story;
    story.say(EventKind::RunBegin, 0, {.payload = json("{'run':'r','main':'m','clock':'real'}")});
    story.say(EventKind::Created, 0, {.task = 1, .payload = json("{'task':'t','coro':'m'}")});
    for (int step = 0; step < steps; ++step) { // a quarter running, three quarters suspended
        story.say(EventKind::Resumed, step * 0.4, {.task = 1});
        story.say(EventKind::Suspended, step * 0.4 + 0.1, {.task = 1});
    }
    story.say(EventKind::Done, steps * 0.4, {.task = 1, .payload = json("{'outcome':'result'}")});
    story.say(EventKind::RunEnd, steps * 0.4, {.payload = json("{'outcome':'result','cost':1}")});
    return story;
}

} // namespace

class TestPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void markupLeavesNothingThatMeansSomething()
    {
        QCOMPARE(markup(u"<a href=\"x\" b='y'>&</a>"),
                 "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;&lt;/a&gt;");
        const QString turning = QStringLiteral("a") + QChar(0x202e) + u'b' + QChar(0x2069) + QChar(0x1b);
        QCOMPARE(markup(turning), "a\\u202eb\\u2069\\u001b");
        const QString halves = QString(QChar(0xd800)) + u'x' + QChar(0xdc00);
        QCOMPARE(markup(halves), "\\ud800x\\udc00");
        QCOMPARE(markup(QStringLiteral("😀\n\t")), "😀\n\t");
        QCOMPARE(shortMarkup(QStringLiteral("a\nb  c"), 9), "a b c");
        QCOMPARE(shortMarkup(QStringLiteral("abcdef"), 4), "abc…");
        QCOMPARE(shortMarkup(QStringLiteral("abc😀f"), 5), "abc…");
    }

    void hostileNamesAddNoElementToThePicture()
    {
        const QString usual = vocabularyOf(svgOf(hostileStory(QStringLiteral("plain")).store));
        QVERIFY2(!usual.startsWith(u"broken") && !usual.contains(u"script"), qPrintable(usual));
        for (const QString &name : hostileNames())
            QCOMPARE(vocabularyOf(svgOf(hostileStory(name).store, titled(name))), usual);
    }

    void hostileNamesAddNoTagToThePage()
    {
        static const QRegularExpression tag(QStringLiteral("<[^>]*>"));
        const auto tagsOf = [](const QByteArray &html) {
            QSet<QString> tags;
            for (auto match = tag.globalMatch(QString::fromUtf8(html)); match.hasNext();) {
                const QString found = match.next().captured();
                tags << found.section(u' ', 0, 0).remove(u'>').remove(u'/');
            }
            return tags;
        };
        const auto page = [](const QString &name) {
            RecordingInfo info;
            info.title = info.planName = info.machine = info.notes = name;
            info.planText = name.toUtf8();
            return htmlOf(hostileStory(name).store, info);
        };
        const QSet<QString> usual = tagsOf(page(QStringLiteral("plain")));
        QVERIFY(!usual.contains(QStringLiteral("<script")) && !usual.contains(QStringLiteral("<img")));
        for (const QString &name : hostileNames())
            QCOMPARE(tagsOf(page(name)), usual);
    }

    void thePageNeedsNoNetworkAndNoScript()
    {
        const QByteArray page = htmlOf(sleepStory().store, titled(QStringLiteral("t")));
        QVERIFY(page.contains("default-src 'none'"));
        QVERIFY(!page.contains("<script") && !page.contains("src=") && !page.contains("href="));
        QVERIFY(!page.contains("@import") && !page.contains("url(http"));
        QVERIFY(page.contains("<svg ") && page.contains("<table>") && page.contains("Resuming b"));
        QVERIFY(page.contains("prefers-color-scheme:dark"));
    }

    void thePageSaysWhatWasLost()
    {
        Story story;
        story.say(EventKind::RunBegin, 0, {.payload = json("{'run':'r','main':'m','clock':'real'}")});
        story.say(EventKind::EventsLost, 1, {.subject = 12});
        story.say(EventKind::RunEnd, 2, {.payload = json("{'run':'r','outcome':'result','cost':0.002}")});
        QVERIFY(htmlOf(story.store).contains("<h2>run r: result, cost 0.002 s, 12 events lost</h2>"));
    }

    void aSessionHasItsFiguresOnThePage()
    {
        const QByteArray page = htmlOf(sessionStory({4, 2, 6}).store);
        QVERIFY(page.contains("<h2>r: 3 repeats, real clock</h2>"));
        QVERIFY(page.contains("<td>cost</td><td class=\"n\">0.004</td>"));
    }

    void aStateIsARectangleWhereItLay()
    {
        const Story story = sleepStory();
        const RunInfo &run = story.store.runs()[0];
        const PictureScale scale{Nanos(1002600us), 100, 1002.6};
        const auto pieces = lanePieces(*story.store.task(TaskId{2}), run, scale);
        QCOMPARE(pieces.size(), size_t(6));
        QCOMPARE(pieces[3].state, TaskState::Suspended);
        QVERIFY(std::abs(pieces[3].x - 100.5) < 0.001);
        QVERIFY(std::abs(pieces[3].width - 1000.82) < 0.001);
        QCOMPARE(pieces[3].length, Nanos(1000820us));
    }

    void aDenseLaneShowsTheMixAndStaysSmall()
    {
        const Story story = denseStory(20000);
        const RunInfo &run = story.store.runs()[0];
        const PictureScale scale{*run.end - run.begin, 0, 1000};
        const auto pieces = lanePieces(*story.store.task(TaskId{1}), run, scale);
        QVERIFY(pieces.size() <= 4000);
        double running = 0, suspended = 0;
        for (const LanePiece &piece : pieces)
            (piece.state == TaskState::Running ? running : suspended) += piece.width * piece.height;
        QVERIFY(std::abs(running - 250) < 5);
        QVERIFY(std::abs(suspended - 750) < 5);
        QVERIFY(svgOf(story.store).size() < 200'000);
    }

    void aLoopOfManyPassesIsAsHighAsItWasBusy()
    {
        Story story;
        story.say(EventKind::RunBegin, 0, {.payload = json("{'run':'r','main':'m','clock':'real'}")});
        for (quint32 pass = 1; pass <= 4000; ++pass) { // busy for half of the first half
            story.say(EventKind::PassBegin, pass * 0.25, {.subject = pass});
            story.say(EventKind::PassEnd, pass * 0.25 + (pass < 2000 ? 0.125 : 0), {.subject = pass});
        }
        story.say(EventKind::RunEnd, 1000, {.payload = json("{'outcome':'result','cost':1}")});
        const QByteArray svg = svgOf(story.store);
        static const QRegularExpression bar(QStringLiteral("class=\"ls-loop\"[^>]*height=\"([0-9.]+)\""));
        double area = 0;
        for (auto match = bar.globalMatch(QString::fromLatin1(svg)); match.hasNext();)
            area += match.next().captured(1).toDouble();
        QVERIFY2(area > 2900 && area < 3200, qPrintable(QString::number(area))); // 505 columns of 5, 505 of 1
        QVERIFY(svg.size() < 200'000);
    }

    void aPassWithoutAnEndIsOverWhenTheNextBegins()
    {
        Story story;
        story.say(EventKind::RunBegin, 0, {.payload = json("{'run':'r','main':'m','clock':'real'}")});
        story.say(EventKind::PassBegin, 0, {.subject = 1});
        story.say(EventKind::PassBegin, 100, {.subject = 2});
        story.say(EventKind::PassEnd, 200, {.subject = 2});
        story.say(EventKind::RunEnd, 1000, {.payload = json("{'outcome':'result','cost':1}")});
        static const QRegularExpression bar(QStringLiteral("class=\"ls-loop\"[^>]*width=\"([0-9.]+)\""));
        QList<double> widths;
        for (auto match = bar.globalMatch(QString::fromLatin1(svgOf(story.store))); match.hasNext();)
            if (const double width = match.next().captured(1).toDouble(); width > 50) // the legend has one, too
                widths << width;
        QCOMPARE(widths.size(), 2);
        QVERIFY2(std::abs(widths[0] - widths[1]) < 1, qPrintable(QString::number(widths[0])));
    }

    void manyLanesAreCountedAndNotDrawn()
    {
        Story story;
        story.say(EventKind::RunBegin, 0, {.payload = json("{'run':'r','main':'m','clock':'real'}")});
        for (quint32 task = 1; task <= 5000; ++task)
            story.say(EventKind::Created, 1, {.task = task, .payload = json("{'coro':'m'}")});
        const QByteArray svg = svgOf(story.store);
        QVERIFY(svg.contains(">4601 more lanes are not drawn.<"));
        QVERIFY(svg.size() < 300'000);
        QVERIFY(htmlOf(story.store).contains("and 4500 more"));
    }

    void ticksAreRoundAndFew_data()
    {
        QTest::addColumn<qint64>("length");
        QTest::addColumn<QByteArray>("second");
        QTest::newRow("one") << qint64(1) << QByteArray("1 ns");
        QTest::newRow("ns") << qint64(7) << QByteArray("1 ns");
        QTest::newRow("ms") << qint64(3'000'000) << QByteArray("0.5 ms");
        QTest::newRow("s") << qint64(4'000'000'000) << QByteArray("0.5 s");
        QTest::newRow("days") << qint64(86'400'000'000'000) << QByteArray("10000 s");
        QTest::newRow("all time") << std::numeric_limits<qint64>::max() << QByteArray("1000000000 s");
    }

    void ticksAreRoundAndFew()
    {
        QFETCH(qint64, length);
        QFETCH(QByteArray, second);
        const auto ticks = ticksFor(Nanos(length), 10);
        QVERIFY(ticks.size() <= 11);
        QCOMPARE(ticks.at(1).text, second);
    }

    void anyRecordingIsAPicture()
    {
        QVERIFY(svgOf(Store()).contains("This recording has no runs."));
        QVERIFY(htmlOf(Store()).endsWith("</html>\n"));
        for (quint32 seed = 1; seed <= 30; ++seed) {
            Store wild;
            for (const Record &record : wildRecording(seed, 300))
                wild.append(record);
            QVERIFY(!vocabularyOf(svgOf(wild)).startsWith(u"broken"));
            QVERIFY(htmlOf(wild).endsWith("</html>\n"));
        }
    }
};

QTEST_GUILESS_MAIN(TestPicture)
#include "tst_picture.moc"
