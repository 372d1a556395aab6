// SPDX-License-Identifier: MIT
#include "core/export/otlp_sender.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

/// A collector that answers every request with the same bytes, and keeps what it was sent.
class Collector : public QTcpServer
{
public:
    explicit Collector(QByteArray answer) : m_answer(std::move(answer))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, &Collector::accept);
    }

    [[nodiscard]] QUrl url() const
    {
        return *otlpUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort()));
    }

    QByteArrayList heads, bodies;

private:
    void accept()
    {
        QTcpSocket *socket = nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    }
    void read(QTcpSocket *socket)
    {
        QByteArray &text = m_texts[socket];
        text += socket->readAll();
        const qsizetype end = text.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArray head = text.left(end);
        const qsizetype at = head.toLower().indexOf("content-length:");
        const qsizetype length = head.mid(at + 15, head.indexOf('\r', at) - at - 15).trimmed().toLongLong();
        if (text.size() < end + 4 + length)
            return;
        heads << head;
        bodies << text.mid(end + 4, length);
        text.clear();
        socket->write(m_answer);
    }

    const QByteArray m_answer;
    QHash<QTcpSocket *, QByteArray> m_texts;
};

QByteArray answer(const QByteArray &status, const QByteArray &body)
{
    return "HTTP/1.1 " + status +
           "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\n\r\n" + body;
}

Result<void> sent(const OtlpEndpoint &endpoint, const QByteArrayList &requests)
{
    OtlpSender sender(endpoint);
    QSignalSpy finished(&sender, &OtlpSender::finished);
    sender.start(requests);
    if (finished.isEmpty() && !finished.wait())
        return failure({"never finished"});
    return sender.result();
}

} // namespace

class TestOtlpSender : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsArriveInOrderWithTheirHeaders()
    {
        Collector collector(answer("200 OK", "{}"));
        QVERIFY(
            sent({collector.url(), {*otlpHeader("Authorization: Bearer x")}}, {"{\"a\":1}", "{\"b\":2}"}));
        QCOMPARE(collector.bodies, QByteArrayList({"{\"a\":1}", "{\"b\":2}"}));
        QVERIFY(collector.heads[0].startsWith("POST /v1/traces HTTP/1.1\r\n"));
        QVERIFY(collector.heads[1].contains("Content-Type: application/json"));
        QVERIFY(collector.heads[1].contains("Authorization: Bearer x"));
    }

    void nothingToSendIsGood() { QVERIFY(sent({*otlpUrl("http://127.0.0.1:1"), {}}, {})); }

    void aRefusalIsTheCollectorsWordsAndEndsIt()
    {
        Collector collector(answer("400 Bad Request", R"({"code":3,"message":"no such field"})"));
        const auto result = sent({collector.url(), {}}, {"1", "2"});
        QVERIFY(!result);
        QCOMPARE(message(result.error()),
                 QStringLiteral("the collector answered with status 400: no such field"));
        QCOMPARE(collector.bodies.size(), 1);
    }

    void spansThatWereNotTakenAreTold()
    {
        Collector collector(
            answer("200 OK", R"({"partialSuccess":{"rejectedSpans":"7","errorMessage":"too old"}})"));
        QCOMPARE(message(sent({collector.url(), {}}, {"{}"}).error()),
                 QStringLiteral("the collector refused 7 spans: too old"));
    }

    void aRedirectionIsNotFollowed()
    {
        Collector collector(
            "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n");
        QVERIFY(message(sent({collector.url(), {}}, {"{}"}).error()).contains(u"status 302"));
    }

    void whoIsNotThereCannotBeReached()
    {
        Collector gone({});
        const QUrl url = gone.url();
        gone.close();
        QVERIFY(message(sent({url, {}}, {"{}"}).error()).startsWith(u"the collector cannot be reached: "));
    }

    void whoDoesNotAnswerIsGivenUp()
    {
        Collector silent({});
        QCOMPARE(message(sent({silent.url(), {}, 50ms}, {"{}"}).error()),
                 QStringLiteral("the collector did not answer within 0.05 s"));
    }

    void anEndlessAnswerIsNotKept()
    {
        Collector collector(answer("500 Internal Server Error", QByteArray(3'000'000, 'x')));
        const QString told = message(sent({collector.url(), {}}, {"{}"}).error());
        QVERIFY(told.contains(u"status 500") && told.size() < 500);
    }

    void anAddressMeansThePathOfTraces()
    {
        QCOMPARE(otlpUrl("http://h:4318")->toString(), QStringLiteral("http://h:4318/v1/traces"));
        QCOMPARE(otlpUrl("https://h/")->toString(), QStringLiteral("https://h/v1/traces"));
        QCOMPARE(otlpUrl("https://h/otlp/v1/traces")->path(), QStringLiteral("/otlp/v1/traces"));
        for (const char *bad : {"", "h:4318", "ftp://h", "file:///x", "http://", "http://h h"})
            QVERIFY2(!otlpUrl(QString::fromLatin1(bad)), bad);
    }

    void aHeaderHasANameAndOneLine()
    {
        QCOMPARE(*otlpHeader("a: b: c"), std::pair(QByteArray("a"), QByteArray("b: c")));
        for (const char *bad : {"", "a", ": b", "a b: c", "a: b\r\nc: d"})
            QVERIFY2(!otlpHeader(QString::fromLatin1(bad)), bad);
    }
};

QTEST_GUILESS_MAIN(TestOtlpSender)
#include "tst_otlp_sender.moc"
