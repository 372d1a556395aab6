// SPDX-License-Identifier: MIT
#include "tests/core/readme/example.h"
#include "tests/support/loop_harness.h"

#include <QFile>
#include <QTest>

namespace {

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QCoro::Task<> printTour()
{
    print(co_await tour());
}

} // namespace

class TestCoreReadme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theExampleOfTheReadmeIsTheOneThatIsCompiledHere()
    {
        const QString readme = textOf(QStringLiteral(SOURCE_DIR "/core/README.md"));
        const QString example = textOf(QStringLiteral(SOURCE_DIR "/tests/core/readme/example.h"));
        const QString code = example.mid(example.indexOf(u'\n') + 1);
        QVERIFY(code.size() > 500);
        QVERIFY2(readme.contains(QStringLiteral("```cpp\n") + code + QStringLiteral("```")),
                 "core/README.md does not show tests/core/readme/example.h");
    }

    void itDoesWhatItSays()
    {
        LoopHarness harness;
        QVERIFY(harness.run(&printTour).good);
        QVERIFY2(harness.prints().endsWith(QStringLiteral(" the sum is 84\n")), qPrintable(harness.prints()));
    }
};

QTEST_GUILESS_MAIN(TestCoreReadme)
#include "tst_core_readme.moc"
