// SPDX-License-Identifier: MIT
#include "tests/support/story.h"
#include "ui/timeline/bookmark_flags.h"

#include <QTest>

using namespace loopscope;

namespace {

const TimeAxis axis{{{0}, {1'000'000'000}}, 1000}; // a millisecond a pixel

QList<BookmarkFlag> flagsFor(const QList<Bookmark> &bookmarks)
{
    return bookmarkFlags(sleepStory().store, bookmarks, axis, 26, 13);
}

} // namespace

class TestBookmarkFlags : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFlagStandsAtItsInstantWithItsKey()
    {
        const auto flags = flagsFor({{{{100'000'000}, 1}, {}}, {{{200'000'000}, 1}, {}}});
        QCOMPARE(flags.size(), 2);
        QCOMPARE(flags[1].pole, 200.0);
        QCOMPARE(flags[1].pennant, QRectF(200, 12, 13, 13));
        QCOMPARE(flags[1].number, QStringLiteral("2"));
    }

    void onlyNineHaveKeysAndOnlyThoseInViewAreDrawn()
    {
        QList<Bookmark> bookmarks;
        for (qint64 i = 0; i < 12; ++i)
            bookmarks.append({{{i * 100'000'000}, 1}, {}});
        const auto flags = flagsFor(bookmarks);
        QCOMPARE(flags.size(), 11); // one second is the edge
        QCOMPARE(flags[8].number, QStringLiteral("9"));
        QCOMPARE(flags[9].number, QString());
    }

    void theLaterOfTwoIsHit()
    {
        const auto flags = flagsFor({{{{100'000'000}, 1}, {}}, {{{105'000'000}, 1}, {}}});
        QCOMPARE(flagAt(flags, {110, 20})->number, QStringLiteral("2"));
        QCOMPARE(flagAt(flags, {99, 20})->number, QStringLiteral("1"));
        QVERIFY(!flagAt(flags, {130, 20}));
        QVERIFY(!flagAt(flags, {110, 4}));
        QVERIFY(!flagAt({}, {0, 0}));
    }
};

QTEST_APPLESS_MAIN(TestBookmarkFlags)
#include "tst_bookmark_flags.moc"
