// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QFile>

#include <memory>
#include <string_view>

namespace loopscope {

/// What to do when the file to write is there already.
enum class IfExists : quint8 { Refuse, Replace };

/// A file in the making. It is written beside its target, under the target's name with `.part` behind it, and
/// takes the target's place in one step when it is whole: nobody ever sees half of it under its own name, and
/// what stood there before stays until then.
class PartFile
{
public:
    static Result<PartFile> create(const QString &target, IfExists ifExists);

    /// Where it is written.
    [[nodiscard]] QString path() const { return m_file->fileName(); }

    /// All of it reaches the system before this returns. Also a Problem when the file has vanished meanwhile.
    Result<void> write(std::string_view bytes);

    /// Puts the file in its place, safely on disk. On a Problem it stays where it is.
    Result<void> publish();

    /// Removes it; the target stays as it was.
    void discard() { m_file->remove(); }

private:
    PartFile() = default;
    [[nodiscard]] tl::unexpected<Problem> failed(const QString &why) const;

    QString m_target;
    IfExists m_ifExists = IfExists::Refuse;
    std::unique_ptr<QFile> m_file;
};

} // namespace loopscope
