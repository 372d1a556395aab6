// SPDX-License-Identifier: MIT
#include "core/export/otlp_export.h"

#include "core/export/otlp_json.h"
#include "core/export/otlp_spans.h"

namespace loopscope {

namespace {

constexpr int mostSpans = 512;
constexpr qsizetype mostBytes = 2'000'000;

/// What stands before the spans of a request, and what behind them.
QByteArray head(const RecordingInfo &info)
{
    OtlpAttributes attributes;
    attributes.add("service.name", info.title.isEmpty() ? QStringLiteral("loopscope") : info.title);
    attributes.add("telemetry.sdk.name", QStringLiteral("loopscope"));
    attributes.add("telemetry.sdk.version", QStringLiteral(LOOPSCOPE_VERSION));
    attributes.add("telemetry.sdk.language", QStringLiteral("cpp"));
    attributes.add("loopscope.plan", info.planName).add("loopscope.clock", info.clock);
    attributes.add("loopscope.machine", info.machine);
    return R"({"resourceSpans":[{"resource":{"attributes":)" + attributes.text() +
           R"(},"scopeSpans":[{"scope":{"name":"loopscope","version":")" LOOPSCOPE_VERSION R"("},"spans":[)";
}

constexpr const char *tail = "]}]}]}";

} // namespace

void exportOtlp(const Store &store, const RecordingInfo &info, TextSink &out)
{
    out << head(info);
    bool isFirst = true;
    tellOtlpSpans(store, info, [&](const QByteArray &span) {
        if (!std::exchange(isFirst, false))
            out << ',';
        out << span;
    });
    out << tail << '\n';
}

QByteArrayList otlpRequests(const Store &store, const RecordingInfo &info)
{
    const QByteArray begin = head(info);
    QByteArrayList requests;
    int spans = 0;
    tellOtlpSpans(store, info, [&](const QByteArray &span) {
        if (requests.isEmpty() || spans == mostSpans || requests.last().size() + span.size() > mostBytes) {
            requests << begin;
            spans = 0;
        }
        if (spans++ > 0)
            requests.last() += ',';
        requests.last() += span;
    });
    for (QByteArray &request : requests)
        request += tail;
    return requests;
}

} // namespace loopscope
