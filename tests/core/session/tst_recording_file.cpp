// SPDX-License-Identifier: MIT
#include "core/session/read_recording.h"
#include "core/session/recording_file.h"
#include "core/session/save_recording.h"
#include "random_recording.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace loopscope;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

/// While it lives, no file of this process grows beyond `bytes`: as if the disk were full.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before{};
};

} // namespace

class TestRecordingFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("x.pftrace"));
        m_channel = std::make_unique<Channel>();
        m_records = likelyRecording(1, 50);
    }

    void aFinishedFileHoldsEveryEventUnderItsOwnNameOnly()
    {
        auto file = create(IfExists::Refuse);
        QVERIFY(file);
        appendAll();
        QVERIFY((*file)->finish());
        const auto recording = readRecording(m_path);
        QVERIFY(recording);
        QVERIFY(recording->warnings.empty());
        QCOMPARE(size_t(recording->store.eventCount()), m_records.size());
        QCOMPARE(recording->store.event(EventId{7}), m_records[6].event);
        QCOMPARE(names(), QStringList{QStringLiteral("x.pftrace")});
    }

    void aFileNobodyFinishedIsFinishedByItsDestructor()
    {
        create(IfExists::Refuse).value().reset();
        QVERIFY(readRecording(m_path)->warnings.empty());
    }

    void whatHasHappenedIsInThePartFileWhileTheRunGoesOn()
    {
        auto file = create(IfExists::Refuse);
        appendAll();
        const auto eventsSoFar = [this] {
            const auto recording = readRecording(m_path + QStringLiteral(".part"));
            return recording ? size_t(recording->store.eventCount()) : 0;
        };
        QTRY_COMPARE(eventsSoFar(), m_records.size());
        QVERIFY(!QFile::exists(m_path));
        QVERIFY((*file)->finish());
    }

    void anExistingFileIsRefusedAndNotTouched()
    {
        put(m_path, "mine");
        const auto file = create(IfExists::Refuse);
        QVERIFY(!file);
        QCOMPARE(line(file.error()), m_path + QStringLiteral(": this file exists already"));
        QCOMPARE(contentOf(m_path), QByteArray("mine"));
        QCOMPARE(names(), QStringList{QStringLiteral("x.pftrace")});
    }

    void aFileToReplaceStaysUntilTheNewOneIsWhole()
    {
        put(m_path, "mine");
        auto file = create(IfExists::Replace);
        QVERIFY(file);
        appendAll();
        QCOMPARE(contentOf(m_path), QByteArray("mine"));
        QVERIFY((*file)->finish());
        QCOMPARE(size_t(readRecording(m_path)->store.eventCount()), m_records.size());
    }

    void aFileThatAppearedMeanwhileIsNotOverwritten()
    {
        auto file = create(IfExists::Refuse);
        put(m_path, "mine");
        const Result<void> result = (*file)->finish();
        QVERIFY(!result);
        QCOMPARE(line(result.error()),
                 m_path + QStringLiteral(": cannot be written: this file exists already "
                                         "(what there is, is in %1.part)")
                              .arg(m_path));
        QCOMPARE(contentOf(m_path), QByteArray("mine"));
    }

    void aPrivateFileIsReplacedByAPrivateOne()
    {
        put(m_path, "mine");
        const auto mine = QFile::ReadOwner | QFile::WriteOwner;
        QVERIFY(QFile::setPermissions(m_path, mine));
        auto file = create(IfExists::Replace);
        const auto modeOf = [](const QString &path) {
            return QFile::permissions(path) & ~(QFile::ReadUser | QFile::WriteUser);
        };
        QCOMPARE(modeOf(m_path + QStringLiteral(".part")), QFile::Permissions(mine));
        QVERIFY((*file)->finish());
        QCOMPARE(modeOf(m_path), QFile::Permissions(mine));
    }

    void whatCanBeMadeAgainLeavesNothingBehindAndPromisesNothing()
    {
        signal(SIGXFSZ, SIG_IGN);
        Store store;
        for (const Record &record : likelyRecording(7, 300))
            store.append(record);
        Result<void> saved;
        {
            const FullDisk disk(100);
            saved = saveRecording(m_path, {}, store, IfExists::Refuse);
        }
        signal(SIGXFSZ, SIG_DFL);
        QVERIFY(!saved);
        QVERIFY2(!line(saved.error()).contains("what there is"), qPrintable(line(saved.error())));
        QVERIFY(line(saved.error()).startsWith(m_path + QStringLiteral(": cannot be written: ")));
        QCOMPARE(names(), QStringList());
    }

    void thePartFileOfACrashedRunIsLeftAlone()
    {
        put(m_path + QStringLiteral(".part"), "crashed");
        QVERIFY(create(IfExists::Refuse).value()->finish());
        QCOMPARE(contentOf(m_path + QStringLiteral(".part")), QByteArray("crashed"));
        QVERIFY(readRecording(m_path));
    }

    void aMissingFolderIsNamed()
    {
        const auto file = RecordingFile::create(QStringLiteral("/nonexistent/x"), {}, m_channel->reader(),
                                                IfExists::Refuse);
        QVERIFY(!file);
        QCOMPARE(line(file.error()),
                 QStringLiteral("/nonexistent/x: cannot be written: No such file or directory"));
    }

    void aVanishedFolderIsOneProblemAndTheRunGoesOn()
    {
        auto file = create(IfExists::Refuse);
        QVERIFY(m_folder->remove());
        appendAll();
        QTRY_VERIFY((*file)->problem());
        appendAll();
        QCOMPARE(line((*file)->finish().error()),
                 m_path + QStringLiteral(": has vanished while it was written"));
    }

    void aFullDiskIsOneProblemAndWhatWasWrittenIsReadBack()
    {
        const FullDisk disk(40'000);
        m_records = likelyRecording(1, 8000);
        auto file = create(IfExists::Refuse);
        appendAll();
        const Result<void> result = (*file)->finish();
        QVERIFY(!result);
        QVERIFY2(message(result.error()).startsWith(QStringLiteral("cannot be written: ")),
                 qPrintable(message(result.error())));
        const auto recording = readRecording(m_path + QStringLiteral(".part"));
        QVERIFY(recording);
        QVERIFY(recording->store.eventCount() > 100);
        QCOMPARE(recording->warnings.size(), size_t(1));
    }

    void aStoreIsSavedAsTheSameBytesAndAFailureLeavesTheOldFile()
    {
        Store store;
        for (const Record &record : m_records)
            store.append(record);
        QVERIFY(saveRecording(m_path, {}, store, IfExists::Refuse));
        RecordingStream stream({});
        for (const Record &record : m_records)
            stream.append(record);
        stream.end();
        const QByteArray whole = QByteArray::fromStdString(stream.bytes());
        QCOMPARE(contentOf(m_path), whole);

        QVERIFY(!saveRecording(m_path, {}, store, IfExists::Refuse));
        std::signal(SIGXFSZ, SIG_IGN);
        const FullDisk disk(1000);
        QVERIFY(!saveRecording(m_path, {}, store, IfExists::Replace));
        QCOMPARE(contentOf(m_path), whole);
        QCOMPARE(names(), QStringList{QStringLiteral("x.pftrace")});
    }

private:
    Result<std::unique_ptr<RecordingFile>> create(IfExists ifExists)
    {
        return RecordingFile::create(m_path, {}, m_channel->reader(), ifExists);
    }

    void appendAll()
    {
        for (const Record &record : m_records)
            m_channel->append(record);
    }

    QStringList names() const { return QDir(m_folder->path()).entryList(QDir::Files); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<Channel> m_channel;
    std::vector<Record> m_records;
};

QTEST_GUILESS_MAIN(TestRecordingFile)
#include "tst_recording_file.moc"
