// SPDX-License-Identifier: MIT
// parse.js FILE: reads an ExportTraceServiceRequest in OTLP/JSON by OpenTelemetry's own definitions, and prints how
// many traces, spans, events and links it holds. Anything that they do not know, or know as another type, is an error.
"use strict";
const fs = require("node:fs");
const root = require("@opentelemetry/otlp-transformer/build/src/generated/root.js");
const Request = root.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;

// Ids are hex in OTLP/JSON, and base64 in all other JSON made of protobuf.
const lengths = { traceId: 16, spanId: 8, parentSpanId: 8 };

function withBytes(value) {
    if (Array.isArray(value))
        return value.map(withBytes);
    if (value === null || typeof value !== "object")
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => {
        if (!(key in lengths))
            return [key, withBytes(member)];
        if (!/^[0-9a-f]+$/.test(member) || member.length !== 2 * lengths[key] || /^0+$/.test(member))
            throw new Error(`${key} is ${JSON.stringify(member)}`);
        return [key, Buffer.from(member, "hex")];
    }));
}

// Everything that was written must have arrived, as what it was.
function compare(written, read, path) {
    if (Buffer.isBuffer(written)) {
        if (!written.equals(Buffer.from(read ?? "", "base64")))
            throw new Error(`${path} was not read`);
    } else if (Array.isArray(written)) {
        if (written.length !== (read ?? []).length)
            throw new Error(`${path} has another length`);
        written.forEach((item, index) => compare(item, read[index], `${path}[${index}]`));
    } else if (typeof written === "object") {
        for (const key of Object.keys(written))
            compare(written[key], (read ?? {})[key], `${path}.${key}`);
    } else if (written !== read) {
        throw new Error(`${path} is ${JSON.stringify(written)} and was read as ${JSON.stringify(read)}`);
    }
}

const written = withBytes(JSON.parse(fs.readFileSync(process.argv[2], "utf8")));
const wrong = Request.verify(Request.fromObject(written));
if (wrong)
    throw new Error(wrong);
const request = Request.decode(Request.encode(Request.fromObject(written)).finish());
compare(written, Request.toObject(request, { longs: String, bytes: String, arrays: true }), "$");

const spans = request.resourceSpans.flatMap(of => of.scopeSpans.flatMap(scope => scope.spans));
const sum = of => spans.reduce((total, span) => total + span[of].length, 0);
const traces = new Set(spans.map(span => Buffer.from(span.traceId).toString("hex")));
console.log(`${traces.size} traces, ${spans.length} spans, ${sum("events")} events, ${sum("links")} links`);
