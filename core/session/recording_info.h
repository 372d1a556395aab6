// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/view_state.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QMap>
#include <QString>

#include <optional>

namespace loopscope {

/// What a recording says about itself, beside its events.
struct RecordingInfo
{
    QString title;
    QString planName;    ///< the file's or the built-in plan's name; empty when no plan was run
    QByteArray planText; ///< the plan as it was run, byte for byte
    QString clock;       ///< "real" or "virtual"
    std::optional<qint64> seed;
    QMap<QString, QString> versions; ///< of what took part: loopscope, qt, qcoro …
    QString machine;
    QDateTime startedAt;
    QString notes;             ///< the user's own
    QList<Bookmark> bookmarks; ///< in order of their places
    ViewState view;            ///< as it was saved
    QJsonObject others;        ///< members that this version does not know, kept as they are

    bool operator==(const RecordingInfo &) const = default;
};

/// An info that names this program, Qt, this machine and the present time.
[[nodiscard]] RecordingInfo infoOfThisMachine();

/// As one compact JSON object; members that are empty are left out.
[[nodiscard]] QByteArray toJson(const RecordingInfo &info);

/// Tolerant: what is missing or of another type is left empty, and what is there of another type is kept in `others`.
[[nodiscard]] RecordingInfo recordingInfoFromJson(const QByteArray &json);

} // namespace loopscope
