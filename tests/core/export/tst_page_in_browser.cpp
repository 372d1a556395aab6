// SPDX-License-Identifier: MIT
#include "core/export/html_export.h"
#include "core/export/svg_export.h"
#include "exported.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace loopscope;

namespace {

/// Leaves a mark on the document when it runs.
const QByteArray payload = "<img src=x onerror=\"document.documentElement.dataset.ran=1\">"
                           "<script>document.documentElement.dataset.ran=1</script>";
const QByteArray mark = "data-ran=";

/// Names that try to get out of whatever text they are put into.
QStringList breakouts()
{
    const QString inside = QString::fromUtf8(payload);
    return {inside, QStringLiteral("</title></style></pre></text></svg>") + inside,
            QStringLiteral("--></script>]]>") + inside,
            QStringLiteral("\"'><svg onload=document.documentElement.dataset.ran=1>"),
            QStringLiteral("' onmouseover=document.documentElement.dataset.ran=1 autofocus onfocus="
                           "document.documentElement.dataset.ran=1 x='")};
}

RecordingInfo infoOf(const QString &name)
{
    RecordingInfo info = titled(name);
    info.planName = info.machine = info.notes = info.clock = name;
    info.planText = name.toUtf8();
    info.versions.insert(name, name);
    info.bookmarks = {{{{1}, 1}, bookmarkText(name)}};
    return info;
}

QString browser()
{
    for (const char *name : {"chromium", "chromium-browser", "google-chrome"})
        if (const QString path = QStandardPaths::findExecutable(QLatin1String(name)); !path.isEmpty())
            return path;
    return {};
}

} // namespace

/// A browser's own word on exported pages: no name of a recording becomes a program in them.
class TestPageInBrowser : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    /// The document as the browser holds it once it has loaded the file.
    QByteArray documentOf(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return {};
        file.close();
        QProcess process;
        process.start(browser(),
                      {"--headless=new", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=2000",
                       "--user-data-dir=" + m_folder.filePath("profile"), "--dump-dom",
                       "file://" + file.fileName()});
        return process.waitForFinished(60'000) ? process.readAllStandardOutput() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (browser().isEmpty())
            QSKIP("there is no chromium here, whose word this is");
    }

    void theMarkIsSeenWhereItRuns()
    {
        const QByteArray document = documentOf("open.html", "<!DOCTYPE html><title>t</title>" + payload);
        QVERIFY2(document.contains(mark), document.constData());
    }

    void noNameRunsInAPageOrAPicture()
    {
        for (const QString &name : breakouts()) {
            const Story story = hostileStory(name);
            const RecordingInfo info = infoOf(name);
            const QByteArray page = exported([&](TextSink &out) { exportHtml(story.store, info, out); });
            const QByteArray picture = exported([&](TextSink &out) { exportSvg(story.store, info, out); });
            const QByteArray shown = documentOf("page.html", page);
            QVERIFY2(shown.contains("Written by Loopscope") && !shown.contains(mark), shown.constData());
            const QByteArray drawn = documentOf("picture.svg", picture);
            QVERIFY2(drawn.contains("ls-canvas") && !drawn.contains(mark), drawn.constData());
        }
    }

    void thePageWouldRunNothingThatGotIn()
    {
        QByteArray page = exported([](TextSink &out) { exportHtml(sleepStory().store, {}, out); });
        page.replace("<h1>", payload + "<h1>");
        const QByteArray shown = documentOf("within.html", page);
        QVERIFY2(shown.contains("<img") && !shown.contains(mark), shown.constData());
    }
};

QTEST_GUILESS_MAIN(TestPageInBrowser)
#include "tst_page_in_browser.moc"
