// SPDX-License-Identifier: MIT
#include "tests/fuzz/recording_check.h"
#include "tests/fuzz/trace_check.h"

#include <QDir>
#include <QFile>

#include <cstdio>
#include <random>

using namespace loopscope;

namespace {

constexpr int mutationsPerFile = 300;

/// One to four changes: bytes replaced, removed, doubled, or all behind a place cut off.
QByteArray mutated(QByteArray bytes, std::mt19937 &random)
{
    const auto below = [&random](qsizetype limit) {
        return limit > 0 ? qsizetype(random() % quint32(limit)) : 0;
    };
    for (qsizetype change = 1 + below(4); change > 0 && !bytes.isEmpty(); --change) {
        const qsizetype at = below(bytes.size());
        const qsizetype length = 1 + below(std::min<qsizetype>(40, bytes.size() - at));
        switch (below(5)) {
        case 0: bytes[at] = char(below(256)); break;
        case 1: bytes[at] = char(bytes[at] ^ (1 << below(8))); break;
        case 2: bytes.remove(at, length); break;
        case 3: bytes.insert(below(bytes.size()), bytes.mid(at, length)); break;
        default: bytes.truncate(at);
        }
    }
    return bytes;
}

void checkFile(const QString &name, const QByteArray &bytes)
{
    if (name.endsWith(QLatin1String(".json")))
        checkChromeJson(bytes);
    else if (name.startsWith(QLatin1String("recording")))
        checkRecording(bytes);
    else
        checkTrackEvents(bytes);
}

} // namespace

/// trace_replay FOLDER: gives each trace to its reader (*.json to Chrome's, recording* to that of our own
/// files, all others to Perfetto's), and
/// bytes made of it by a few random changes, always the same ones. What a fuzzer has found can be given to
/// it, too.
int main(int argc, char *argv[])
{
    const QDir folder(QString::fromLocal8Bit(argc > 1 ? argv[1] : "."));
    std::mt19937 random(1);
    int files = 0;
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return 2;
        const QByteArray bytes = file.readAll();
        checkFile(name, bytes);
        for (int i = 0; i < mutationsPerFile; ++i)
            checkFile(name, mutated(bytes, random));
        ++files;
    }
    std::printf("%d traces, %d variants of each: each was read, or refused\n", files, mutationsPerFile);
    return files > 0 ? 0 : 2;
}
