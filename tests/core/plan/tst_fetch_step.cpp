// SPDX-License-Identifier: MIT
#include "core/net/demo/demo_server.h"
#include "tests/support/plan_run.h"

#include <QTest>

using namespace loopscope;

namespace {

/// What a plan prints that fetches from the demo server: `text`, or the error.
QString fetched(const QUrl &server, const QByteArray &url, const QByteArray &text)
{
    QByteArray json =
        "{'plan': 1, 'coroutines': {'main': [{'set': 'code', 'value': 404}, {'try': [{'fetch': '" + url +
        "', 'as': 'r'}, {'print': '" + text +
        "'}], 'except': [{'type': 'Exception', 'as': 'e', 'do': [{'print': '{e}'}]}]}]}, "
        "'runs': [{'name': 'r', 'main': 'main'}]}";
    const auto plan = parsePlan(json.replace('\'', '"'), QString());
    if (!plan)
        return line(plan.error().first());
    const auto store = recordedRun(*plan, {}, ClockKind::Real, server);
    return store->runs().front().prints.front().text;
}

} // namespace

class TestFetchStep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto server = DemoServer::start();
        QVERIFY(server);
        m_server = std::move(*server);
    }

    void theBodyIsAValueWithParts()
    {
        QCOMPARE(get("demo:/", "{r.emojis_url}"), QStringLiteral("https://api.github.com/emojis"));
    }

    void aBadStatusIsAnOSError()
    {
        QCOMPARE(get("demo:/status/404", "never"), QStringLiteral("OSError: HTTP 404"));
    }

    void anAddressMayHoldVariables()
    {
        QCOMPARE(get("demo:/status/{code}", "never"), QStringLiteral("OSError: HTTP 404"));
    }

    void aBodyThatIsNoJsonIsAValueError()
    {
        QVERIFY(get("demo:/not-json", "never").startsWith(QStringLiteral("ValueError: ")));
    }

private:
    QString get(const QByteArray &url, const QByteArray &text) { return fetched(m_server->url(), url, text); }

    std::unique_ptr<DemoServer> m_server;
};

QTEST_GUILESS_MAIN(TestFetchStep)
#include "tst_fetch_step.moc"
