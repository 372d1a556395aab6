// SPDX-License-Identifier: MIT
#include "core/session/part_file.h"

#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <unistd.h>

namespace loopscope {

namespace {

/// So many files of crashed recordings beside one target are enough.
constexpr int mostParts = 1000;

QString partName(const QString &target, int attempt)
{
    return attempt == 1 ? target + QStringLiteral(".part")
                        : QStringLiteral("%1.%2.part").arg(target).arg(attempt);
}

tl::unexpected<Problem> existsAlready(const QString &target)
{
    return failure({QT_TRANSLATE_NOOP("Problem", "this file exists already"), {}, target});
}

} // namespace

Result<PartFile> PartFile::create(const QString &target, IfExists ifExists)
{
    const QFileInfo info(target);
    if (info.exists() && !info.isFile())
        return failure({QT_TRANSLATE_NOOP("Problem", "this is no file"), {}, target});
    if (info.exists() && ifExists == IfExists::Refuse)
        return existsAlready(target);

    PartFile part;
    part.m_target =
        info.exists() ? info.canonicalFilePath() : target; // a link stays, what it leads to is replaced
    part.m_ifExists = ifExists;
    for (int attempt = 1; attempt <= mostParts; ++attempt) {
        part.m_file = std::make_unique<QFile>(partName(part.m_target, attempt));
        if (part.m_file->open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered))
            return part;
        if (!part.m_file->exists())
            break;
    }
    return failure(
        {QT_TRANSLATE_NOOP("Problem", "cannot be written: %1"), {part.m_file->errorString()}, target});
}

tl::unexpected<Problem> PartFile::failed(const QString &why) const
{
    if (!m_file->exists())
        return failure({QT_TRANSLATE_NOOP("Problem", "has vanished while it was written"), {}, m_target});
    return failure({QT_TRANSLATE_NOOP("Problem", "cannot be written: %1 (what there is, is in %2)"),
                    {why, path()},
                    m_target});
}

Result<void> PartFile::write(std::string_view bytes)
{
    const qint64 size = qint64(bytes.size());
    if (m_file->write(bytes.data(), size) != size || !m_file->exists())
        return failed(m_file->errorString());
    return {};
}

Result<void> PartFile::publish()
{
    // Not everything that can be written can be synced (a pipe, some network mounts): no reason to fail.
    if (::fsync(m_file->handle()) != 0 && errno != EINVAL && errno != ENOTSUP)
        return failed(qt_error_string(errno));
    m_file->close();
    if (m_ifExists == IfExists::Refuse && QFileInfo::exists(m_target))
        return failed(message(existsAlready(m_target).value()));
    const QByteArray from = QFile::encodeName(path());
    if (std::rename(from.constData(), QFile::encodeName(m_target).constData()) != 0)
        return failed(qt_error_string(errno));
    return {};
}

} // namespace loopscope
