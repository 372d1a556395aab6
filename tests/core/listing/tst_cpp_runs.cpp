// SPDX-License-Identifier: MIT
#include "core/net/demo/demo_server.h"
#include "tests/core/listing/shown_plans.h"

#include <QProcess>
#include <QTest>

using namespace loopscope;

namespace {

/// Plans whose listing cannot print the same, and why.
const QHash<QString, QString> &excused()
{
    static const QHash<QString, QString> plans{
        {QStringLiteral("run_time_errors"), QStringLiteral("prints messages of the plan language's own")},
        {QStringLiteral("basic_wrong_type"), QStringLiteral("prints messages of the plan language's own")},
    };
    return plans;
}

} // namespace

/// The C++ listing of every plan, compiled with our warnings against the core, prints what the plan prints.
class TestCppRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theListingPrintsWhatThePlanPrints_data()
    {
        QTest::addColumn<PlanRef>("plan");
        QTest::addColumn<bool>("fetches");
        for (const ShownPlan &shown : shownPlans()) {
            QVERIFY2(shown.plan, qPrintable(shown.name));
            ++m_all;
            if (!excused().contains(shown.name))
                QTest::newRow(qPrintable(shown.name)) << shown.plan << shown.fetches;
        }
    }

    void theListingPrintsWhatThePlanPrints()
    {
        QFETCH(PlanRef, plan);
        QFETCH(bool, fetches);
        const auto server = fetches ? DemoServer::start() : Result<std::unique_ptr<DemoServer>>();
        QVERIFY(server);
        const QUrl url = fetches ? (*server)->url() : QUrl();
        QProcess listing;
        listing.start(QStringLiteral(CPP_LISTINGS),
                      {QString::fromUtf8(QTest::currentDataTag()), url.toString()});
        QVERIFY(listing.waitForFinished());
        QCOMPARE(listing.exitStatus(), QProcess::NormalExit);
        const QByteArray errors = listing.readAllStandardError();
        QVERIFY2(listing.exitCode() <= 1, errors.constData());
        QVERIFY2(!errors.contains("Sanitizer") && !errors.contains("runtime error"), errors.constData());
        const QString printed = QString::fromUtf8(listing.readAllStandardOutput());
        const QString expected = printsOf(plan, fetches ? ClockKind::Real : ClockKind::Virtual, url);
        // Requests end in an order that is the server's.
        const QString difference = fetches ? QString() : firstDifferentLine(printed, expected);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
        QCOMPARE(sortedLines(printed), sortedLines(expected));
        ++m_equal;
    }

    void aListingIsAProgramByItself()
    {
        QProcess listing;
        listing.start(QStringLiteral(CPP_LISTING_ALONE), QStringList());
        QVERIFY(listing.waitForFinished());
        QCOMPARE(listing.exitCode(), 0);
        const auto tutorial = parsePlan(builtinPlanText(QStringLiteral("tutorial")).value(), {});
        QCOMPARE(QString::fromUtf8(listing.readAllStandardOutput()), printsOf(*tutorial));
    }

    void cleanupTestCase()
    {
        qInfo("%d of %d listings, compiled, print what their plans print", m_equal, m_all);
        for (auto plan = excused().cbegin(); plan != excused().cend(); ++plan)
            qInfo("compiled only: %s %s", qPrintable(plan.key()), qPrintable(plan.value()));
    }

private:
    int m_all = 0;
    int m_equal = 0;
};

QTEST_GUILESS_MAIN(TestCppRuns)
#include "tst_cpp_runs.moc"
