// SPDX-License-Identifier: MIT
#include "core/foreign/gzip.h"

#include <QRandomGenerator>
#include <QTest>

#include <zlib.h>

using namespace loopscope;

namespace {

QByteArray gzipped(const QByteArray &text)
{
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray in = text, out(qsizetype(deflateBound(&stream, uLong(in.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(in.data());
    stream.avail_in = uInt(in.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

QByteArray someText()
{
    QRandomGenerator random(1);
    QByteArray text;
    while (text.size() < 1'000'000)
        text += QByteArray::number(random.bounded(100000)) + ' ';
    return text;
}

} // namespace

class TestGzip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasCompressedComesOutAgainHoweverItIsCut()
    {
        const QByteArray text = someText(), file = gzipped(text);
        QVERIFY(isGzip(file));
        for (const qsizetype piece : {qsizetype(7), qsizetype(4096), file.size()}) {
            QByteArray out;
            Inflater inflater([&out](QByteArrayView bytes) { out += bytes.toByteArray(); });
            for (qsizetype at = 0; at < file.size(); at += piece)
                QVERIFY(inflater.feed(QByteArrayView(file).sliced(at, std::min(piece, file.size() - at))));
            QVERIFY(out == text);
            QVERIFY(!inflater.isWithinStream());
        }
    }

    void streamsBehindEachOtherAreOne()
    {
        QByteArray out;
        Inflater inflater([&out](QByteArrayView bytes) { out += bytes.toByteArray(); });
        QVERIFY(inflater.feed(gzipped("one ") + gzipped("two") + QByteArray(10, '\0')));
        QCOMPARE(out, QByteArray("one two"));
    }

    void whatFollowsTheLastStreamIsNotLookedAtHoweverItIsCut()
    {
        const QByteArray file = gzipped("all");
        for (const QByteArray &rest : {QByteArray(40, '\0'), QByteArray("garbage behind")}) {
            for (const qsizetype cut : {file.size(), file.size() + 5}) {
                QByteArray out;
                Inflater inflater([&out](QByteArrayView bytes) { out += bytes.toByteArray(); });
                const QByteArray whole = file + rest;
                QVERIFY(inflater.feed(whole.first(cut)));
                QVERIFY(inflater.feed(whole.sliced(cut)));
                QVERIFY(inflater.feed(rest));
                QCOMPARE(out, QByteArray("all"));
                QVERIFY(!inflater.isWithinStream());
            }
        }
    }

    void theSinkMayStopIt()
    {
        qint64 size = 0;
        Inflater inflater([&](QByteArrayView bytes) {
            size += bytes.size();
            inflater.stop();
        });
        QVERIFY(inflater.feed(gzipped(QByteArray(4 << 20, ' '))));
        QVERIFY(size <= 1 << 18);
    }

    void whatBecomesFarLargerThanAnyTraceDoesIsRefused()
    {
        Inflater inflater([](QByteArrayView) {});
        QVERIFY(!inflater.feed(gzipped(QByteArray(160 << 20, ' '))));
    }

    void aStreamThatIsCutShortIsNoticed()
    {
        QByteArray out;
        Inflater inflater([&out](QByteArrayView bytes) { out += bytes.toByteArray(); });
        const QByteArray file = gzipped(someText());
        QVERIFY(inflater.feed(file.first(file.size() / 2)));
        QVERIFY(inflater.isWithinStream());
        QVERIFY(out.size() > 100000);
    }

    void damageIsAProblem()
    {
        QByteArray file = gzipped(someText());
        file.replace(file.size() / 2, 100, QByteArray(100, '\xFF'));
        Inflater inflater([](QByteArrayView) {});
        QVERIFY(!inflater.feed(file));
    }

    void aBombIsRefused()
    {
        const QByteArray file = gzipped(QByteArray(4 << 20, ' '));
        qint64 size = 0;
        Inflater inflater([&size](QByteArrayView bytes) { size += bytes.size(); }, {.most = 1 << 20});
        const auto fed = inflater.feed(file);
        QVERIFY(!fed);
        QVERIFY(message(fed.error()).contains(QStringLiteral("refused")));
        QVERIFY(size <= 1 << 20);

        Inflater frugal([&size](QByteArrayView bytes) { size += bytes.size(); }, {.ratio = 10, .free = 1000});
        QVERIFY(!frugal.feed(file));
    }
};

QTEST_APPLESS_MAIN(TestGzip)
#include "tst_gzip.moc"
