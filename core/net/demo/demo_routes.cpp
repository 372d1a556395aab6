// SPDX-License-Identifier: MIT
#include "core/net/demo/demo_routes.h"

#include "core/net/demo/demo_documents.h"

#include <httplib.h>

#include <algorithm>
#include <charconv>

namespace loopscope::demo {

namespace {

constexpr const char *jsonType = "application/json; charset=utf-8";

// Answers of so many milliseconds or megabytes are asked for by hand; more would look as if it hung.
constexpr int longestWait = 600'000;
constexpr int mostMegabytes = 256;

int number(const std::string &text, int otherwise, int most)
{
    int value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return std::clamp(value, 0, most);
}

int parameter(const httplib::Request &request, const char *name, int otherwise, int most)
{
    return request.has_param(name) ? number(request.get_param_value(name), otherwise, most) : otherwise;
}

void answer(httplib::Response &response, std::string body)
{
    response.set_content(std::move(body), jsonType);
}

void answerStatus(const httplib::Request &request, httplib::Response &response)
{
    response.status = number(request.matches[1].str(), 500, 599);
    if (response.status < 200)
        response.status = 500; // 1xx is no final answer
    answer(response, "{\"status\": " + std::to_string(response.status) + "}");
}

void answerRedirect(const httplib::Request &request, httplib::Response &response)
{
    const int left = parameter(request, "n", 1, 1000);
    if (left == 0)
        return answer(response, rootDocument());
    response.set_redirect("/redirect?n=" + std::to_string(left - 1));
}

void answerChunked(const httplib::Request &request, httplib::Response &response, Pause &pause)
{
    const int chunks = parameter(request, "chunks", 5, 10'000);
    const std::chrono::milliseconds delay(parameter(request, "delay", 100, longestWait));
    const auto provide = [chunks, delay, &pause, next = 0](size_t, httplib::DataSink &sink) mutable {
        if (next > 0 && !pause.wait(delay))
            return false;
        std::string chunk = next == 0 ? "[" : ",\n";
        if (next < chunks)
            chunk += "{\"chunk\": " + std::to_string(next) + "}";
        if (++next >= chunks)
            chunk += "]";
        const bool written = sink.write(chunk.data(), chunk.size());
        if (next >= chunks)
            sink.done();
        return written;
    };
    response.set_chunked_content_provider(jsonType, provide);
}

void answerHalf(const httplib::Request &, httplib::Response &response)
{
    const auto provide = [](size_t, size_t length, httplib::DataSink &sink) {
        const std::string body = rootDocument();
        sink.write(body.data(), std::min(body.size(), length / 2));
        return false; // closes the connection, although more was promised
    };
    response.set_content_provider(rootDocument().size(), jsonType, provide);
}

} // namespace

void addRoutes(httplib::Server &server, Pause &pause)
{
    using httplib::Request;
    using httplib::Response;
    server.set_pre_routing_handler([&pause](const Request &request, Response &) {
        if (const int latency = parameter(request, "latency", 0, longestWait); latency > 0)
            pause.wait(std::chrono::milliseconds(latency));
        return httplib::Server::HandlerResponse::Unhandled;
    });
    server.Get("/", [](const Request &, Response &response) { answer(response, rootDocument()); });
    server.Get("/emojis", [](const Request &, Response &response) { answer(response, emojisDocument()); });
    server.Get("/feeds", [](const Request &, Response &response) { answer(response, feedsDocument()); });
    server.Get(R"(/delay/(\d+))", [&pause](const Request &request, Response &response) {
        const int wait = number(request.matches[1].str(), 0, longestWait);
        pause.wait(std::chrono::milliseconds(wait));
        answer(response, "{\"waited_ms\": " + std::to_string(wait) + "}");
    });
    server.Get(R"(/status/(\d+))", answerStatus);
    server.Get("/chunked", [&pause](const Request &request, Response &response) {
        answerChunked(request, response, pause);
    });
    server.Get("/drop", answerHalf);
    server.Get("/big", [](const Request &request, Response &response) {
        answer(response, bigDocument(static_cast<size_t>(parameter(request, "mb", 8, mostMegabytes)) * 1'000'000));
    });
    server.Get("/redirect", answerRedirect);
    server.Get("/not-json", [](const Request &, Response &response) {
        response.set_content("<!DOCTYPE html><title>A page</title><p>This is no JSON.\n", "text/html");
    });
}

} // namespace loopscope::demo
