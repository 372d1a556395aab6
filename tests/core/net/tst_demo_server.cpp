// SPDX-License-Identifier: MIT
#include "core/net/demo/demo_server.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace loopscope;

class TestDemoServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        auto started = DemoServer::start();
        QVERIFY(started);
        m_server = std::move(*started);
        m_client = std::make_unique<QNetworkAccessManager>();
        m_client->setProxy(QNetworkProxy::NoProxy);
    }

    void cleanup()
    {
        m_client.reset(); // closes its connections, so that the server need not wait for them
        m_server.reset();
    }

    void theRootHas31Addresses()
    {
        const QJsonObject root = QJsonDocument::fromJson(bodyOf(u"/"_qs)).object();
        QCOMPARE(root.size(), 31);
        QCOMPARE(root[u"emojis_url"_qs].toString(), u"https://api.github.com/emojis"_qs);
    }

    void documentsAreJson()
    {
        QCOMPARE(QJsonDocument::fromJson(bodyOf(u"/emojis"_qs)).object().size(), 1900);
        QVERIFY(QJsonDocument::fromJson(bodyOf(u"/feeds"_qs)).object().contains(u"_links"_qs));
        QCOMPARE(QJsonDocument::fromJson(bodyOf(u"/chunked?chunks=4&delay=1"_qs)).array().size(), 4);
        const QByteArray big = bodyOf(u"/big?mb=2"_qs);
        QVERIFY(big.size() >= 2'000'000);
        QVERIFY(big.size() < 2'001'000);
        QVERIFY(QJsonDocument::fromJson(big).isArray());
    }

    void aStatusIsAnsweredAsAsked()
    {
        QCOMPARE(get(u"/status/404"_qs)->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 404);
        QCOMPARE(get(u"/status/503"_qs)->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 503);
    }

    void latencyAndDelayTakeTheirTime()
    {
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(QJsonDocument::fromJson(bodyOf(u"/delay/30"_qs)).object()[u"waited_ms"_qs].toInt(), 30);
        QVERIFY(timer.elapsed() >= 30);
        timer.start();
        get(u"/?latency=30"_qs);
        QVERIFY(timer.elapsed() >= 30);
    }

    void aDroppedConnectionIsSeenAsOne()
    {
        QCOMPARE(get(u"/drop"_qs)->error(), QNetworkReply::RemoteHostClosedError);
    }

    void redirectionsEndAtTheRoot()
    {
        QCOMPARE(QJsonDocument::fromJson(bodyOf(u"/redirect?n=3"_qs)).object().size(), 31);
    }

    void stoppingInterruptsAnAnswerThatWaits()
    {
        QElapsedTimer timer;
        timer.start();
        const std::unique_ptr<QNetworkReply> reply(m_client->get(request(u"/delay/600000"_qs)));
        QSignalSpy sent(reply.get(), &QNetworkReply::requestSent);
        QVERIFY(sent.wait());
        m_server.reset();
        QVERIFY(timer.elapsed() < 30'000);
    }

    void serversStandSideBySide()
    {
        auto other = DemoServer::start();
        QVERIFY(other);
        QVERIFY((*other)->url() != m_server->url());
        QCOMPARE(m_server->url().host(), u"127.0.0.1"_qs);
    }

private:
    QNetworkRequest request(const QString &path) const
    {
        return QNetworkRequest(QUrl(m_server->url().toString() + path));
    }

    std::unique_ptr<QNetworkReply> get(const QString &path)
    {
        std::unique_ptr<QNetworkReply> reply(m_client->get(request(path)));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished())
            finished.wait();
        return reply;
    }

    QByteArray bodyOf(const QString &path) { return get(path)->readAll(); }

    std::unique_ptr<DemoServer> m_server;
    std::unique_ptr<QNetworkAccessManager> m_client;
};

QTEST_GUILESS_MAIN(TestDemoServer)
#include "tst_demo_server.moc"
