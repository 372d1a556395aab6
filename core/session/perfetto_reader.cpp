// SPDX-License-Identifier: MIT
#include "core/session/perfetto_reader.h"

#include "core/session/packet_splitter.h"
#include "core/session/wire_format.h"

namespace loopscope {

void PerfettoReader::feed(QByteArrayView bytes)
{
    if (isOver())
        return;
    m_rest.append(bytes);
    PacketSplitter splitter(m_rest);
    PacketSplitter::State state = splitter.next();
    while (state == PacketSplitter::State::Packet)
        state = splitter.next();
    const qsizetype whole = splitter.offset();
    take(PacketBlock(QByteArrayView(m_rest).first(whole), m_restOffset));
    if (state == PacketSplitter::State::Damaged && !isOver())
        m_damage = {Damage::Kind::Broken, m_restOffset + whole};
    m_rest.remove(0, whole);
    m_restOffset += whole;
}

void PerfettoReader::take(const PacketBlock &block)
{
    if (isOver())
        return;
    const auto plain = [this](const PlainPacket &packet) {
        if (m_isFirst)
            return take(PacketContent(), 0);
        m_isWhole = false;
        if (const std::optional<Event> event = m_packets.read(packet))
            m_sink(Record{*event, {}});
        return true;
    };
    const auto other = [this](const PacketFields &fields, qsizetype offset) {
        if (const std::optional<PacketContent> content = m_packets.read(fields))
            return take(*content, offset);
        m_damage = {Damage::Kind::Broken, offset};
        return false;
    };
    const std::optional<Damage> damage = block.visit(m_budget, plain, other);
    if (damage && !isOver())
        m_damage = damage;
}

void PerfettoReader::takeRest(QByteArrayView rest, qsizetype offset)
{
    m_rest = rest.toByteArray();
    m_restOffset = offset;
    if (PacketSplitter(rest).next() == PacketSplitter::State::Damaged && !isOver())
        m_damage = {Damage::Kind::Broken, offset};
}

bool PerfettoReader::take(const PacketContent &content, qsizetype offset)
{
    if (!m_isFirst && content.format) {
        m_damage = {Damage::Kind::AnotherFile, offset};
        return false;
    }
    if (m_isFirst && !content.format) {
        m_refusal = Problem{QT_TRANSLATE_NOOP("Problem", "this is a Perfetto trace, but not one of Loopscope's")};
    } else if (content.format && *content.format > wire::formatVersion) {
        m_refusal = Problem{
            QT_TRANSLATE_NOOP("Problem", "this recording was made by a newer Loopscope (format %1)"),
            {QString::number(*content.format)}};
    }
    if (m_refusal)
        return false;
    m_isFirst = false;
    if (content.info)
        m_info = recordingInfoFromJson(*content.info);
    if (content.record)
        m_sink(*content.record);
    m_isWhole = content.end.has_value();
    if (content.end)
        m_events = content.end;
    return true;
}

Problem PerfettoReader::damageText() const
{
    const QStringList arguments{QString::number(m_damage->offset), QString::number(eventCount())};
    if (m_damage->kind == Damage::Kind::TooLarge)
        return {QT_TRANSLATE_NOOP("Problem", "this file holds a block that unpacks to more than it may, at byte %1: "
                                             "%2 events were read"),
                arguments};
    if (m_damage->kind == Damage::Kind::AnotherFile)
        return {QT_TRANSLATE_NOOP("Problem", "another recording begins at byte %1 of this file: only the first was "
                                             "read, %2 events"),
                arguments};
    return {QT_TRANSLATE_NOOP("Problem", "this file is damaged at byte %1: %2 events were read"), arguments};
}

Result<std::vector<Problem>> PerfettoReader::finish(const QString &file)
{
    if (m_isFirst && !m_refusal) {
        const bool isEmpty = m_rest.isEmpty() && !m_damage;
        m_refusal = Problem{isEmpty ? QT_TRANSLATE_NOOP("Problem", "the file is empty")
                                    : QT_TRANSLATE_NOOP("Problem", "this is no recording")};
    }
    if (m_refusal) {
        m_refusal->file = file;
        return failure(*m_refusal);
    }
    std::vector<Problem> warnings;
    if (m_damage) {
        warnings.push_back(damageText());
    } else if (!m_isWhole || !m_rest.isEmpty()) {
        warnings.push_back({QT_TRANSLATE_NOOP("Problem", "this file ends early: %1 events were read"),
                            {QString::number(eventCount())}});
    } else if (m_events && *m_events != eventCount()) {
        warnings.push_back({QT_TRANSLATE_NOOP("Problem", "packets are missing in this file: it tells of %1 events, %2 "
                                                         "were read, and times behind the gap may be early"),
                            {QString::number(*m_events), QString::number(eventCount())}});
    }
    for (Problem &warning : warnings)
        warning.file = file;
    return warnings;
}

} // namespace loopscope
