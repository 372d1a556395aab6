// SPDX-License-Identifier: MIT
#include "tests/core/net/fetch_harness.h"

#include "core/loop/sleep.h"
#include "core/net/demo/demo_server.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QThread>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

QCoro::Task<> fetchTwice(Fetcher *fetcher, QUrl url)
{
    co_await fetcher->get(url);
    co_await fetcher->get(url);
}

QCoro::Task<> fetchThree(Fetcher *fetcher)
{
    co_await gather(fetcher->get(QUrl(u"demo:/?latency=40"_qs)), fetcher->get(QUrl(u"demo:/emojis?latency=40"_qs)),
                    fetcher->get(QUrl(u"demo:/feeds?latency=40"_qs)));
}

QCoro::Task<> untilSent(const Heard *heard)
{
    while (!heard->phasesOf(1).endsWith('S'))
        co_await sleep(1ms);
}

QCoro::Task<> cancelWhileWaiting(Fetcher *fetcher, QUrl url, const Heard *heard)
{
    const auto task = createTask(fetchOnly, fetcher, url);
    co_await untilSent(heard);
    task.cancel(u"enough"_qs);
    co_await task;
}

QCoro::Task<> leaveOneBehind(Fetcher *fetcher, QUrl url, const Heard *heard)
{
    createTask(fetchOnly, fetcher, url);
    co_await untilSent(heard);
}

std::any currentThread(const QByteArray &)
{
    return QThread::currentThread();
}

QCoro::Task<> readOn(Fetcher *fetcher, QUrl url, QThread **thread)
{
    const Fetched answer = co_await fetcher->get(std::move(url), currentThread);
    *thread = std::any_cast<QThread *>(answer.value);
}

std::any refuse(const QByteArray &)
{
    throw TypeError(u"not what was wanted"_qs);
}

QCoro::Task<> readAndRefuse(Fetcher *fetcher, QUrl url)
{
    co_await fetcher->get(std::move(url), refuse);
}

QUrl demo(const char *path)
{
    return QUrl(u"demo:"_qs + QString::fromLatin1(path));
}

QJsonObject payloadOf(const Emission &event)
{
    return QJsonDocument::fromJson(event.payload).object();
}

} // namespace

class TestFetch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto started = DemoServer::start();
        QVERIFY(started);
        m_server = std::move(*started);
    }

    void aDocumentArrivesPhaseByPhase()
    {
        FetchHarness harness(m_server->url());
        Fetched answer;
        QVERIFY(harness.run(fetchInto, demo("/"), &answer).good);
        QCOMPARE(answer.status, 200);
        QCOMPARE(QJsonDocument::fromJson(answer.body).object().size(), 31);
        QVERIFY(!answer.body.contains('\n'));
        QCOMPARE(harness.heard.phasesOf(1), "QCSHD");

        QCOMPARE(payloadOf(harness.heard.last(EventKind::RequestQueued))[u"url"_qs].toString(), u"demo:/"_qs);
        const QJsonObject headers = payloadOf(harness.heard.last(EventKind::RequestHeaders));
        QCOMPARE(headers[u"status"_qs].toInt(), 200);
        QVERIFY(headers[u"headers"_qs].toObject()[u"Content-Type"_qs].toString().startsWith(u"application/json"));
        const QJsonObject done = payloadOf(harness.heard.last(EventKind::RequestDone));
        QCOMPARE(done[u"body"_qs].toObject().size(), 31);
        QVERIFY(done[u"bytes"_qs].toInt() > answer.body.size());
    }

    void eachPhaseIsCausedByTheOneBeforeAndTheTaskWakesBecauseOfTheLast()
    {
        FetchHarness harness(m_server->url());
        harness.run(fetchOnly, demo("/"));
        quint32 last = 0, done = 0;
        for (quint32 id = 1; const Emission &event : harness.heard.events) {
            if (Heard::isRequest(event.kind)) {
                QVERIFY(last == 0 || event.cause.value == last);
                last = id;
            }
            if (event.kind == EventKind::RequestDone)
                done = id;
            ++id;
        }
        QVERIFY(done != 0);
        const auto wakes = [done](const Emission &event) {
            return event.kind == EventKind::Ready && event.cause.value == done;
        };
        QVERIFY(std::any_of(harness.heard.events.begin(), harness.heard.events.end(), wakes));
    }

    void aKeptConnectionIsUsedAgain()
    {
        FetchHarness harness(m_server->url());
        QVERIFY(harness.run(fetchTwice, demo("/feeds")).good);
        QCOMPARE(harness.heard.phasesOf(1), "QCSHD");
        QCOMPARE(harness.heard.phasesOf(2), "QSHD");
    }

    void threeGatheredAreOnTheirWayTogether()
    {
        FetchHarness harness(m_server->url());
        QVERIFY(harness.run(fetchThree).good);
        int sent = 0;
        for (const Emission &event : harness.heard.events) {
            sent += event.kind == EventKind::RequestSent;
            if (event.kind == EventKind::RequestHeaders)
                break;
        }
        QCOMPARE(sent, 3);
    }

    void piecesAreJoined()
    {
        FetchHarness harness(m_server->url());
        Fetched answer;
        harness.run(fetchInto, demo("/chunked?chunks=7&delay=2"), &answer);
        QCOMPARE(QJsonDocument::fromJson(answer.body).array().size(), 7);
    }

    void whatGoesWrongIsAnErrorWithAClearText_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::addColumn<QString>("error");
        QTest::newRow("not found") << demo("/status/404") << u"OSError: HTTP 404"_qs;
        QTest::newRow("server error") << demo("/status/503") << u"OSError: HTTP 503"_qs;
        QTest::newRow("unknown path") << demo("/nowhere") << u"OSError: HTTP 404"_qs;
        QTest::newRow("broken off") << demo("/drop") << u"ConnectionError: %1 closed the connection"_qs;
        QTest::newRow("no JSON") << demo("/not-json")
                                 << u"ValueError: the body is no JSON: Invalid value. (line 1, column 1)"_qs;
        QTest::newRow("too many redirections") << demo("/redirect?n=11") << u"OSError: more than 10 redirections"_qs;
        QTest::newRow("another scheme") << QUrl(u"file:///etc/hostname"_qs)
                                        << u"ValueError: \"file:///etc/hostname\" is no http or https address"_qs;
        QTest::newRow("no address") << QUrl(u"nonsense"_qs)
                                    << u"ValueError: \"nonsense\" is no http or https address"_qs;
    }

    void whatGoesWrongIsAnErrorWithAClearText()
    {
        QFETCH(QUrl, url);
        QFETCH(QString, error);
        FetchHarness harness(m_server->url());
        QCOMPARE(harness.errorOf(fetchOnly, url), error.replace(u"%1"_qs, m_server->url().authority()));
        if (!harness.heard.phasesOf(1).isEmpty())
            QVERIFY(error.endsWith(payloadOf(harness.heard.last(EventKind::RequestDone))[u"error"_qs].toString()));
    }

    void aRefusedConnectionIsAConnectionError()
    {
        auto gone = DemoServer::start();
        QVERIFY(gone);
        const QUrl url = (*gone)->url();
        gone->reset();
        FetchHarness harness(url);
        QCOMPARE(harness.errorOf(fetchOnly, demo("/")),
                 u"ConnectionError: %1 refused the connection"_qs.arg(url.authority()));
    }

    void withoutADemoServerThereIsNone()
    {
        FetchHarness harness({});
        QCOMPARE(harness.errorOf(fetchOnly, demo("/")), u"OSError: there is no demo server"_qs);
    }

    void tenRedirectionsAreFollowed()
    {
        FetchHarness harness(m_server->url());
        Fetched answer;
        harness.run(fetchInto, demo("/redirect?n=10"), &answer);
        QCOMPARE(QJsonDocument::fromJson(answer.body).object().size(), 31);
    }

    void patienceEnds()
    {
        FetchHarness harness(m_server->url(), {.timeout = 40ms});
        QCOMPARE(harness.errorOf(fetchOnly, demo("/delay/600000")), u"TimeoutError: no answer within 0.04 s"_qs);
    }

    void aBodyIsReadUpToItsLimitAndNotBeyond()
    {
        Fetched answer;
        FetchHarness unlimited(m_server->url());
        unlimited.run(fetchInto, demo("/feeds"), &answer);
        const qint64 size = payloadOf(unlimited.heard.last(EventKind::RequestDone))[u"bytes"_qs].toInteger();
        FetchHarness enough(m_server->url(), {.bodyBytes = size});
        QVERIFY(enough.run(fetchOnly, demo("/feeds")).good);
        FetchHarness tooLittle(m_server->url(), {.bodyBytes = size - 1});
        QCOMPARE(tooLittle.errorOf(fetchOnly, demo("/feeds")),
                 u"OSError: the body is larger than %1 bytes"_qs.arg(size - 1));
    }

    void aCancelledTaskAbortsItsTransfer()
    {
        FetchHarness harness(m_server->url());
        QCOMPARE(harness.errorOf(cancelWhileWaiting, demo("/delay/600000"), &harness.heard),
                 u"CancelledError: enough"_qs);
        QCOMPARE(payloadOf(harness.heard.last(EventKind::RequestDone))[u"error"_qs].toString(), u"cancelled"_qs);
        QCOMPARE(harness.heard.phasesOf(1), "QCSD");
    }

    void aFetchLeftBehindIsAbortedAtTheEndOfTheRun()
    {
        FetchHarness harness(m_server->url());
        QVERIFY(harness.run(leaveOneBehind, demo("/delay/600000"), &harness.heard).good);
        QCOMPARE(harness.heard.phasesOf(1), "QCSD");
    }

    void largeBodiesAreReadOnAnotherThread()
    {
        FetchHarness harness(m_server->url());
        QThread *thread = nullptr;
        QVERIFY(harness.run(readOn, demo("/feeds"), &thread).good);
        QCOMPARE(thread, QThread::currentThread());
        QVERIFY(harness.run(readOn, demo("/big?mb=1"), &thread).good);
        QVERIFY(thread != QThread::currentThread());
    }

    void whatAReaderThrowsReachesTheTask()
    {
        FetchHarness harness(m_server->url());
        QCOMPARE(harness.errorOf(readAndRefuse, demo("/feeds")), u"TypeError: not what was wanted"_qs);
        QCOMPARE(harness.errorOf(readAndRefuse, demo("/big?mb=1")), u"TypeError: not what was wanted"_qs);
    }

private:
    std::unique_ptr<DemoServer> m_server;
};

QTEST_GUILESS_MAIN(TestFetch)
#include "tst_fetch.moc"
