// SPDX-License-Identifier: MIT
#include "core/plan/language.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace loopscope;

namespace {

QJsonObject definitions()
{
    QFile file(QStringLiteral(CONFORMANCE_DIR "/reference/plan.schema.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object()[u"$defs"].toObject();
}

QStringList sorted(QStringList words)
{
    words.sort();
    return words;
}

QStringList optionsOf(const VerbSpec &verb, bool requiredOnly)
{
    QStringList names{QString::fromLatin1(verb.name)};
    for (const OptionSpec &option : verb.options) {
        if (option.name && (!requiredOnly || option.need == OptionSpec::Required))
            names << QString::fromLatin1(option.name);
    }
    return sorted(names);
}

} // namespace

/// The schema that editors use and the table that the program uses say the same.
class TestSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyVerbHasTheOptionsOfTheSchema()
    {
        const QJsonObject defs = definitions();
        QCOMPARE(defs[u"step"].toObject()[u"oneOf"].toArray().size(), verbCount);
        for (const VerbSpec &verb : language()) {
            const QJsonObject step =
                defs[QStringLiteral("step_") + QString::fromLatin1(verb.name)].toObject();
            QStringList properties = step[u"properties"].toObject().keys();
            properties.removeOne(QStringLiteral("note"));
            QCOMPARE(optionsOf(verb, false), sorted(properties));
            QCOMPARE(optionsOf(verb, true), sorted(step[u"required"].toVariant().toStringList()));
        }
    }

    void callbacksMayUseTheVerbsOfTheSchema()
    {
        QStringList inSchema;
        for (const QJsonValue &allowed : definitions()[u"sync_step"].toObject()[u"oneOf"].toArray())
            inSchema << allowed[u"$ref"].toString().section(QStringLiteral("step_"), -1);
        QStringList inTable;
        for (const VerbSpec &verb : language()) {
            if (verb.where == VerbSpec::Anywhere)
                inTable << QString::fromLatin1(verb.name);
        }
        QCOMPARE(sorted(inTable), sorted(inSchema));
    }
};

QTEST_APPLESS_MAIN(TestSchema)
#include "tst_schema.moc"
