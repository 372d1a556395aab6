// SPDX-License-Identifier: MIT
#include "ui/timeline/legend.h"

#include "core/trace/store.h"
#include "ui/style/time_text.h"
#include "ui/timeline/bar_painter.h"
#include "ui/timeline/link_painter.h"
#include "ui/timeline/request_geometry.h"

#include <QPainter>

#include <functional>
#include <numeric>

namespace loopscope {

namespace {

constexpr double between = 16; ///< two entries
constexpr double picture = 22; ///< the width of an entry's picture

struct Entry
{
    QString text;
    double width;
    std::function<void(const QRectF &)> paint;
};

void paintOneBar(QPainter &painter, TimelineInk &ink, BarKind kind, const QRectF &rect)
{
    RowGeometry row;
    row.bars.push_back({kind, rect, rect.width(), {}, {}});
    BarPainter(painter, ink, rect.right()).paint(row);
}

/// Paints entries from the left until the room ends.
void paintEntries(QPainter &painter, TimelineInk &ink, QRectF box, const std::vector<Entry> &entries)
{
    const double middle = box.center().y();
    for (const Entry &entry : entries) {
        const double width = entry.width + 6 + ink.textWidth(entry.text, TextRole::Small);
        if (box.left() + width > box.right())
            return;
        entry.paint({box.left(), box.top(), entry.width, box.height()});
        ink.drawText(painter, entry.text, TextRole::Small, ink.colour(Role::Ink2),
                     box.left() + entry.width + 6, middle);
        box.setLeft(box.left() + width + between);
    }
}

} // namespace

LegendRow::LegendRow(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Legend"));
    connect(&theme, &Theme::changed, this, &LegendRow::restyle);
}

void LegendRow::restyle()
{
    updateGeometry();
    update();
}

QSize LegendRow::sizeHint() const
{
    return {400, int(m_theme.metrics().legend)};
}

void LegendRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    TimelineInk ink(m_theme, devicePixelRatioF());
    const Metrics &m = m_theme.metrics();
    painter.fillRect(rect(), ink.colour(Role::Panel));
    painter.fillRect(QRectF(0, 0, width(), ink.hairline()), ink.colour(Role::Border));

    const auto bar = [&](BarKind kind, double height) {
        return [&, kind, height](const QRectF &box) {
            const double drop = kind == BarKind::Ready ? height / 2 : 0;
            paintOneBar(painter, ink, kind,
                        {box.left(), box.center().y() - height / 2 + drop, box.width(), height});
        };
    };
    const auto glyph = [&](Glyph sign, Role colour) {
        return [&, sign, colour](const QRectF &box) {
            paintGlyph(painter, sign, {box.left(), box.center().y() - m.icon / 2, m.icon, m.icon},
                       ink.colour(colour), ink.colour(Role::OnFailed));
        };
    };
    const auto link = [&](LinkKind kind) {
        return [&, kind](const QRectF &box) {
            paintLink(painter, ink,
                      {kind, {box.left() + 2, box.center().y() + 4}, {box.right() - 4, box.center().y() - 5}},
                      LinkWeight::Usual);
        };
    };
    paintEntries(painter, ink, QRectF(rect()).adjusted(m.margin, 0, -m.margin, 0),
                 {{tr("created"), picture, bar(BarKind::Created, m.created)},
                  {tr("ready: waits its turn"), picture, bar(BarKind::Ready, 6)},
                  {tr("running"), picture, bar(BarKind::Running, m.inset)},
                  {tr("suspended on …"), picture, bar(BarKind::Suspended, m.requestThin)},
                  {tr("done"), m.icon, glyph(Glyph::Check, Role::Done)},
                  {tr("failed"), m.icon, glyph(Glyph::Failed, Role::Failed)},
                  {tr("cancelled"), m.icon, glyph(Glyph::Cancelled, Role::CancHatch)},
                  {tr("wakes"), picture, link(LinkKind::Wakes)},
                  {tr("creates"), picture, link(LinkKind::Creates)},
                  {tr("loop lag"), m.icon - 2, glyph(Glyph::LagMark, Role::Lag)}});
}

void paintPhaseLegend(QPainter &painter, TimelineInk &ink, const QRectF &box)
{
    const Metrics &m = ink.metrics();
    std::vector<Entry> entries;
    for (const auto &[kind, height] :
         std::initializer_list<std::pair<BarKind, double>>{{BarKind::Queued, m.created},
                                                           {BarKind::Connect, m.requestThin},
                                                           {BarKind::Tls, m.requestThin},
                                                           {BarKind::Server, m.requestThin},
                                                           {BarKind::Receive, m.requestThin}})
        entries.push_back(
            {phaseName(kind), m.icon, [&painter, &ink, kind = kind, height = height](const QRectF &at) {
                 paintOneBar(painter, ink, kind,
                             {at.left(), at.center().y() - height / 2, at.width(), height});
             }});
    paintEntries(painter, ink, box, entries);
}

QString requestsSummary(const RunInfo &run)
{
    const qint64 bytes =
        std::accumulate(run.requests.begin(), run.requests.end(), qint64(0),
                        [](qint64 sum, const RequestInfo &request) { return sum + request.bytes; });
    const auto count = qsizetype(run.requests.size());
    const QString text = count == 1 ? LegendRow::tr("%1 request, %2") : LegendRow::tr("%1 requests, %2");
    return text.arg(countText(count), bytesText(bytes));
}

QString jobsSummary(const RunInfo &run)
{
    const auto count = qsizetype(run.jobs.size());
    return (count == 1 ? LegendRow::tr("%1 job") : LegendRow::tr("%1 jobs")).arg(countText(count));
}

} // namespace loopscope
