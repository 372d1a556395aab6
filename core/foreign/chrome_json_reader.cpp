// SPDX-License-Identifier: MIT
// The file is walked over once. What is incomplete at the end of a piece is kept, and tried again when there
// is more; an event that spans many pieces is tried again only when it has doubled, so that the cost stays
// linear.
//
// What we do not do: build a tree of the file, or of an event. An event is read in one go into views of its
// members, and most members are never copied.
#include "core/foreign/chrome_json_reader.h"

namespace loopscope {

namespace {

constexpr const char *brokenEvent = QT_TRANSLATE_NOOP("Problem", "%1 broken events were skipped");
constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

} // namespace

void ChromeJsonReader::feed(QByteArrayView bytes)
{
    if (m_state == State::Over || m_state == State::NoTrace)
        return;
    m_rest.append(bytes);
    if (m_rest.size() >= m_enough)
        work(m_rest);
}

bool ChromeJsonReader::finish()
{
    m_isLast = true;
    work(m_rest);
    const QByteArray left = m_rest.trimmed();
    if (m_state == State::Events && !left.isEmpty() && left != "," && !m_isLooking)
        m_skips.note(QT_TRANSLATE_NOOP("Problem", "the file ends within an event"));
    m_events.finish();
    return m_state == State::Events || m_wasList || (m_state == State::Over && m_isBare);
}

void ChromeJsonReader::work(QByteArrayView text)
{
    JsonTokens json(text);
    qsizetype good = 0;
    while (m_state != State::Over && m_state != State::NoTrace && step(json) == Step::Done)
        good = json.offset();
    m_rest.remove(0, good);
    m_enough = 2 * m_rest.size();
    if (m_rest.size() <= longestEvent)
        return;
    m_skips.note(QT_TRANSLATE_NOOP("Problem", "%1 events are longer than %2 MiB: skipped"),
                 QByteArray::number(longestEvent >> 20));
    m_isLooking = m_wasBroken = true;
    m_state = m_state == State::Members ? State::Over : m_state;
    m_rest.clear();
    m_enough = 0;
}

ChromeJsonReader::Step ChromeJsonReader::step(JsonTokens &json)
{
    if (m_isLooking)
        return lookForEvent(json);
    switch (m_state) {
    case State::Begin: return begin(json);
    case State::Members: return takeMember(json);
    case State::Events: return takeEvent(json);
    case State::Over:
    case State::NoTrace: break;
    }
    return Step::NeedsMore;
}

ChromeJsonReader::Step ChromeJsonReader::begin(JsonTokens &json)
{
    if (json.rest().startsWith(byteOrderMark))
        json.seek(byteOrderMark.size());
    else if (byteOrderMark.startsWith(json.rest()) && !m_isLast)
        return Step::NeedsMore;
    const char first = json.peek();
    if (json.isAtEnd())
        return Step::NeedsMore;
    m_isBare = first == '[';
    m_state = m_isBare ? State::Events : first == '{' ? State::Members : State::NoTrace;
    return json.take(first) ? Step::Done : Step::NeedsMore;
}

ChromeJsonReader::Step ChromeJsonReader::takeMember(JsonTokens &json)
{
    if (json.peek() == ',')
        static_cast<void>(json.take(','));
    if (json.peek() == '}') {
        m_state = State::Over;
        return Step::Done;
    }
    JsonToken name, value;
    if (!json.takeString(name) || !json.take(':'))
        return afterFailure(json, -1);
    if (name == "traceEvents" && json.peek() == '[') {
        m_state = State::Events;
        m_wasList = true;
        return json.take('[') ? Step::Done : Step::NeedsMore;
    }
    if (!json.takeValue(value))
        return afterFailure(json, -1);
    if (name != "displayTimeUnit")
        m_skips.note(QT_TRANSLATE_NOOP("Problem", "the file's member %2 was skipped"), name.text);
    return Step::Done;
}

ChromeJsonReader::Step ChromeJsonReader::takeEvent(JsonTokens &json)
{
    if (json.peek() == ',')
        static_cast<void>(json.take(','));
    const char first = json.peek();
    const qsizetype from = json.offset();
    if (first == ']')
        return endList(json);
    if (json.isAtEnd())
        return Step::NeedsMore;
    if (!readChromeEvent(json, m_event))
        return afterFailure(json, from);
    m_events.take(m_event);
    return Step::Done;
}

/// Behind a broken event, a bracket may have been within it: the list's is followed by the file's end or, in
/// an object, by its end or another member.
ChromeJsonReader::Step ChromeJsonReader::endList(JsonTokens &json)
{
    const qsizetype from = json.offset();
    static_cast<void>(json.take(']'));
    const char next = json.peek();
    if (m_wasBroken) {
        if (json.isAtEnd() && !m_isLast)
            return Step::NeedsMore;
        bool isEnd = json.isAtEnd();
        if (!m_isBare && (next == '}' || next == ',')) {
            static_cast<void>(json.take(next));
            isEnd = json.peek() == (next == ',' ? '"' : '\0');
            if (json.isAtEnd() && !m_isLast)
                return Step::NeedsMore;
        }
        json.seek(from + 1);
        if (!isEnd)
            return recover(json, from);
    }
    m_state = m_isBare ? State::Over : State::Members;
    return Step::Done;
}

ChromeJsonReader::Step ChromeJsonReader::afterFailure(JsonTokens &json, qsizetype from)
{
    if (json.failure() == JsonTokens::Failure::Short)
        return Step::NeedsMore;
    if (m_state == State::Events) {
        m_skips.note(brokenEvent);
        return recover(json, from);
    }
    if (m_wasList)
        m_skips.note(
            QT_TRANSLATE_NOOP("Problem", "what stands behind the list of events is broken: skipped"));
    m_state = m_wasList ? State::Over : State::NoTrace;
    return Step::Done;
}

ChromeJsonReader::Step ChromeJsonReader::recover(JsonTokens &json, qsizetype from)
{
    json.seek(from + 1);
    m_isLooking = m_wasBroken = true;
    m_before = 0;
    return Step::Done;
}

/// The next brace behind a comma, a bracket or on a new line.
ChromeJsonReader::Step ChromeJsonReader::lookForEvent(JsonTokens &json)
{
    const QByteArrayView text = json.rest();
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char letter = text[i];
        if (letter == '{' && (m_before == ',' || m_before == '[' || m_before == '\n')) {
            json.seek(json.offset() + i);
            m_isLooking = false;
            return Step::Done;
        }
        if (letter != ' ' && letter != '\t' && letter != '\r')
            m_before = letter;
    }
    json.seek(json.offset() + text.size());
    return text.isEmpty() ? Step::NeedsMore : Step::Done;
}

} // namespace loopscope
