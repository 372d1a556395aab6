// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/claim.h"
#include "core/json/json_problems.h"
#include "core/json/text_places.h"

namespace loopscope {

/// The names that claims may use, as far as they are known before anything runs.
struct ClaimNames
{
    QStringList runs;
    QStringList coroutines;
    QStringList tasks;          ///< names that tasks are given
    bool madeTaskNames = false; ///< some are made while the plan runs, so that any name may turn up
};

/// Reads the list of claims of a sidecar file. All that is wrong is reported; what comes back then is good
/// for nothing but going on.
class ClaimReader
{
public:
    ClaimReader(const ClaimNames &names, JsonProblems &problems, QString fileName);

    [[nodiscard]] std::vector<Claim> claims(const JsonCursor &at);

private:
    [[nodiscard]] Claim claim(const JsonCursor &at);
    [[nodiscard]] QString id(const JsonCursor &at);
    [[nodiscard]] QString defaultRun(const JsonCursor &claim);
    [[nodiscard]] Comparison comparison(const JsonCursor &at);
    [[nodiscard]] Nanos tolerance(const JsonCursor &comparison);
    [[nodiscard]] ClaimExpr values(const JsonCursor &at);
    [[nodiscard]] ClaimExpr function(const JsonCursor &at);
    void readEvent(ClaimExpr &expr, const JsonCursor &at);
    void readPair(ClaimExpr &expr, const JsonCursor &at);
    [[nodiscard]] QString run(const JsonCursor &at);
    [[nodiscard]] TaskSelector tasks(const JsonCursor &at);
    void checkTask(const QString &task, const JsonCursor &at);
    [[nodiscard]] ClaimExpr begin(const JsonCursor &at) const;

    const ClaimNames &m_names;
    JsonProblems &m_problems;
    TextPlaces m_places;
    QString m_fileName;
    QString m_run; ///< that a claim means where it names none
    QStringList m_ids;
};

} // namespace loopscope
