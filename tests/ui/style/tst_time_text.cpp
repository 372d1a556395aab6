// SPDX-License-Identifier: MIT
#include "ui/style/time_text.h"

#include <QTest>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

/// Expectations are written with plain spaces.
QString plain(QString text)
{
    return text.replace(QChar(0x202F), u' ');
}

} // namespace

class TestTimeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void instantsShowMicrosecondsInGroups()
    {
        QCOMPARE(plain(instantText({1'001'500'000})), QStringLiteral("1.001 500 s"));
        QCOMPARE(plain(instantDigits({0})), QStringLiteral("0.000 000"));
        QCOMPARE(plain(instantDigits({1'234'567'890'123'456})), QStringLiteral("1 234 567.890 123"));
        QCOMPARE(plain(instantDigits({-1'500})), QStringLiteral("−0.000 002"));
        QCOMPARE(plain(readoutText({1'001'800'000})), QStringLiteral("1.002"));
    }

    void lengthsChooseTheirUnit_data()
    {
        QTest::addColumn<qint64>("ns");
        QTest::addColumn<QString>("text");
        const auto row = [](qint64 ns, const char *text) {
            QTest::newRow(text) << ns << QString::fromUtf8(text);
        };
        row(0, "0 s");
        row(250, "250 ns");
        row(5'000, "5 µs");
        row(12'500, "12.5 µs");
        row(600'000, "0.600 ms");
        row(12'400'000, "12.4 ms");
        row(96'000'000, "96 ms");
        row(999'990'000, "1.000 s");
        row(1'000'500'000, "1.000 5 s");
        row(3'003'000'000, "3.003 s");
        row(1'234'000'000'000, "1 234.000 s");
    }
    void lengthsChooseTheirUnit()
    {
        QFETCH(const qint64, ns);
        QFETCH(const QString, text);
        QCOMPARE(plain(durationText(Nanos(ns))), text);
    }

    void costsAndDifferencesReadAsInTheHeadOfARun()
    {
        QCOMPARE(plain(costText(3'003'500us)), QStringLiteral("3.004 s"));
        QCOMPARE(plain(costText(301ms)), QStringLiteral("0.301 s"));
        QCOMPARE(plain(costText(1'500us)), QStringLiteral("1.500 ms"));
        QCOMPARE(plain(differenceText(1'002ms)), QStringLiteral("+1.002 s"));
        QCOMPARE(plain(differenceText(-500us)), QStringLiteral("−0.500 ms"));
        QCOMPARE(plain(differenceText(0s)), QStringLiteral("0 s"));
    }

    void ticksShowNoMoreDigitsThanTheirStepNeeds()
    {
        QCOMPARE(plain(tickText({1'500'000'000}, 500ms)), QStringLiteral("1.5 s"));
        QCOMPARE(plain(tickText({0}, 500ms)), QStringLiteral("0.0 s"));
        QCOMPARE(plain(tickText({2'000'000'000}, 1s)), QStringLiteral("2 s"));
        QCOMPARE(plain(tickText({200'000'000}, 50ms)), QStringLiteral("200 ms"));
        QCOMPARE(plain(tickText({1'001'200'000}, 200us)), QStringLiteral("1 001.2 ms"));
        QCOMPARE(plain(tickText({-50'000}, 10us)), QStringLiteral("−50 µs"));
        QCOMPARE(plain(tickText({20}, 20ns)), QStringLiteral("20 ns"));
    }

    void amountsAreShort()
    {
        QCOMPARE(plain(bytesText(512)), QStringLiteral("512 B"));
        QCOMPARE(plain(bytesText(2'300)), QStringLiteral("2.3 kB"));
        QCOMPARE(plain(bytesText(78'400)), QStringLiteral("78 kB"));
        QCOMPARE(plain(bytesText(1'400'000)), QStringLiteral("1.4 MB"));
        QCOMPARE(plain(countText(100'000)), QStringLiteral("100 000"));
        QCOMPARE(plain(shareText(0.9985)), QStringLiteral("99.85 %"));
        QCOMPARE(plain(shareText(0.2)), QStringLiteral("20 %"));
    }
};

QTEST_APPLESS_MAIN(TestTimeText)
#include "tst_time_text.moc"
