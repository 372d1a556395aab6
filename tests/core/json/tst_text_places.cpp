// SPDX-License-Identifier: MIT
#include "core/json/text_places.h"

#include <QTest>

using namespace loopscope;

class TestTextPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAndColumnsCountFromOne()
    {
        const TextPlaces places("ab\n\ncd");
        QCOMPARE(places.at(0), (TextPlace{1, 1}));
        QCOMPARE(places.at(2), (TextPlace{1, 3}));
        QCOMPARE(places.at(3), (TextPlace{2, 1}));
        QCOMPARE(places.at(5), (TextPlace{3, 2}));
        QCOMPARE(places.at(99), (TextPlace{3, 3}));
    }

    void columnsAreUtf16Units()
    {
        const QByteArray text = "\xC3\xA9\xF0\x9F\x92\xA1x"; // é, a light bulb, x
        QCOMPARE(TextPlaces(text).at(2), (TextPlace{1, 2}));
        QCOMPARE(TextPlaces(text).at(6), (TextPlace{1, 4}));
    }

    /// Every place of a long line is what reading the line from its beginning gives.
    void longLinesAreNoDifferent()
    {
        const QByteArray text = "x\n" + QByteArray("\xC3\xA9\xF0\x9F\x92\xA1yz").repeated(3000);
        const TextPlaces places(text);
        for (qsizetype at = 2; at < text.size(); at += 8) {
            const qsizetype unitsBefore = (at - 2) / 8 * 5;
            QCOMPARE(places.at(at), (TextPlace{2, int(unitsBefore) + 1}));
        }
    }
};

QTEST_APPLESS_MAIN(TestTextPlaces)
#include "tst_text_places.moc"
