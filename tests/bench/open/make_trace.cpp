// SPDX-License-Identifier: MIT
// make_trace N OUT.json OUT.pftrace: a schedule of N slices on 200 tracks, two deep, as Chrome's Trace Event
// JSON (one X event a slice, 95 bytes) and as Perfetto packets (a begin and an end a slice). Always the same.
#include <protozero/pbf_writer.hpp>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <random>
#include <string>

namespace {

constexpr int trackCount = 200;
constexpr std::uint64_t firstTrack = 0x1000;
const char *const names[] = {"fetch", "parse",  "render", "save",   "poll",  "timer",
                             "reply", "decode", "retry",  "accept", "query", "flush"};

class File
{
public:
    explicit File(const char *path) : m_file(std::fopen(path, "wb"))
    {
        if (!m_file)
            std::exit(2);
    }
    ~File() { std::fclose(m_file); }
    File(const File &) = delete;
    File &operator=(const File &) = delete;
    void write(const std::string &bytes) { std::fwrite(bytes.data(), 1, bytes.size(), m_file); }

private:
    std::FILE *m_file;
};

struct Slice
{
    std::uint64_t begin = 0, end = 0;
    unsigned track = 0, name = 0;
    bool isInner = false;
};

std::string nameOf(const Slice &slice)
{
    return (slice.isInner ? "await " : "") + std::string(names[slice.name]);
}

void writeJson(File &file, const Slice &slice)
{
    char text[256];
    const std::uint64_t length = slice.end - slice.begin;
    std::snprintf(
        text, sizeof text,
        ",\n{\"ph\":\"X\",\"pid\":4242,\"tid\":%u,\"ts\":%llu.%03u,\"dur\":%llu.%03u,\"name\":\"%s\","
        "\"cat\":\"coro\"}",
        1000 + slice.track, static_cast<unsigned long long>(slice.begin / 1000), unsigned(slice.begin % 1000),
        static_cast<unsigned long long>(length / 1000), unsigned(length % 1000), nameOf(slice).c_str());
    file.write(text);
}

template<class Fill>
void writePacket(File &file, Fill fill)
{
    std::string packet, framed;
    protozero::pbf_writer writer(packet);
    writer.add_uint32(10, 1);
    fill(writer);
    protozero::pbf_writer(framed).add_message(1, packet);
    file.write(framed);
}

void writeEvent(File &file, std::uint64_t at, unsigned type, const Slice &slice)
{
    writePacket(file, [&](protozero::pbf_writer &packet) {
        packet.add_uint64(8, at);
        packet.add_uint32(13, 2);
        protozero::pbf_writer event(packet, 11);
        event.add_uint32(9, type);
        event.add_uint64(11, firstTrack + slice.track);
        if (type == 1)
            event.add_uint32(10, 1 + slice.name + (slice.isInner ? 100 : 0));
    });
}

void writeHead(File &json, File &packets)
{
    json.write("{\"traceEvents\":[\n{\"ph\":\"M\",\"pid\":4242,\"tid\":1,\"name\":\"process_name\","
               "\"args\":{\"name\":\"loop\"}}");
    writePacket(packets, [](protozero::pbf_writer &packet) {
        packet.add_uint32(13, 1);
        protozero::pbf_writer interned(packet, 12);
        for (unsigned i = 0; i < 2 * std::size(names); ++i) {
            const bool isInner = i >= std::size(names);
            const unsigned name = i % unsigned(std::size(names));
            protozero::pbf_writer entry(interned, 2);
            entry.add_uint64(1, 1 + name + (isInner ? 100 : 0));
            entry.add_string(2, (isInner ? "await " : "") + std::string(names[name]));
        }
    });
    for (unsigned track = 0; track < trackCount; ++track)
        writePacket(packets, [&](protozero::pbf_writer &packet) {
            protozero::pbf_writer descriptor(packet, 60);
            descriptor.add_uint64(1, firstTrack + track);
            protozero::pbf_writer thread(descriptor, 4);
            thread.add_int32(1, 4242);
            thread.add_int64(2, 1000 + track);
            thread.add_string(5, "Task-" + std::to_string(track));
        });
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 4)
        return 2;
    const std::uint64_t wanted = std::strtoull(argv[1], nullptr, 10);
    File json(argv[2]), packets(argv[3]);
    writeHead(json, packets);
    std::mt19937 random(1);
    const auto upTo = [&random](unsigned most) { return unsigned(random() % most); };
    std::uint64_t now = 1'000'000'000, done = 0;
    while (done < wanted) {
        Slice inner[3], outer{.track = upTo(trackCount), .name = upTo(unsigned(std::size(names)))};
        outer.begin = now += 200 + upTo(3000);
        writeEvent(packets, now, 1, outer);
        ++done;
        unsigned count = 0;
        for (const unsigned most = 1 + upTo(3); count < most && done < wanted; ++count, ++done) {
            Slice &slice = inner[count] = {
                .track = outer.track, .name = upTo(unsigned(std::size(names))), .isInner = true};
            slice.begin = now += 100 + upTo(900);
            slice.end = now += 300 + upTo(5000);
            writeEvent(packets, slice.begin, 1, slice);
            writeEvent(packets, slice.end, 2, slice);
        }
        outer.end = now += 100 + upTo(500);
        writeEvent(packets, now, 2, outer);
        writeJson(json, outer);
        for (unsigned i = 0; i < count; ++i)
            writeJson(json, inner[i]);
    }
    json.write("\n]}\n");
}
