// SPDX-License-Identifier: MIT
#include "tests/core/net/fetch_harness.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTest>

using namespace loopscope;

namespace {

QByteArray contents(const char *file)
{
    QFile opened(QString::fromLatin1(TLS_DATA) + QString::fromLatin1(file));
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

/// Answers every connection with the same bytes, over TLS, with a certificate that only this test trusts.
class TlsServer : public QSslServer
{
public:
    explicit TlsServer(QByteArray answer) : m_answer(std::move(answer))
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(certificate());
        configuration.setPrivateKey(QSslKey(contents("key.pem"), QSsl::Ec));
        setSslConfiguration(configuration);
        connect(this, &QTcpServer::pendingConnectionAvailable, this, &TlsServer::answer);
        listen(QHostAddress::LocalHost);
    }

    static QSslCertificate certificate() { return QSslCertificate(contents("certificate.pem")); }
    [[nodiscard]] QUrl url() const { return QUrl(u"https://127.0.0.1:%1/"_qs.arg(serverPort())); }

private:
    void answer()
    {
        QTcpSocket *const socket = nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            socket->write(m_answer);
            socket->disconnectFromHost();
        });
    }

    QByteArray m_answer;
};

QByteArray ok(const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\nConnection: close\r\n\r\n" + body;
}

} // namespace

class TestFetchTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!QSslSocket::supportsSsl())
            QSKIP("Qt found no TLS library here");
        QVERIFY(!TlsServer::certificate().isNull());
    }

    void init() { QSslConfiguration::setDefaultConfiguration(m_before); }
    void cleanupTestCase() { QSslConfiguration::setDefaultConfiguration(m_before); }

    void aHandshakeIsAPhaseOfItsOwn()
    {
        trustTheServer();
        TlsServer server(ok("{\"safe\": true}"));
        FetchHarness harness({});
        Fetched answer;
        QVERIFY(harness.run(fetchInto, server.url(), &answer).good);
        QCOMPARE(answer.body, "{\"safe\":true}");
        QCOMPARE(harness.heard.phasesOf(1), "QCESHD");
    }

    void aCertificateNobodyVouchesForIsRefused()
    {
        TlsServer server(ok("{}"));
        FetchHarness harness({});
        const QString error = harness.errorOf(fetchOnly, server.url());
        QVERIFY2(error.startsWith(u"OSError: "), qPrintable(error));
        QVERIFY2(error.contains(u"certificate"), qPrintable(error));
    }

    void aRedirectionToPlainHttpIsNotFollowed()
    {
        trustTheServer();
        TlsServer server("HTTP/1.1 302 Found\r\nLocation: http://localhost:1/\r\nContent-Length: 0\r\n\r\n");
        FetchHarness harness({});
        QCOMPARE(harness.errorOf(fetchOnly, server.url()),
                 u"OSError: a redirection from https to http is not followed"_qs);
    }

private:
    static void trustTheServer()
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.addCaCertificate(TlsServer::certificate());
        QSslConfiguration::setDefaultConfiguration(configuration);
    }

    const QSslConfiguration m_before = QSslConfiguration::defaultConfiguration();
};

QTEST_GUILESS_MAIN(TestFetchTls)
#include "tst_fetch_tls.moc"
