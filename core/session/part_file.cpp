// SPDX-License-Identifier: MIT
#include "core/session/part_file.h"

#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace loopscope {

namespace {

/// So many files of crashed recordings beside one target are enough.
constexpr int mostParts = 1000;

/// Bytes; what file systems take is 255.
constexpr qsizetype longestName = 255;

/// Beside the target, and called as it is as far as there is room for more.
QString partName(const QString &target, int attempt)
{
    const QString end = attempt == 1 ? QStringLiteral(".part") : QStringLiteral(".%1.part").arg(attempt);
    QString name = QFileInfo(target).fileName();
    const qsizetype folder = target.size() - name.size();
    while (QFile::encodeName(name).size() + end.size() > longestName)
        name.chop(name.back().isLowSurrogate() ? 2 : 1);
    return target.first(folder) + name + end;
}

/// A link stays, what it leads to is replaced, or made.
QString withoutLinks(const QFileInfo &info, const QString &target)
{
    if (info.exists())
        return info.canonicalFilePath();
    return info.isSymLink() ? info.symLinkTarget() : target;
}

tl::unexpected<Problem> existsAlready(const QString &target)
{
    return failure({QT_TRANSLATE_NOOP("Problem", "this file exists already"), {}, target});
}

bool isSynced(int descriptor)
{
    int result = 0;
    do
        result = ::fsync(descriptor);
    while (result != 0 && errno == EINTR);
    // Not everything that can be written can be synced (a pipe, some network mounts): no reason to fail.
    return result == 0 || errno == EINVAL || errno == ENOTSUP;
}

/// So that the name survives a power cut, too. The file is whole: where that cannot be had, it is no failure.
void syncFolderOf(const QString &file)
{
    const QByteArray folder = QFile::encodeName(QFileInfo(file).absolutePath());
    const int descriptor = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    (void)isSynced(descriptor);
    ::close(descriptor);
}

/// Errno is EEXIST where something is there already.
bool isMovedToFreeName(const QByteArray &from, const QByteArray &to)
{
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
    // Some file systems cannot do it in one step: a second name for it is as good.
    if (::link(from.constData(), to.constData()) == 0)
        return ::unlink(from.constData()) == 0;
    if (errno == EEXIST)
        return false;
    // And some know no second names.
    struct stat there;
    if (::lstat(to.constData(), &there) == 0) {
        errno = EEXIST;
        return false;
    }
    return std::rename(from.constData(), to.constData()) == 0;
}

} // namespace

Result<PartFile> PartFile::create(const QString &target, IfExists ifExists, IfFails ifFails)
{
    const QFileInfo info(target);
    if (info.exists() && !info.isFile())
        return failure({QT_TRANSLATE_NOOP("Problem", "this is no file"), {}, target});
    if (info.exists() && ifExists == IfExists::Refuse)
        return existsAlready(target);

    if (info.exists() && !info.isWritable())
        return failure({QT_TRANSLATE_NOOP("Problem", "this file is read-only"), {}, target});

    PartFile part;
    part.m_target = withoutLinks(info, target);
    part.m_ifExists = ifExists;
    part.m_ifFails = ifFails;
    for (int attempt = 1; attempt <= mostParts; ++attempt) {
        part.m_file = std::make_unique<QFile>(partName(part.m_target, attempt));
        if (part.m_file->open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered)) {
            part.takeModeOf(part.m_target);
            return part;
        }
        if (!part.m_file->exists())
            break;
    }
    return failure(
        {QT_TRANSLATE_NOOP("Problem", "cannot be written: %1"), {part.m_file->errorString()}, target});
}

/// What replaces a private file is private from its first byte on.
void PartFile::takeModeOf(const QString &target)
{
    struct stat before;
    if (::stat(QFile::encodeName(target).constData(), &before) == 0)
        (void)::fchmod(m_file->handle(), before.st_mode & 07777); // some file systems have no modes
}

tl::unexpected<Problem> PartFile::failed(const QString &why)
{
    if (!m_file->exists())
        return failure({QT_TRANSLATE_NOOP("Problem", "has vanished while it was written"), {}, m_target});
    if (m_ifFails == IfFails::Remove) {
        m_file->remove();
        return failure({QT_TRANSLATE_NOOP("Problem", "cannot be written: %1"), {why}, m_target});
    }
    return failure({QT_TRANSLATE_NOOP("Problem", "cannot be written: %1 (what there is, is in %2)"),
                    {why, path()},
                    m_target});
}

Result<void> PartFile::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const qint64 size = m_file->write(bytes.data(), qint64(bytes.size()));
        if (size < 0)
            return failed(m_file->errorString());
        bytes.remove_prefix(size_t(size)); // less than all: the next write says why
    }
    return m_file->exists() ? Result<void>() : failed({});
}

Result<void> PartFile::publish()
{
    if (!isSynced(m_file->handle()))
        return failed(qt_error_string(errno));
    m_file->close();
    const QByteArray from = QFile::encodeName(path()), to = QFile::encodeName(m_target);
    const bool isMoved = m_ifExists == IfExists::Refuse ? isMovedToFreeName(from, to)
                                                        : std::rename(from.constData(), to.constData()) == 0;
    if (!isMoved)
        return failed(errno == EEXIST ? message(existsAlready(m_target).value()) : qt_error_string(errno));
    syncFolderOf(m_target);
    return {};
}

} // namespace loopscope
