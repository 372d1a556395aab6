// SPDX-License-Identifier: MIT
#include "core/listing/identifiers.h"

namespace loopscope {

Identifiers::Identifiers(const Plan &plan, const QSet<QString> &reserved) : m_taken(reserved)
{
    QStringList names = plan.sharedNames;
    for (const Coroutine &coroutine : plan.coroutines)
        names << coroutine.name << coroutine.locals;
    // First those that keep their names, so that no other is renamed to one of them.
    for (const QString &name : names) {
        if (!reserved.contains(name))
            m_taken.insert(name);
    }
    for (const QString &name : names) {
        if (reserved.contains(name) && !m_names.contains(name))
            add(name);
    }
}

QString Identifiers::fresh(const QString &base)
{
    QString name = base;
    for (int number = 2; m_taken.contains(name); ++number)
        name = base + QString::number(number);
    m_taken.insert(name);
    return name;
}

void Identifiers::add(const QString &name)
{
    QString changed = name;
    do
        changed += u'_';
    while (m_taken.contains(changed));
    m_taken.insert(changed);
    m_names.insert(name, changed);
}

} // namespace loopscope
