// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/plan/timing_session.h"
#include "core/session/recording_stream.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace loopscope {

/// The exit codes of the program.
enum ExitCode { ExitGood = 0, ExitFailed = 1, ExitMisuse = 2, ExitSlower = 3, ExitInterrupted = 130 };

enum class ClockChoice { Virtual, Real };
enum class OutputStyle { Text, Json };
enum class Overwrite { Refuse, Force };

/// `--help`, `--version`: print the text and leave.
struct PrintText
{
    QString text;
};

/// What a picture is written as, whatever the name of its file says, or what that says.
enum class PictureFormat { Png, AsNamed };

/// A picture of the window instead of the window, and the state it shows.
struct ScreenshotRequest
{
    QString file;
    QString run;                 ///< the run that --at and --select mean; empty for the first
    std::optional<Nanos> at;     ///< where the playhead stands
    std::optional<Nanos> during; ///< taken so long after a plan started, while it runs; else when it is done
    QString select;              ///< "18" an event, "b" a task, "request:2" a request
    QSize size{1600, 1000};
    QString panel; ///< only this part of the window; empty for all of it
    Overwrite overwrite = Overwrite::Force;
    PictureFormat format = PictureFormat::AsNamed;
};

/// The window, with plans and recordings to open.
struct OpenWindow
{
    QStringList files;
    std::optional<ClockChoice> clock; ///< empty for the one used last
    QString theme;                    ///< "light", "dark", or empty for the one used last
    QString language;                 ///< "en", "zh_CN", or empty
    double scale = 1;
    std::optional<ScreenshotRequest> screenshot;
    QString trace; ///< file for a Perfetto trace of the program's own threads; empty for none
};

struct RunPlan
{
    QString plan;
    QStringList runs; ///< names, in the order given; empty for all
    ClockChoice clock = ClockChoice::Virtual;
    std::optional<TimingSession> session; ///< repeats to measure
    QString log;                          ///< file, "-" for standard output, empty for none
    QString record;                       ///< file, empty for none
    Overwrite overwrite = Overwrite::Refuse; ///< of both files
    OutputStyle output = OutputStyle::Text;
};

struct CheckPlans
{
    QStringList plans;
    OutputStyle output = OutputStyle::Text;
};

struct ListPlans
{
    OutputStyle output = OutputStyle::Text;
};

struct ShowRecording
{
    QString file;
    OutputStyle output = OutputStyle::Text;
};

struct ShowStats
{
    QString file;
    OutputStyle output = OutputStyle::Text;
};

struct CompareRecordings
{
    QString before, after;
    std::optional<double>
        failAbove; ///< a fraction: slower by more than that, beyond the noise, is ExitSlower
    OutputStyle output = OutputStyle::Text;
};

enum class ExportFormat { Chrome, Perfetto, CsvEvents, CsvSlices, Svg, Html, Otlp };

struct ExportRecording
{
    QString file;
    ExportFormat format = ExportFormat::Chrome;
    QString output; ///< file; empty for standard output
    Overwrite overwrite = Overwrite::Refuse;
    Packing packing = Packing::Compressed; ///< of a Perfetto trace
    QString endpoint;                      ///< of a collector to send to, instead of writing; empty for none
    QStringList headers;                   ///< to send with it, `NAME: VALUE`
};

struct CutRecording
{
    QString file;
    QString output;
    Overwrite overwrite = Overwrite::Refuse;
    std::optional<Nanos> from, to;
    QStringList runs, tasks; ///< names; empty for all
};

struct MergeRecordings
{
    QStringList files;
    QString output;
    Overwrite overwrite = Overwrite::Refuse;
};

enum class ListingLanguage { Python, Cpp };

/// A plan as a program in another language.
struct ShowListing
{
    QString plan;
    ListingLanguage language = ListingLanguage::Python;
    OutputStyle output = OutputStyle::Text;
};

using Command =
    std::variant<PrintText, OpenWindow, RunPlan, CheckPlans, ListPlans, ShowRecording, ShowListing, ShowStats,
                 CompareRecordings, ExportRecording, CutRecording, MergeRecordings>;

/// Understands the words behind the program's name. Words that Qt itself understands (`-platform x` and the
/// like) are left to Qt.
[[nodiscard]] Result<Command> parseCommandLine(const QStringList &words);

} // namespace loopscope
