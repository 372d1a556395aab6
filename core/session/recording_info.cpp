// SPDX-License-Identifier: MIT
#include "core/session/recording_info.h"

#include <QJsonDocument>
#include <QSysInfo>
#include <QThread>

namespace loopscope {

namespace {

void putText(QJsonObject &object, QLatin1String key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

QMap<QString, QString> textsOf(const QJsonObject &object)
{
    QMap<QString, QString> texts;
    for (auto member = object.begin(); member != object.end(); ++member)
        texts.insert(member.key(), member.value().toString());
    return texts;
}

QJsonObject objectOf(const QMap<QString, QString> &texts)
{
    QJsonObject object;
    for (auto text = texts.begin(); text != texts.end(); ++text)
        object.insert(text.key(), text.value());
    return object;
}

std::optional<qint64> seedOf(const QJsonValue &value)
{
    bool good = false;
    const qint64 seed =
        value.toString().toLongLong(&good); // a text: JSON numbers are doubles to most readers
    return good ? std::optional(seed) : std::nullopt;
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
        object.insert(QLatin1String("seed"), QString::number(*info.seed));
    if (!info.versions.isEmpty())
        object.insert(QLatin1String("versions"), objectOf(info.versions));
    putText(object, QLatin1String("machine"), info.machine);
    putText(object, QLatin1String("started_at"), info.startedAt.toUTC().toString(Qt::ISODateWithMs));
    putText(object, QLatin1String("notes"), info.notes);
    if (!info.bookmarks.isEmpty())
        object.insert(QLatin1String("bookmarks"), toJson(info.bookmarks));
    if (const QJsonObject view = toJson(info.view); !view.isEmpty())
        object.insert(QLatin1String("view"), view);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

RecordingInfo recordingInfoFromJson(const QByteArray &json)
{
    RecordingInfo info;
    info.others = QJsonDocument::fromJson(json).object();
    const auto take = [&info](const char *key) { return info.others.take(QLatin1String(key)); };
    info.title = take("title").toString();
    info.planName = take("plan").toString();
    info.planText = take("plan_text").toString().toUtf8();
    info.clock = take("clock").toString();
    info.seed = seedOf(take("seed"));
    info.versions = textsOf(take("versions").toObject());
    info.machine = take("machine").toString();
    info.startedAt = QDateTime::fromString(take("started_at").toString(), Qt::ISODateWithMs).toUTC();
    info.notes = take("notes").toString();
    info.bookmarks = bookmarksFromJson(take("bookmarks").toArray());
    info.view = viewStateFromJson(take("view").toObject());
    return info;
}

} // namespace loopscope
