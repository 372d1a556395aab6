// SPDX-License-Identifier: MIT
#include "core/export/track_csv_export.h"

#include "core/analysis/statistics.h"
#include "core/base/json_text.h"
#include "core/export/csv_cell.h"

#include <cmath>

namespace loopscope {

namespace {

class TrackTable
{
public:
    TrackTable(const TrackStore &tracks, TextSink &out) : m_tracks(tracks), m_out(out) {}

    void write(TrackId track, TrackCsvRows rows)
    {
        m_lane = QByteArray::number(track.value) + ',' + csvCell(m_tracks.name(track)) + ',' +
                 wordFor(m_tracks.info(track).kind) + ',' + processOf(track);
        for (quint32 depth = 0; depth < m_tracks.rowCount(track); ++depth)
            writeSlices(track, depth);
        if (rows == TrackCsvRows::Slices)
            return;
        for (const TrackInstant &instant : m_tracks.instants(track))
            line("instant", {}, instant.name, instant.at, {}, {}, instant.arguments);
        for (const Sample &sample : m_tracks.samples(track))
            line("sample", {}, {}, sample.at, {},
                 std::isfinite(sample.value) ? jsonNumber(sample.value) : QByteArray::number(sample.value),
                 {});
    }

private:
    void writeSlices(TrackId track, quint32 depth)
    {
        for (const Slice &slice : m_tracks.row(track, depth).slices()) {
            if (m_out.isFailed())
                return;
            line("slice", QByteArray::number(depth), slice.name, slice.begin,
                 slice.isOpen() ? QByteArray() : exactSeconds(slice.length), {}, slice.arguments);
        }
    }

    QByteArray processOf(TrackId track) const
    {
        for (TrackId at = track; at; at = m_tracks.info(at).parent)
            if (const TrackInfo &info = m_tracks.info(at); info.kind == TrackKind::Process)
                return csvCell(info.name ? m_tracks.text(info.name)
                                         : QString::number(info.number.value_or(0)));
        return {};
    }

    void line(const char *what, const QByteArray &depth, TextId name, TracePoint at, const QByteArray &length,
              const QByteArray &value, TextId arguments)
    {
        const QByteArrayList cells{m_lane,
                                   what,
                                   depth,
                                   csvCell(m_tracks.text(name)),
                                   csvCell(m_tracks.text(m_tracks.category(name))),
                                   exactSeconds(at - m_tracks.span().begin),
                                   length,
                                   value,
                                   csvCell(m_tracks.text(arguments))};
        m_out << cells.join(',') << "\r\n";
    }

    const TrackStore &m_tracks;
    TextSink &m_out;
    QByteArray m_lane; ///< the first cells of every line of a track
};

} // namespace

void exportTracksCsv(const TrackStore &tracks, TrackCsvRows rows, TextSink &out)
{
    out << "track,track_name,kind,process,what,depth,name,category,begin_s,length_s,value,arguments\r\n";
    TrackTable table(tracks, out);
    for (quint32 id = 1; id <= tracks.trackCount() && !out.isFailed(); ++id)
        table.write({id}, rows);
}

} // namespace loopscope
