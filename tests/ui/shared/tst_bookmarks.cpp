// SPDX-License-Identifier: MIT
#include "tests/support/story.h"
#include "ui/shared/bookmarks.h"

#include <QSignalSpy>
#include <QTest>

using namespace loopscope;

namespace {

BookmarkPlace at(qint64 ns, quint32 run = 1)
{
    return {{ns}, run};
}

QStringList textsOf(const Bookmarks &bookmarks)
{
    QStringList texts;
    for (const Bookmark &bookmark : bookmarks.all())
        texts << bookmark.text;
    return texts;
}

/// Two runs of 10 ms, where the second begins when the first ends.
Story twoRuns()
{
    Story story;
    for (int run = 0; run < 2; ++run) {
        story.say(EventKind::RunBegin, 10 * run,
                  {.payload = json("{'run':'r','main':'m','clock':'virtual'}")});
        story.say(EventKind::Print, 10 * run + 4, {.payload = json("{'text':'x'}")});
        story.say(EventKind::RunEnd, 10 * run + 10, {.payload = json("{'run':'r','outcome':'result'}")});
    }
    return story;
}

} // namespace

class TestBookmarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theyStandInOrderAndOneAtAPlace()
    {
        Bookmarks bookmarks;
        QSignalSpy changed(&bookmarks, &Bookmarks::changed);
        QVERIFY(bookmarks.put(at(5), QStringLiteral("b")));
        QVERIFY(bookmarks.put(at(1), QStringLiteral("a")));
        QVERIFY(bookmarks.put(at(5, 2), QStringLiteral("c")));
        QVERIFY(bookmarks.put(at(5), QStringLiteral(" renamed ")));
        QCOMPARE(textsOf(bookmarks), (QStringList{"a", "renamed", "c"}));
        QCOMPARE(changed.size(), 4);
        QVERIFY(bookmarks.put(at(5), QStringLiteral("renamed")));
        bookmarks.remove(at(7));
        QCOMPARE(changed.size(), 4);
        bookmarks.remove(at(5));
        QCOMPARE(textsOf(bookmarks), (QStringList{"a", "c"}));
    }

    void afterTheLastComesTheFirst()
    {
        Bookmarks bookmarks;
        QVERIFY(!bookmarks.next(at(0)));
        bookmarks.put(at(1), QStringLiteral("a"));
        bookmarks.put(at(3), QStringLiteral("b"));
        QCOMPARE(bookmarks.next(at(1))->text, QStringLiteral("b"));
        QCOMPARE(bookmarks.next(at(2))->text, QStringLiteral("b"));
        QCOMPARE(bookmarks.next(at(3))->text, QStringLiteral("a"));
    }

    void theyAreChangedUntilTheyAreAsTheyWereSaved()
    {
        Bookmarks bookmarks;
        bookmarks.replace({{at(1), QStringLiteral("a")}});
        QVERIFY(!bookmarks.isChanged());
        bookmarks.put(at(2), QStringLiteral("b"));
        QVERIFY(bookmarks.isChanged());
        bookmarks.remove(at(2));
        QVERIFY(!bookmarks.isChanged());
        bookmarks.remove(at(1));
        QVERIFY(bookmarks.isChanged());
        bookmarks.markSaved();
        QVERIFY(!bookmarks.isChanged());
    }

    void thereAreOnlySoMany()
    {
        Bookmarks bookmarks;
        for (qint64 i = 0; i < mostBookmarks; ++i)
            QVERIFY(bookmarks.put(at(i), {}));
        QVERIFY(!bookmarks.put(at(mostBookmarks), {}));
        QVERIFY(bookmarks.put(at(3), QStringLiteral("renamed")));
    }

    void whereOneRunEndsAnotherMayBegin()
    {
        const Story story = twoRuns();
        const RunId first = story.store.runs()[0].id, second = story.store.runs()[1].id;
        const TracePoint end{10'000'000};
        QCOMPARE(momentOf(story.store, {end, 1}).run, first);
        QCOMPARE(momentOf(story.store, {end, 1}).at, end);
        QCOMPARE(momentOf(story.store, {end, 2}).run, second);
        QCOMPARE(momentOf(story.store, {end, 2}).at, TracePoint());
        QCOMPARE(momentOf(story.store, {end, 0}).run, second);
        for (const RunId run : {first, second}) {
            const auto place = placeOf(story.store, {run, {4'000'000}, {}});
            QCOMPARE(momentOf(story.store, *place).run, run);
            QCOMPARE(momentOf(story.store, *place).at, TracePoint{4'000'000});
        }
    }

    void eventsOfOneInstantHaveEachTheirOwn()
    {
        Story story = twoRuns();
        const EventId print{2}, again{7};
        story.say(EventKind::RunBegin, 30, {.payload = json("{'run':'r','main':'m','clock':'virtual'}")});
        story.say(EventKind::RunEnd, 30, {.payload = json("{'run':'r','outcome':'result'}")});
        const RunId third = story.store.runs()[2].id;
        const auto first = placeOf(story.store, {third, {}, again});
        const auto last = placeOf(story.store, {third, {}, EventId{8}});
        QVERIFY(*first < *last);
        QCOMPARE(momentOf(story.store, *first).event, again);
        QCOMPARE(momentOf(story.store, *last).event, EventId{8});
        const auto between = placeOf(story.store, {story.store.runs()[0].id, {5'000'000}, print});
        QCOMPARE(between->event, 0u); // it happened before
        QCOMPARE(momentOf(story.store, *between).event, print);
        QCOMPARE(momentOf(story.store, {{4'000'000}, 1, 5}).event, print); // 5 is of another run
        QCOMPARE(momentOf(story.store, {{4'000'000}, 1, 4'000'000'000}).event, print);
    }

    void placesOutOfRangeMeanSomethingAllTheSame()
    {
        const Story story = twoRuns();
        constexpr qint64 most = std::numeric_limits<qint64>::max() / 4;
        QCOMPARE(momentOf(story.store, at(most, 1)).run, story.store.runs()[1].id);
        QCOMPARE(momentOf(story.store, at(0, 99)).run, story.store.runs()[0].id);
        QCOMPARE(momentOf(story.store, at(most)).event, EventId{6});
        QVERIFY(!momentOf(Store(), at(1)).run);
        QVERIFY(!placeOf(story.store, {}));
    }
};

QTEST_APPLESS_MAIN(TestBookmarks)
#include "tst_bookmarks.moc"
