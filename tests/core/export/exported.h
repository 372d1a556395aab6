// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/json_text.h"
#include "core/export/text_sink.h"
#include "core/session/recording_info.h"

#include "tests/support/story.h"

namespace loopscope {

/// What an exporter writes to a sink that takes everything.
template<class Export>
QByteArray exported(Export exportTo)
{
    QByteArray text;
    TextSink sink([&text](QByteArrayView block) -> Result<void> {
        text += block;
        return {};
    });
    exportTo(sink);
    return sink.finish() ? text : QByteArray("failed");
}

inline RecordingInfo titled(const QString &title)
{
    RecordingInfo info;
    info.title = title;
    return info;
}

/// A recording of names that would break a careless page, picture, table or program.
inline Story hostileStory(const QString &name)
{
    const QByteArray text = jsonString(name);
    using enum EventKind;
    Story story;
    story.say(RunBegin, 0, {.payload = R"({"run":)" + text + R"(,"main":)" + text + R"(,"clock":"real"})"});
    story.say(PassBegin, 0, {.subject = 1});
    story.say(Created, 0, {.task = 1, .payload = R"({"task":)" + text + R"(,"coro":)" + text + "}"});
    story.say(Ready, 0, {.task = 1});
    story.say(Resumed, 0, {.task = 1});
    story.say(Print, 1, {.task = 1, .payload = R"({"text":)" + text + "}"});
    story.say(ExecutorBegin, 1, {.task = 1, .payload = R"({"job":)" + text + "}", .subject = 1});
    story.say(RequestQueued, 1,
              {.task = 1, .payload = R"({"method":)" + text + R"(,"url":)" + text + "}", .subject = 1});
    story.say(Suspended, 2, {.task = 1, .payload = R"({"on":)" + text + "}"});
    story.say(CallbackBegin, 2, {.payload = R"({"of":)" + text + "}", .subject = 1});
    story.say(CallbackEnd, 3, {.subject = 1});
    story.say(PassEnd, 3, {.subject = 1});
    story.say(Resumed, 500, {.task = 1});
    story.say(RequestDone, 500, {.payload = R"({"error":)" + text + "}", .subject = 1});
    story.say(
        Done, 501,
        {.task = 1, .payload = R"({"outcome":"exception","type":)" + text + R"(,"message":)" + text + "}"});
    story.say(Print, 501, {.payload = "{not JSON at all \xff\x01"});
    story.say(RunEnd, 501, {.payload = R"({"run":"r","outcome":)" + text + R"(,"cost":0.5})"});
    return story;
}

inline QStringList hostileNames()
{
    return {QStringLiteral("</script><script>alert(1)</script>"),
            QStringLiteral("\"'><img src=x onerror=alert(1)>"),
            QStringLiteral("]]></style></svg>&amp;&#x3c;"),
            QStringLiteral("=HYPERLINK(\"http://x\";\"y\")"),
            QStringLiteral("a,b\r\n\"c\"\td"),
            QString(QChar(0x202e)) + QStringLiteral("gpj.exe") + QChar(0x2066),
            QString(QChar(0x01)) + QChar(0x1b) + QStringLiteral("[31m") + QChar(0x85) + QChar(0xffff),
            QString(QChar(0xd800)) + QStringLiteral("lone") + QChar(0xdc00),
            QStringLiteral("\\u0000\\\\\"}],"),
            QString(5000, u'x')};
}

} // namespace loopscope
