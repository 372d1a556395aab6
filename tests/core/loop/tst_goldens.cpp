// SPDX-License-Identifier: MIT
#include "tests/core/loop/golden_programs.h"

#include <QCoroNetwork>
#include <QCoroTimer>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

using namespace loopscope;

namespace {

/// Answers every connection with a small body.
class Answers : public QTcpServer
{
public:
    Answers()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *const socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok");
                socket->disconnectFromHost();
            });
        });
    }
    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(serverPort())); }
};

QCoro::Task<> extraTimer()
{
    QTimer timer;
    timer.setSingleShot(true);
    timer.start(1);
    co_await timer;
}

QCoro::Task<> extraReply(QUrl url)
{
    QNetworkAccessManager manager;
    const std::unique_ptr<QNetworkReply> reply(manager.get(QNetworkRequest(url)));
    co_await reply.get();
}

QCoro::Task<> extraJob()
{
    co_await runInExecutor([] { return 6 * 7; });
}

enum class Beside { Nothing, TimerReplyAndJob };

QStringList goldenLog(const QString &name)
{
    QFile file(QStringLiteral(GOLDEN_DIR "/%1.jsonl").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

/// The goldens do not hang on the plan interpreter: the same stories, told in C++, happen in the order CPython's logs
/// have, also while a QTimer, a QNetworkReply and a job on a thread are awaited beside them.
class TestGoldens : public QObject
{
    Q_OBJECT

    template<class Function, class... Arguments>
    void compare(const QString &name, const QString &run, const QString &mainName, Beside beside,
                 Function function, Arguments... arguments)
    {
        Answers server;
        LoopHarness harness(run, mainName);
        if (beside == Beside::TimerReplyAndJob) {
            Loop &loop = harness.loop();
            createTask(loop, {}, extraTimer);
            createTask(loop, {}, extraReply, server.url());
            createTask(loop, {}, extraJob);
        }
        harness.run(std::move(function), std::move(arguments)...);
        const QStringList expected = goldenLog(name + u'.' + run);
        QVERIFY2(!expected.isEmpty(), "there is no such golden");
        const QString difference = firstDifference(harness.log(), expected);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

private Q_SLOTS:
    void sameOrderAsCPython_data()
    {
        QTest::addColumn<bool>("beside");
        QTest::newRow("alone") << false;
        QTest::newRow("beside a QTimer, a QNetworkReply and a job") << true;
    }
    void sameOrderAsCPython()
    {
        QFETCH(const bool, beside);
        const Beside what = beside ? Beside::TimerReplyAndJob : Beside::Nothing;
        const QString main = QStringLiteral("main");
        compare(QStringLiteral("seed_cost"), QStringLiteral("gather"), QStringLiteral("f2"), what, golden::seed_cost);
        compare(QStringLiteral("seed_yield"), main, main, what, golden::seed_yield);
        compare(QStringLiteral("order_five"), main, main, what, golden::order_five);
        compare(QStringLiteral("await_chain"), main, main, what, golden::await_chain);
        compare(QStringLiteral("gather_fail"), main, main, what, golden::gather_fail);
        compare(QStringLiteral("wait_first"), main, main, what, golden::wait_first);
        compare(QStringLiteral("callback_order"), main, main, what, golden::callback_order);
        compare(QStringLiteral("cancel_sleeping"), main, main, what, golden::cancel_sleeping);
        compare(QStringLiteral("cancel_chain"), main, main, what, golden::cancel_chain);
        compare(QStringLiteral("gather_outer_cancel"), main, main, what, golden::gather_outer_cancel);
        compare(QStringLiteral("cancel_swallowed"), main, main, what, golden::cancel_swallowed);
    }

    void jobsInParallel()
    {
        compare(QStringLiteral("executor_parallel"), QStringLiteral("main"), QStringLiteral("main"),
                Beside::Nothing, golden::executor_parallel);
    }

    void waitersOfAFuture()
    {
        LoopHarness harness;
        harness.run(golden::future_waiters, createFuture<QString>(harness.loop(), QStringLiteral("f")));
        QCOMPARE(firstDifference(harness.log(), goldenLog(QStringLiteral("future_waiters.main"))), QString());
    }
};

QTEST_GUILESS_MAIN(TestGoldens)
#include "tst_goldens.moc"
