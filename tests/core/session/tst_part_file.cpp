// SPDX-License-Identifier: MIT
#include "core/session/file_size_limit.h"
#include "core/session/part_file.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <unistd.h>

using namespace loopscope;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

} // namespace

class TestPartFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatADanglingLinkLeadsToIsMade()
    {
        QTemporaryDir folder;
        const QString target = folder.filePath("target"), link = folder.filePath("link");
        QVERIFY(QFile::link(target, link));
        auto file = PartFile::create(link, IfExists::Refuse);
        QVERIFY(file && file->write("recorded") && file->publish());
        QCOMPARE(contents(target), QByteArray("recorded"));
        QVERIFY(QFileInfo(link).isSymLink());
    }

    void aReadOnlyFileIsRefusedBeforeAnythingIsWritten()
    {
        if (::geteuid() == 0)
            QSKIP("to root no file is read-only");
        QTemporaryDir folder;
        const QString path = folder.filePath("kept");
        QFile kept(path);
        QVERIFY(kept.open(QIODevice::WriteOnly) && kept.write("kept") == 4);
        kept.close();
        QVERIFY(kept.setPermissions(QFile::ReadOwner));
        const auto file = PartFile::create(path, IfExists::Replace);
        QVERIFY(!file);
        QCOMPARE(message(file.error()), path + ": this file is read-only");
        QCOMPARE(contents(path), QByteArray("kept"));
    }

    void theLongestNamesCanBeWritten()
    {
        QTemporaryDir folder;
        for (const int length : {249, 250, 251, 255}) {
            const QString path = folder.filePath(QString(length, u'n'));
            auto file = PartFile::create(path, IfExists::Refuse);
            QVERIFY2(file, file ? "" : qPrintable(message(file.error())));
            auto second = PartFile::create(path, IfExists::Refuse);
            QVERIFY(second && second->path() != file->path());
            QVERIFY(file->write("recorded") && file->publish());
            QCOMPARE(contents(path), QByteArray("recorded"));
        }
        const QString wide = folder.filePath(QString(84, QChar(0x5B57)) + "abc"); // 255 bytes in UTF-8
        auto file = PartFile::create(wide, IfExists::Refuse);
        QVERIFY(file && file->write("recorded") && file->publish());
        QCOMPARE(contents(wide), QByteArray("recorded"));
    }

    void aDiskThatFillsAmidAWriteIsNamedAsSuch()
    {
        QTemporaryDir folder;
        surviveFileSizeLimit();
        rlimit before{};
        QVERIFY(::getrlimit(RLIMIT_FSIZE, &before) == 0);
        rlimit small = before;
        small.rlim_cur = 1000;
        auto file = PartFile::create(folder.filePath("large"), IfExists::Refuse);
        QVERIFY(file);
        QVERIFY(::setrlimit(RLIMIT_FSIZE, &small) == 0);
        const auto written = file->write(std::string(4000, 'x'));
        QVERIFY(::setrlimit(RLIMIT_FSIZE, &before) == 0);
        QVERIFY(!written);
        QVERIFY2(message(written.error()).contains("cannot be written: File too large"),
                 qPrintable(message(written.error())));
        QCOMPARE(contents(file->path()).size(), 1000);
    }
};

QTEST_APPLESS_MAIN(TestPartFile)
#include "tst_part_file.moc"
