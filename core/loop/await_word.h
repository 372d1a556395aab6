// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <string_view>

namespace loopscope {

/// What a task is suspended on, as events say it. A byte, because every future carries one.
enum class AwaitWord : quint8 {
    Await,
    Acquire,
    ConditionWait,
    EventWait,
    Executor,
    Fetch,
    Gather,
    Get,
    Group,
    Native,
    Put,
    Shield,
    Sleep,
    Wait,
    WaitFor,
};
inline constexpr int awaitWordCount = 15;

/// The payload of a suspension on `word` that has nothing more to say. It is always the same text, which lives as
/// long as the program: recorders know it by its address.
[[nodiscard]] inline QByteArray payloadOf(AwaitWord word)
{
    static constexpr std::string_view texts[awaitWordCount] = {
        R"({"on":"await"})", R"({"on":"acquire"})", R"({"on":"condition_wait"})", R"({"on":"event_wait"})",
        R"({"on":"executor"})", R"({"on":"fetch"})", R"({"on":"gather"})", R"({"on":"get"})",
        R"({"on":"group"})", R"({"on":"native"})", R"({"on":"put"})", R"({"on":"shield"})",
        R"({"on":"sleep"})", R"({"on":"wait"})", R"({"on":"wait_for"})"};
    const std::string_view text = texts[size_t(word)];
    return QByteArray::fromRawData(text.data(), qsizetype(text.size()));
}

} // namespace loopscope
