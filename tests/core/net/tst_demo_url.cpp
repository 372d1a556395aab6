// SPDX-License-Identifier: MIT
#include "core/net/demo_url.h"

#include <QTest>

using namespace loopscope;

class TestDemoUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void demoAddressesGoToTheServer_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::addColumn<QUrl>("resolved");
        QTest::newRow("root") << QUrl(u"demo:/"_qs) << QUrl(u"http://127.0.0.1:8080/"_qs);
        QTest::newRow("path and query") << QUrl(u"demo:/emojis?latency=5&x=a%20b"_qs)
                                        << QUrl(u"http://127.0.0.1:8080/emojis?latency=5&x=a%20b"_qs);
        QTest::newRow("without a slash") << QUrl(u"demo:feeds"_qs) << QUrl(u"http://127.0.0.1:8080/feeds"_qs);
        QTest::newRow("nothing after it") << QUrl(u"demo:"_qs) << QUrl(u"http://127.0.0.1:8080/"_qs);
        QTest::newRow("any other stays") << QUrl(u"https://api.github.com"_qs) << QUrl(u"https://api.github.com"_qs);
    }

    void demoAddressesGoToTheServer()
    {
        QFETCH(QUrl, url);
        QTEST(resolvedUrl(url, QUrl(u"http://127.0.0.1:8080"_qs)), "resolved");
    }

    void withoutAServerADemoAddressLeadsNowhere()
    {
        QVERIFY(!resolvedUrl(QUrl(u"demo:/emojis"_qs), {}).isValid());
        QCOMPARE(resolvedUrl(QUrl(u"http://a/"_qs), {}), QUrl(u"http://a/"_qs));
    }
};

QTEST_GUILESS_MAIN(TestDemoUrl)
#include "tst_demo_url.moc"
