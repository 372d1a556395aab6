// SPDX-License-Identifier: MIT
#include "ui/plan/plan_list_model.h"

#include "core/lesson/lesson.h"
#include "core/plan/builtin_plans.h"

#include <algorithm>

namespace loopscope {

namespace {

/// A group's rows carry their group's number; the groups themselves carry one that no group has.
constexpr quintptr groupRow = PlanListModel::GroupCount;

bool areSamePlans(const QList<PlanEntry> &a, const QList<PlanEntry> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const PlanEntry &one, const PlanEntry &other) {
                          return one.name == other.name && one.path == other.path;
                      });
}

} // namespace

PlanListModel::PlanListModel(QObject *parent) : QAbstractItemModel(parent) {}

void PlanListModel::setEntries(Group group, const QList<PlanEntry> &entries)
{
    if (entries == m_entries[group])
        return;
    const QModelIndex parent = index(group, 0);
    if (areSamePlans(entries, m_entries[group])) {
        m_entries[group] = entries;
        Q_EMIT dataChanged(index(0, 0, parent), index(int(entries.size()) - 1, 0, parent));
        return;
    }
    if (!m_entries[group].isEmpty()) {
        beginRemoveRows(parent, 0, int(m_entries[group].size()) - 1);
        m_entries[group].clear();
        endRemoveRows();
    }
    if (entries.isEmpty())
        return;
    beginInsertRows(parent, 0, int(entries.size()) - 1);
    m_entries[group] = entries;
    endInsertRows();
}

const PlanEntry *PlanListModel::entry(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == groupRow)
        return nullptr;
    return &m_entries[index.internalId()][index.row()];
}

QModelIndex PlanListModel::find(const QString &name, const QString &path) const
{
    for (const Group group : {BuiltIn, Own})
        for (int row = 0; row < m_entries[group].size(); ++row) {
            const PlanEntry &entry = m_entries[group][row];
            if (group == BuiltIn ? path.isEmpty() && entry.name == name : entry.path == path)
                return index(row, 0, index(group, 0));
        }
    return {};
}

QModelIndex PlanListModel::index(int row, int column, const QModelIndex &parent) const
{
    if (column != 0 || row < 0 || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) : groupRow);
}

QModelIndex PlanListModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == groupRow)
        return {};
    return createIndex(int(child.internalId()), 0, groupRow);
}

int PlanListModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return GroupCount;
    return parent.internalId() == groupRow ? int(m_entries[parent.row()].size()) : 0;
}

int PlanListModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant PlanListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const PlanEntry *plan = entry(index);
    if (!plan)
        return role == Qt::DisplayRole ? (index.row() == BuiltIn ? tr("Built in") : tr("My plans"))
                                       : QVariant();
    switch (role) {
    case Qt::DisplayRole: return plan->title;
    case Qt::ToolTipRole:
    case AboutRole: return plan->about;
    case ProblemsRole: return plan->problems;
    case NoteRole:
        return plan->problems ? tr("%n problem(s)", "", plan->problems) : tr("%n run(s)", "", plan->runs);
    default: return {};
    }
}

void PlanListModel::retranslate()
{
    Q_EMIT dataChanged(index(0, 0), index(GroupCount - 1, 0));
    for (const Group group : {BuiltIn, Own})
        if (const int rows = int(m_entries[group].size()))
            Q_EMIT dataChanged(index(0, 0, index(group, 0)), index(rows - 1, 0, index(group, 0)));
}

QList<PlanEntry> builtinPlanEntries(const QString &language)
{
    QList<PlanEntry> entries;
    for (const QString &name : builtinPlanNames()) {
        const auto plan = parsePlan(builtinPlanText(name).value_or(QByteArray()), name);
        if (!plan)
            continue;
        const Lesson lesson = builtinLesson(name, **plan);
        entries += {.name = name,
                    .path = {},
                    .title = lesson.title.in(language),
                    .about = lesson.explanation.in(language),
                    .runs = int((*plan)->runs.size())};
    }
    return entries;
}

PlanEntry planEntryOf(const QByteArray &text, const QString &fileName)
{
    PlanEntry entry;
    entry.title = fileName;
    const auto parsed = parsePlan(text, fileName);
    if (!parsed) {
        entry.problems = int(parsed.error().size());
        return entry;
    }
    const Plan &plan = **parsed;
    if (!plan.title.isEmpty())
        entry.title = plan.title;
    entry.about = plan.about;
    entry.runs = int(plan.runs.size());
    return entry;
}

} // namespace loopscope
