// SPDX-License-Identifier: MIT
#include "core/listing/python_helpers.h"

namespace loopscope {

namespace {

constexpr char waitInOrder[] = R"(
async def wait_in_order(futures, **options):
    """asyncio.wait, but done and pending are lists in the order of `futures`."""
    done, pending = await asyncio.wait(futures, **options)
    futures = list(dict.fromkeys(futures))
    return {"done": [f for f in futures if f in done], "pending": [f for f in futures if f in pending]}
)";

constexpr char each[] = R"(
def each(value):
    return value if isinstance(value, list) else [value]
)";

constexpr char part[] = R"(
def part(value, index):
    return value[str(index)] if isinstance(value, dict) else value[index]
)";

constexpr char sleepThen[] = R"(
def sleep_then(seconds, value):
    time.sleep(seconds)
    return value
)";

constexpr char spin[] = R"(
def spin(seconds, value=None):
    """Keeps a thread busy."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        pass
    return value
)";

constexpr char fetch[] = R"(
demo_server = "http://localhost:8080"  # what demo:/ stands for


async def fetch(url):
    url = url.replace("demo:", demo_server, 1) if url.startswith("demo:") else url
    async with aiohttp.ClientSession() as session:
        async with session.get(url) as reply:
            if not reply.ok:
                raise OSError(f"HTTP {reply.status}")
            return await reply.json(content_type=None)
)";

constexpr char named[] = R"(
names = {}


def named(name, thing):
    names[thing] = name
    return thing
)";

constexpr char text[] = R"(
def text(value):
    """A value as it is printed: a task by its name, an error as Type: message, most as JSON."""
    shown = plain(value)
    if isinstance(value, BaseException):
        return ": ".join(filter(None, [shown["error"], shown["message"]]))
    return shown if isinstance(shown, str) else json.dumps(shown, separators=(",", ":"), ensure_ascii=False)


def plain(value):
    if isinstance(value, asyncio.Task):
        return value.get_name()
    if isinstance(value, BaseExceptionGroup):
        errors = [plain(error) for error in value.exceptions]
        return {"error": type(value).__name__, "message": value.message, "errors": errors}
    if isinstance(value, BaseException):
        return {"error": type(value).__name__, "message": str(value.args[0]) if value.args else ""}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
)";

struct Definition
{
    PythonHelper helper;
    const char *code;
};
constexpr Definition definitions[]{
    {PythonHelper::WaitInOrder, waitInOrder},
    {PythonHelper::Each, each},
    {PythonHelper::Part, part},
    {PythonHelper::SleepThen, sleepThen},
    {PythonHelper::Spin, spin},
    {PythonHelper::Fetch, fetch},
    {PythonHelper::Named, named},
    {PythonHelper::Text, text},
};

} // namespace

QStringList pythonImports(PythonHelpers needed)
{
    QStringList imports{QStringLiteral("import asyncio")};
    if (needed & PythonHelper::Text)
        imports += QStringLiteral("import json");
    if (needed & (PythonHelper::Time | PythonHelper::SleepThen | PythonHelper::Spin))
        imports += QStringLiteral("import time");
    if (needed & PythonHelper::Fetch)
        imports += QStringList{QString(), QStringLiteral("import aiohttp")};
    return imports;
}

QStringList pythonDefinitions(PythonHelpers needed)
{
    QStringList lines;
    for (const Definition &definition : definitions) {
        if (!(needed & definition.helper))
            continue;
        QString code = QString::fromUtf8(definition.code).trimmed();
        if (definition.helper == PythonHelper::Text && (needed & PythonHelper::Named))
            code.replace(code.size() - 5, 5, QStringLiteral("names.get(value, value)"));
        lines += QStringList{QString(), QString()};
        lines += code.split(u'\n');
    }
    return lines;
}

} // namespace loopscope
