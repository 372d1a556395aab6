// SPDX-License-Identifier: MIT
#pragma once

#include "core/foreign/field_counter.h"
#include "core/foreign/perfetto_sequence.h"

namespace loopscope {

/// How much of interned texts the arguments of a trace's events have shown. A few bytes that stand for a long text may
/// come again and again, so that a small file would take hours: once `generous` bytes are shown, a text shows less.
struct InternedUse
{
    static constexpr qint64 generous = 64 << 20;
    static constexpr qsizetype longest = 1 << 16, longestBeyond = 1 << 9;

    qint64 shown = 0;
    quint64 shortened = 0; ///< how many texts were

    /// So much of the next one is shown.
    [[nodiscard]] qsizetype most() const { return shown < generous ? longest : longestBeyond; }
};

/// Perfetto's debug annotations of one event as one JSON object: `{"url":"/x","tries":3}`.
///
/// What is nested deeper than `deepest` is `"…"`, and so are interned texts of which an event has used more than it
/// can show. Throws protozero's exceptions on damaged bytes.
class AnnotationText
{
public:
    static constexpr int deepest = 32;

    /// All are borrowed. What means nothing to us goes to `skipped`.
    AnnotationText(const PerfettoSequence &sequence, const TrackTexts &texts, InternedUse &use, FieldCounter &skipped)
        : m_sequence(sequence), m_texts(texts), m_use(use), m_skipped(skipped)
    {
    }

    void add(protozero::data_view annotation);
    /// `json` is one JSON value.
    void addMember(QByteArrayView name, const QByteArray &json);
    /// The text of this id, so much of it as may still be shown.
    [[nodiscard]] QByteArray interned(const PerfettoSequence::Texts &texts, quint64 id);
    /// Empty when nothing was added.
    [[nodiscard]] QByteArray text() const { return m_text.isEmpty() ? m_text : '{' + m_text + '}'; }

private:
    struct Parts
    {
        QByteArray name, value;
    };
    [[nodiscard]] Parts partsOf(protozero::data_view annotation, int depth);

    const PerfettoSequence &m_sequence;
    const TrackTexts &m_texts;
    InternedUse &m_use;
    FieldCounter &m_skipped;
    QByteArray m_text;
    qsizetype m_internedSize = 0; ///< of all interned texts so far
};

} // namespace loopscope
