// SPDX-License-Identifier: MIT
#include "core/session/recording_info.h"

#include <QJsonDocument>
#include <QSysInfo>
#include <QThread>

namespace loopscope {

namespace {

constexpr QLatin1String versionsKey("versions"), seedKey("seed"), bookmarksKey("bookmarks");

void putText(QJsonObject &object, QLatin1String key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

/// Takes a text out; what is no text stays among the members that nobody knows.
QString takeText(QJsonObject &object, QLatin1String key)
{
    return object.value(key).isString() ? object.take(key).toString() : QString();
}

QMap<QString, QString> takeVersions(QJsonObject &object)
{
    QMap<QString, QString> texts;
    if (!object.value(versionsKey).isObject())
        return texts;
    QJsonObject versions = object.take(versionsKey).toObject();
    for (const QString &name : versions.keys()) {
        if (versions.value(name).isString())
            texts.insert(name, versions.take(name).toString());
    }
    if (!versions.isEmpty())
        object.insert(versionsKey, versions);
    return texts;
}

void putVersions(QJsonObject &object, const QMap<QString, QString> &texts)
{
    QJsonObject versions = object.value(versionsKey).toObject();
    for (auto text = texts.begin(); text != texts.end(); ++text)
        versions.insert(text.key(), text.value());
    if (!versions.isEmpty())
        object.insert(versionsKey, versions);
}

std::optional<qint64> takeSeed(QJsonObject &object)
{
    bool good = false;
    // A text: JSON numbers are doubles to most readers.
    const qint64 seed = object.value(seedKey).toString().toLongLong(&good);
    if (!good)
        return std::nullopt;
    object.remove(seedKey);
    return seed;
}

QDateTime takeTime(QJsonObject &object, QLatin1String key)
{
    const QDateTime time = QDateTime::fromString(object.value(key).toString(), Qt::ISODateWithMs).toUTC();
    if (time.isValid())
        object.remove(key);
    return time;
}

} // namespace

RecordingInfo infoOfThisMachine()
{
    RecordingInfo info;
    info.versions.insert(QStringLiteral("loopscope"), QStringLiteral(LOOPSCOPE_VERSION));
    info.versions.insert(QStringLiteral("qt"), QString::fromLatin1(qVersion()));
    info.machine = QStringLiteral("%1, %2, %3 cores")
                       .arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture())
                       .arg(QThread::idealThreadCount());
    info.startedAt = QDateTime::currentDateTimeUtc();
    return info;
}

QByteArray toJson(const RecordingInfo &info)
{
    QJsonObject object = info.others;
    putText(object, QLatin1String("title"), info.title);
    putText(object, QLatin1String("plan"), info.planName);
    putText(object, QLatin1String("plan_text"), QString::fromUtf8(info.planText));
    putText(object, QLatin1String("clock"), info.clock);
    if (info.seed)
        object.insert(seedKey, QString::number(*info.seed));
    putVersions(object, info.versions);
    putText(object, QLatin1String("machine"), info.machine);
    putText(object, QLatin1String("started_at"), info.startedAt.toUTC().toString(Qt::ISODateWithMs));
    putText(object, QLatin1String("notes"), info.notes);
    QJsonArray bookmarks = toJson(info.bookmarks);
    for (const QJsonValue &other : info.others.value(bookmarksKey).toArray())
        bookmarks.append(other);
    if (!bookmarks.isEmpty())
        object.insert(bookmarksKey, bookmarks);
    if (const QJsonObject view = toJson(info.view); !view.isEmpty())
        object.insert(QLatin1String("view"), view);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

RecordingInfo recordingInfoFromJson(const QByteArray &json)
{
    RecordingInfo info;
    info.others = QJsonDocument::fromJson(json).object();
    const auto take = [&info](const char *key) { return takeText(info.others, QLatin1String(key)); };
    info.title = take("title");
    info.planName = take("plan");
    info.planText = take("plan_text").toUtf8();
    info.clock = take("clock");
    info.seed = takeSeed(info.others);
    info.versions = takeVersions(info.others);
    info.machine = take("machine");
    info.startedAt = takeTime(info.others, QLatin1String("started_at"));
    info.notes = take("notes");
    if (info.others.value(bookmarksKey).isArray()) {
        QJsonArray strange;
        info.bookmarks = bookmarksFromJson(info.others.take(bookmarksKey).toArray(), strange);
        if (!strange.isEmpty())
            info.others.insert(bookmarksKey, strange);
    }
    if (info.others.value(QLatin1String("view")).isObject())
        info.view = viewStateFromJson(info.others.take(QLatin1String("view")).toObject());
    return info;
}

} // namespace loopscope
