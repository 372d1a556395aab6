// SPDX-License-Identifier: MIT
#include "app/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace loopscope {

Language::Language(QObject *parent) : QObject(parent) {}

QStringList Language::codes()
{
    return {QStringLiteral("en"), QStringLiteral("zh_CN")};
}

QString Language::nameOf(const QString &code)
{
    return code == QLatin1String("zh_CN") ? QString::fromUtf8("简体中文") : QStringLiteral("English");
}

QString Language::ofDesktop()
{
    return QLocale::system().language() == QLocale::Chinese ? codes()[1] : codes()[0];
}

void Language::setCode(const QString &code)
{
    const QString known = codes().contains(code) ? code : codes()[0];
    if (known == m_code)
        return;
    m_code = known;
    // English is a translation, too: it has the plural forms that a source text cannot have.
    for (QTranslator *translator : {&m_ours, &m_qt})
        QCoreApplication::removeTranslator(translator);
    if (m_ours.load(QStringLiteral(":/loopscope/i18n/loopscope_%1.qm").arg(m_code)))
        QCoreApplication::installTranslator(&m_ours);
    if (m_qt.load(QLocale(m_code), QStringLiteral("qtbase"), QStringLiteral("_"),
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    Q_EMIT changed();
}

} // namespace loopscope
