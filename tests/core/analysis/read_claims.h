// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/claim_reader.h"
#include "tests/support/story.h"

namespace loopscope {

struct ReadClaims
{
    std::vector<Claim> claims;
    QStringList problems; ///< as lines; the file is called p
};

/// A list of claims, written with single quotes, about a plan with these names.
inline ReadClaims readClaims(const QByteArray &text, const ClaimNames &names)
{
    const QByteArray written = json(text.constData());
    const auto tree = parseJson(written, QString());
    if (!tree)
        return {{}, {line(tree.error())}};
    const QString file = QStringLiteral("p");
    JsonProblems problems(written, file);
    ReadClaims read{ClaimReader(names, problems, file).claims(JsonCursor(tree->root)), {}};
    for (const Problem &problem : problems.take())
        read.problems << line(problem);
    return read;
}

} // namespace loopscope
