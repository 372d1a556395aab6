// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/claim.h"
#include "core/plan/plan_parser.h"

#include <QHash>

namespace loopscope {

/// What a plan teaches: its texts in two languages, and the claims that prove it. The plan itself has the
/// English of title, explanation and notes; all else stands in a sidecar file, NAME.claims.json beside
/// NAME.json (core/analysis/CLAIMS.md).
struct Lesson
{
    Wording title;
    Wording explanation;           ///< the plan's `about`
    Wording question;              ///< that the plan answers; empty where the sidecar asks none
    std::vector<Wording> captions; ///< what a plan cannot show
    QHash<QString, QString> notes; ///< English to Chinese
    std::vector<Claim> claims;

    /// A note of the plan in the language of that name.
    [[nodiscard]] QString note(const QString &english, QStringView language) const;
};

/// The lesson of a plan without a sidecar: its texts in English, and no claims.
[[nodiscard]] Lesson lessonOf(const Plan &plan);

/// Reads the sidecar of a plan. All problems are listed as parsePlan lists them, names that the plan does not
/// have among them.
[[nodiscard]] tl::expected<Lesson, QList<Problem>> parseLesson(const QByteArray &json,
                                                               const QString &fileName, const Plan &plan);

/// The sidecar that belongs to a plan's file: `x.claims.json` for `x.json`.
[[nodiscard]] QString lessonFileOf(const QString &planFile);

/// The sidecar of a built-in plan, as it would be read from a file. Empty for any other name.
[[nodiscard]] std::optional<QByteArray> builtinLessonText(const QString &planName);
/// What it says of `plan`, which is that built-in plan.
[[nodiscard]] Lesson builtinLesson(const QString &planName, const Plan &plan);

} // namespace loopscope
