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

constexpr const char *skippedMember = QT_TRANSLATE_NOOP("Problem", "the file's member %2 was skipped");
constexpr const char *brokenEvent = QT_TRANSLATE_NOOP("Problem", "%1 broken events were skipped");
constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

bool isSpace(char letter)
{
    return letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t';
}

} // namespace

void ChromeJsonReader::feed(QByteArrayView bytes)
{
    if (m_state == State::Over)
        return noteBehind(bytes);
    if (!isReading())
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
    if (m_firstBehind == '{' || m_firstBehind == '[')
        m_skips.note(QT_TRANSLATE_NOOP("Problem", "another document stands behind the end of the trace: its %1 bytes "
                                                  "were skipped"),
                     {}, m_behind);
    else
        m_skips.note(QT_TRANSLATE_NOOP("Problem", "%1 bytes behind the end of the trace were skipped"), {}, m_behind);
    m_events.finish();
    return m_state == State::Events || m_wasList || (m_state == State::Over && m_isBare);
}

void ChromeJsonReader::work(QByteArrayView text)
{
    JsonTokens json(text);
    qsizetype good = 0;
    while (isReading() && step(json) == Step::Done)
        good = json.offset();
    m_rest.remove(0, good);
    if (m_state == State::Over)
        noteBehind(std::exchange(m_rest, {}));
    if (m_rest.size() > longestEvent)
        dropLong();
    m_enough = 2 * m_rest.size();
}

void ChromeJsonReader::dropLong()
{
    if (m_state == State::Members)
        return beginLongMember();
    m_skips.note(QT_TRANSLATE_NOOP("Problem", "%1 events are longer than %2 MiB: skipped"),
                 QByteArray::number(longestEvent >> 20));
    m_isLooking = m_wasBroken = true;
    m_rest.clear();
}

/// Its name and the beginning of its value are there.
void ChromeJsonReader::beginLongMember()
{
    JsonTokens json(m_rest);
    if (json.peek() == ',')
        static_cast<void>(json.take(','));
    JsonToken name;
    const bool isNamed = json.takeString(name) && json.take(':');
    const char first = json.peek();
    if (!isNamed || (first != '{' && first != '[' && first != '"')) {
        giveUp();
        return m_rest.clear();
    }
    m_skips.note(skippedMember, name.text);
    m_longMember = {};
    m_state = State::LongMember;
    m_rest.remove(0, json.offset());
    work(m_rest); // takes all of it
}

ChromeJsonReader::Step ChromeJsonReader::passLongMember(JsonTokens &json)
{
    const QByteArrayView text = json.rest();
    json.seek(json.offset() + m_longMember.skip(text));
    m_state = m_longMember.isOver() ? State::Members : m_state;
    return text.isEmpty() ? Step::NeedsMore : Step::Done;
}

/// Spaces before the first that is none do not count.
void ChromeJsonReader::noteBehind(QByteArrayView bytes)
{
    const auto first = m_behind > 0 ? bytes.begin() : std::find_if_not(bytes.begin(), bytes.end(), isSpace);
    if (m_behind == 0 && first != bytes.end())
        m_firstBehind = *first;
    m_behind += quint64(bytes.end() - first);
}

ChromeJsonReader::Step ChromeJsonReader::step(JsonTokens &json)
{
    if (m_isLooking)
        return lookForEvent(json);
    switch (m_state) {
    case State::Begin: return begin(json);
    case State::Members: return takeMember(json);
    case State::LongMember: return passLongMember(json);
    case State::Events: return takeEvent(json);
    case State::Over:
    case State::GivenUp:
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
        return json.take('}') ? Step::Done : Step::NeedsMore;
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
        m_skips.note(skippedMember, name.text);
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
    giveUp();
    return Step::Done;
}

void ChromeJsonReader::giveUp()
{
    if (m_wasList)
        m_skips.note(
            QT_TRANSLATE_NOOP("Problem", "what stands behind the list of events is broken: skipped"));
    m_state = m_wasList ? State::GivenUp : State::NoTrace;
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
