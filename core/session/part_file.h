// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QFile>

#include <memory>
#include <string_view>

namespace loopscope {

/// What to do when the file to write is there already.
enum class IfExists : quint8 { Refuse, Replace };

/// What becomes of a file that cannot be finished: what there is may be all that is left of what was recorded, or
/// something that can be made again.
enum class IfFails : quint8 { Keep, Remove };

/// A file in the making. It is written beside its target, under the target's name with `.part` behind it, and
/// takes the target's place in one step when it is whole: nobody ever sees half of it under its own name, and
/// what stood there before stays until then. It may be read by those who could read the file that it replaces.
class PartFile
{
public:
    static Result<PartFile> create(const QString &target, IfExists ifExists, IfFails ifFails = IfFails::Keep);

    /// Where it is written.
    [[nodiscard]] QString path() const { return m_file->fileName(); }

    /// All of it reaches the system before this returns. Also a Problem when the file has vanished meanwhile.
    Result<void> write(std::string_view bytes);

    /// Puts the file in its place, safely on disk. A file that has appeared there meanwhile stays, if it was not to
    /// be replaced.
    Result<void> publish();

private:
    PartFile() = default;
    void takeModeOf(const QString &target);
    [[nodiscard]] tl::unexpected<Problem> failed(const QString &why);

    QString m_target;
    IfExists m_ifExists = IfExists::Refuse;
    IfFails m_ifFails = IfFails::Keep;
    std::unique_ptr<QFile> m_file;
};

} // namespace loopscope
