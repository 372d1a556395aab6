// SPDX-License-Identifier: MIT
#include "core/listing/listing.h"
#include "core/plan/plan_parser.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

using namespace loopscope;

namespace {

PlanRef readPlan(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return nullptr;
    const auto plan = parsePlan(file.readAll(), path);
    return plan ? *plan : nullptr;
}

/// "tutorial", or "builtin_tutorial" for a plan of resources/plans.
QString nameOf(const QString &path)
{
    const QFileInfo info(path);
    const bool isBuiltin =
        info.dir().dirName() == u"plans" && info.path().contains(QStringLiteral("resources"));
    return (isBuiltin ? QStringLiteral("builtin_") : QString()) + info.completeBaseName();
}

bool write(const QString &path, const QString &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) >= 0;
}

/// The program that runs the listing its first argument names.
QString programOf(const QStringList &names)
{
    QString declarations, calls;
    for (const QString &name : names) {
        declarations += QStringLiteral("int main_%1(int argc, char **argv);\n").arg(name);
        calls += QStringLiteral("    if (name == \"%1\")\n        return main_%1(argc - 1, argv + 1);\n")
                     .arg(name);
    }
    return QStringLiteral("#include <string>\n\n%1\nint main(int argc, char **argv)\n{\n"
                          "    const std::string name = argc > 1 ? argv[1] : \"\";\n%2    return 127;\n}\n")
        .arg(declarations, calls);
}

} // namespace

/// write_listings FOLDER UNITS PLAN...: the C++ listings of the plans in so many files, and a program that
/// runs them. write_listings --alone FILE PLAN: one listing, as it is shown.
int main(int argc, char **argv)
{
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words += QString::fromLocal8Bit(argv[i]);
    if (words.value(0) == u"--alone") {
        const PlanRef plan = readPlan(words.value(2));
        const bool isPython = words.value(1).endsWith(QStringLiteral(".py"));
        return plan && write(words[1], (isPython ? pythonListing(*plan) : cppListing(*plan)).text()) ? 0 : 1;
    }
    const QDir folder(words.takeFirst());
    std::vector<QString> units(words.takeFirst().toUInt(),
                               QStringLiteral("#include \"core/script/script.h\"\n"));
    QStringList names;
    for (const QString &path : words) {
        const PlanRef plan = readPlan(path);
        if (!plan) {
            std::fprintf(stderr, "%s is no plan\n", qPrintable(path));
            return 1;
        }
        const QString name = nameOf(path);
        const Listing listing =
            cppListing(*plan, {QStringLiteral("plan_") + name, QStringLiteral("main_") + name});
        units[size_t(names.size()) % units.size()] += u'\n' + listing.text();
        names += name;
    }
    for (size_t i = 0; i < units.size(); ++i) {
        if (!write(folder.filePath(QStringLiteral("listings_%1.cpp").arg(i)), units[i]))
            return 1;
    }
    return write(folder.filePath(QStringLiteral("listings_main.cpp")), programOf(names)) ? 0 : 1;
}
