// SPDX-License-Identifier: MIT
#include "core/listing/listing.h"
#include "core/net/demo/demo_server.h"
#include "tests/core/listing/shown_plans.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
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

/// What a script answers to these arguments of Python; empty if it fails.
QJsonObject answersOf(const QStringList &arguments)
{
    QProcess run;
    run.start(QStringLiteral("python3"), arguments);
    if (!run.waitForFinished(100000) || run.exitCode() != 0) {
        qWarning("%s", run.readAllStandardError().constData());
        return {};
    }
    return QJsonDocument::fromJson(run.readAllStandardOutput()).object();
}

} // namespace

/// The Python listing of every plan, run by CPython on a virtual clock, prints what the plan prints.
class TestPythonRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"));
        QProcess version;
        version.start(python,
                      {QStringLiteral("-c"), QStringLiteral("import sys; print(sys.version_info[:2])")});
        if (python.isEmpty() || !version.waitForFinished() ||
            version.readAllStandardOutput().trimmed() != "(3, 11)")
            QSKIP("the order of events is that of CPython 3.11, and python3 here is another or none");
        m_plans = shownPlans();
        QStringList arguments{QStringLiteral("-B"), QStringLiteral(LISTING_DIR "/run_listings.py"),
                              QStringLiteral(CONFORMANCE_DIR "/reference")};
        for (const ShownPlan &shown : m_plans) {
            QVERIFY2(shown.plan, qPrintable(shown.name));
            QFile file(pathOf(shown.name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(pythonListing(*shown.plan).text().toUtf8());
            if (!shown.fetches)
                arguments += pathOf(shown.name);
        }
        m_printed = answersOf(arguments);
        QVERIFY(!m_printed.isEmpty());
    }

    void theListingPrintsWhatThePlanPrints_data()
    {
        QTest::addColumn<PlanRef>("plan");
        for (const ShownPlan &shown : m_plans) {
            if (!shown.fetches && !excused().contains(shown.name))
                QTest::newRow(qPrintable(shown.name)) << shown.plan;
        }
    }

    void theListingPrintsWhatThePlanPrints()
    {
        QFETCH(PlanRef, plan);
        const QString path = pathOf(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY(m_printed.contains(path));
        const QString difference = firstDifferentLine(m_printed[path].toString(), printsOf(plan));
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
        ++m_equal;
    }

    void listingsThatFetchPrintTheSame()
    {
        const auto server = DemoServer::start();
        QVERIFY(server);
        const QString url = (*server)->url().toString();
        QStringList arguments{QStringLiteral("-B"), QStringLiteral(LISTING_DIR "/run_fetching_listings.py"),
                              url};
        for (const ShownPlan &shown : m_plans) {
            if (shown.fetches)
                arguments += pathOf(shown.name);
        }
        const QJsonObject printed = answersOf(arguments);
        for (const ShownPlan &shown : m_plans) {
            if (!shown.fetches)
                continue;
            const QString expected = printsOf(shown.plan, ClockKind::Real, (*server)->url());
            QCOMPARE(sortedLines(printed[pathOf(shown.name)].toString()), sortedLines(expected));
            ++m_equal;
        }
    }

    void everyListingIsPython()
    {
        QProcess compile;
        QStringList arguments{QStringLiteral("-m"), QStringLiteral("py_compile")};
        for (const ShownPlan &shown : m_plans)
            arguments += pathOf(shown.name);
        compile.start(QStringLiteral("python3"), arguments);
        QVERIFY(compile.waitForFinished(60000));
        QVERIFY2(compile.exitCode() == 0, compile.readAllStandardError().constData());
    }

    void cleanupTestCase()
    {
        qInfo("%d of %zu listings print under CPython what their plans print", m_equal, m_plans.size());
        for (const ShownPlan &shown : m_plans) {
            if (shown.fetches)
                qInfo("with a stand-in for aiohttp: %s", qPrintable(shown.name));
            else if (excused().contains(shown.name))
                qInfo("compiled only: %s %s", qPrintable(shown.name), qPrintable(excused()[shown.name]));
        }
    }

private:
    [[nodiscard]] QString pathOf(const QString &name) const
    {
        return m_folder.filePath(name + QStringLiteral(".py"));
    }

    QTemporaryDir m_folder;
    std::vector<ShownPlan> m_plans;
    QJsonObject m_printed;
    int m_equal = 0;
};

QTEST_GUILESS_MAIN(TestPythonRuns)
#include "tst_python_runs.moc"
