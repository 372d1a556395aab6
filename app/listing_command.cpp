// SPDX-License-Identifier: MIT
#include "app/listing_command.h"

#include "app/plan_text.h"
#include "app/terminal.h"
#include "core/base/json_text.h"
#include "core/listing/listing.h"
#include "core/plan/plan_parser.h"

namespace loopscope {

namespace {

QByteArray stepJson(const ListedStep &step)
{
    return JsonObjectText()
        .add("line", step.place.line)
        .add("column", step.place.column)
        .add("at", step.line)
        .add("first", step.first)
        .add("last", step.last)
        .text();
}

QByteArray listingJson(const ShowListing &command, const Listing &listing)
{
    QByteArrayList lines, steps;
    for (const QString &line : listing.lines)
        lines += jsonString(line);
    for (const ListedStep &step : listing.steps)
        steps += stepJson(step);
    const bool isCpp = command.language == ListingLanguage::Cpp;
    return JsonObjectText()
        .add("plan", command.plan)
        .add("language", isCpp ? QStringLiteral("cpp") : QStringLiteral("python"))
        .addRaw("lines", '[' + lines.join(',') + ']')
        .addRaw("steps", '[' + steps.join(',') + ']')
        .text();
}

} // namespace

int showListing(const ShowListing &command)
{
    const auto text = readPlanText(command.plan);
    if (!text) {
        printProblem(text.error());
        return ExitMisuse;
    }
    const auto plan = parsePlan(text->text, command.plan);
    if (!plan) {
        printProblems(plan.error());
        return ExitMisuse;
    }
    const Listing listing =
        command.language == ListingLanguage::Cpp ? cppListing(**plan) : pythonListing(**plan);
    if (command.output == OutputStyle::Json)
        printOut(listingJson(command, listing) + '\n');
    else
        printOut(listing.text().toUtf8());
    return ExitGood;
}

} // namespace loopscope
