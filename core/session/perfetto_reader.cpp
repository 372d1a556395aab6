// SPDX-License-Identifier: MIT
#include "core/session/perfetto_reader.h"

#include "core/session/wire_format.h"

#include <QFile>
#include <QFileInfo>

namespace loopscope {

namespace {

constexpr qsizetype blockSize = 1 << 20;

} // namespace

void PerfettoReader::feed(QByteArrayView bytes)
{
    if (isOver())
        return;
    m_rest.append(bytes);
    PacketSplitter splitter(m_rest);
    PacketSplitter::State state = splitter.next();
    for (; state == PacketSplitter::State::Packet; state = splitter.next()) {
        const std::optional<PacketContent> content = m_packets.read(splitter.packet());
        if (!content)
            break;
        take(*content);
        if (m_refusal)
            return;
    }
    if (state == PacketSplitter::State::Packet || state == PacketSplitter::State::Damaged)
        m_damage = m_restOffset + splitter.offset();
    m_restOffset += splitter.offset();
    m_rest.remove(0, splitter.offset());
}

void PerfettoReader::take(const PacketContent &content)
{
    if (m_isFirst && !content.format)
        return refuse({QT_TRANSLATE_NOOP("Problem", "this is a Perfetto trace, but not one of Loopscope's")});
    if (content.format && *content.format > wire::formatVersion)
        return refuse(
            {QT_TRANSLATE_NOOP("Problem", "this recording was made by a newer Loopscope (format %1)"),
             {QString::number(*content.format)}});
    m_isFirst = false;
    if (content.info)
        m_recording.info = recordingInfoFromJson(*content.info);
    if (content.record)
        m_recording.store.append(*content.record);
    m_isWhole = content.end.has_value();
}

void PerfettoReader::refuse(Problem problem)
{
    m_refusal = std::move(problem);
}

Result<LoadedRecording> PerfettoReader::finish(const QString &file)
{
    if (m_isFirst && !m_refusal) {
        const bool isEmpty = m_rest.isEmpty() && !m_damage;
        refuse({isEmpty ? QT_TRANSLATE_NOOP("Problem", "the file is empty")
                        : QT_TRANSLATE_NOOP("Problem", "this is no recording")});
    }
    if (m_refusal) {
        m_refusal->file = file;
        return failure(*m_refusal);
    }
    const QString count = QString::number(m_recording.store.eventCount());
    if (m_damage) {
        m_recording.warnings.push_back(
            {QT_TRANSLATE_NOOP("Problem", "this file is damaged at byte %1: %2 events were read"),
             {QString::number(*m_damage), count},
             file});
    } else if (!m_isWhole || !m_rest.isEmpty()) {
        m_recording.warnings.push_back(
            {QT_TRANSLATE_NOOP("Problem", "this file ends early: %1 events were read"), {count}, file});
    }
    return std::move(m_recording);
}

Result<LoadedRecording> readRecording(const QString &path)
{
    const auto unreadable = [&path](const QString &why) {
        return failure({QT_TRANSLATE_NOOP("Problem", "cannot be read: %1"), {why}, path});
    };
    if (const QFileInfo info(path); info.exists() && !info.isFile())
        return failure({QT_TRANSLATE_NOOP("Problem", "this is no file"), {}, path});
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return unreadable(file.errorString());
    PerfettoReader reader;
    QByteArray block(blockSize, Qt::Uninitialized);
    for (;;) {
        const qint64 size = file.read(block.data(), block.size());
        if (size < 0)
            return unreadable(file.errorString());
        if (size == 0)
            return reader.finish(path);
        reader.feed(QByteArrayView(block).first(size));
    }
}

} // namespace loopscope
