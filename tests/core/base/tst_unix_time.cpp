// SPDX-License-Identifier: MIT
#include "core/base/unix_time.h"

#include <QTest>

using namespace loopscope;

class TestUnixTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatFitsIsExactAndWhatDoesNotIsNoTime_data()
    {
        QTest::addColumn<QString>("time");
        QTest::addColumn<qint64>("nanos");
        QTest::newRow("beginning") << "1970-01-01T00:00:00Z" << qint64(0);
        QTest::newRow("a millisecond") << "1970-01-01T00:00:00.001Z" << qint64(1'000'000);
        QTest::newRow("before") << "1969-12-31T23:59:59Z" << qint64(-1'000'000'000);
        QTest::newRow("last year") << "2262-01-01T00:00:00Z" << qint64(9'214'646'400'000'000'000);
        QTest::newRow("beyond") << "2263-01-01T00:00:00Z" << qint64(0);
        QTest::newRow("far beyond") << "9999-12-31T00:00:00Z" << qint64(0);
        QTest::newRow("long ago") << "1066-10-14T00:00:00Z" << qint64(0);
        QTest::newRow("none") << "soon" << qint64(0);
    }
    void whatFitsIsExactAndWhatDoesNotIsNoTime()
    {
        QFETCH(QString, time);
        QFETCH(qint64, nanos);
        QCOMPARE(unixNanos(QDateTime::fromString(time, Qt::ISODateWithMs)), nanos);
    }
};

QTEST_APPLESS_MAIN(TestUnixTime)
#include "tst_unix_time.moc"
