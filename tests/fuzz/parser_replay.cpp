// SPDX-License-Identifier: MIT
#include "tests/fuzz/parser_check.h"

#include <QDir>
#include <QFile>

#include <cstdio>
#include <random>

using namespace loopscope;

namespace {

constexpr int mutationsPerFile = 60;

/// Parts of texts that mean something to the parser, or nearly.
const char *const pieces[] = {"{",
                              "}",
                              "[",
                              "]",
                              ",",
                              ":",
                              "\"",
                              "\\",
                              "null",
                              "true",
                              "-",
                              "1e999",
                              "1e-7",
                              "9223372036854775808",
                              "0.5",
                              "\"self\"",
                              "{\"var\":\"x\"}",
                              "\"{x.0}\"",
                              "\"{{}}\"",
                              "\\u0000",
                              "\\ud800",
                              "\xC3\xA9",
                              "\xFF",
                              "\xF0\x9F\x92\xA1",
                              "\n",
                              "{\"sleep\":1}",
                              "{\"print\":\"x\"}",
                              "\"await\":\"main\"",
                              "{\"call\":\"main\"}"};

class Mutator
{
public:
    explicit Mutator(quint32 seed) : m_random(seed) {}

    QByteArray mutated(QByteArray text)
    {
        for (quint32 i = 0, count = 1 + below(3); i < count; ++i)
            mutate(text);
        return text;
    }

private:
    /// The same on every machine, unlike the distributions of the standard library.
    quint32 below(qsizetype limit) { return limit > 0 ? quint32(m_random() % quint32(limit)) : 0; }

    void mutate(QByteArray &text)
    {
        const qsizetype at = below(text.size());
        const qsizetype length = below(std::min<qsizetype>(64, text.size() - at) + 1);
        switch (below(6)) {
        case 0: text.remove(at, length); break;
        case 1: text.insert(at, pieces[below(std::size(pieces))]); break;
        case 2: text.replace(at, length, pieces[below(std::size(pieces))]); break;
        case 3: text.insert(below(text.size()), text.mid(at, length)); break;
        case 4: text.truncate(at); break;
        default:
            if (!text.isEmpty())
                text[at] = char(below(256));
        }
    }

    std::mt19937 m_random;
};

QStringList filesIn(const QString &path)
{
    const QDir folder(path);
    if (!folder.exists())
        return {path};
    QStringList files;
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name))
        files << folder.filePath(name);
    return files;
}

} // namespace

/// parser_replay FILE|FOLDER…: gives the parser each text, and texts made of it by a few random changes,
/// always the same ones. What a fuzzer has found can be given to it, too.
int main(int argc, char *argv[])
{
    int files = 0, texts = 0;
    for (int i = 1; i < argc; ++i) {
        for (const QString &name : filesIn(QString::fromLocal8Bit(argv[i]))) {
            QFile file(name);
            if (!file.open(QIODevice::ReadOnly)) {
                std::fprintf(stderr, "%s cannot be read\n", qPrintable(name));
                return 2;
            }
            const QByteArray text = file.readAll();
            checkParser(text);
            Mutator mutator{quint32(++files)};
            for (int n = 0; n < mutationsPerFile; ++n)
                checkParser(mutator.mutated(text));
            texts += 1 + mutationsPerFile;
        }
    }
    std::printf("%d files, %d texts: each was read, or refused with its problems\n", files, texts);
    return files > 0 ? 0 : 2;
}
