// SPDX-License-Identifier: MIT
#include "app/log_file.h"

#include "app/terminal.h"
#include "core/analysis/event_log.h"
#include "core/session/part_file.h"
#include "core/trace/store.h"

#include <QFileInfo>

namespace loopscope {

namespace {

bool isToFile(const RunPlan &command)
{
    return !command.log.isEmpty() && command.log != QLatin1String("-");
}

Result<PartFile> createLog(const RunPlan &command)
{
    const IfExists ifExists = command.overwrite == Overwrite::Force ? IfExists::Replace : IfExists::Refuse;
    return PartFile::create(command.log, ifExists, IfFails::Remove);
}

QByteArray logOf(const Store &store)
{
    QByteArray log;
    for (const RunInfo &run : store.runs())
        log += eventLog(store, run.id);
    return log;
}

/// Where a file is or would be, however it was named.
QString placeOf(const QString &path)
{
    QFileInfo info(path);
    if (info.exists())
        return info.canonicalFilePath();
    if (info.isSymLink())
        info.setFile(info.symLinkTarget());
    const QString folder = QFileInfo(info.path()).canonicalFilePath();
    return folder.isEmpty() ? info.absoluteFilePath() : folder + u'/' + info.fileName();
}

} // namespace

Result<void> checkLog(const RunPlan &command)
{
    if (!isToFile(command))
        return {};
    if (!command.record.isEmpty() && placeOf(command.log) == placeOf(command.record))
        return failure(
            {.what = "--log and --record need a file each, and both name this one", .file = command.log});
    return createLog(command).map([](const PartFile &file) { QFile::remove(file.path()); });
}

Result<void> writeLog(const Store &store, const RunPlan &command)
{
    if (!isToFile(command))
        return {};
    const QByteArray log = logOf(store);
    auto file = createLog(command);
    if (!file)
        return failure(file.error());
    const Result<void> written = file->write(std::string_view(log.constData(), size_t(log.size())));
    return written ? file->publish() : written;
}

void printLog(const Store &store)
{
    printOut(logOf(store));
}

} // namespace loopscope
