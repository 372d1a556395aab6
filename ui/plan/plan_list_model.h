// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractItemModel>
#include <QList>

namespace loopscope {

/// A plan as the list shows it.
struct PlanEntry
{
    QString name; ///< of a built-in plan; else empty
    QString path; ///< of a plan of the user's; else empty
    QString title;
    QString about; ///< one sentence
    int runs = 0;
    int problems = 0;

    bool operator==(const PlanEntry &) const = default;
};

/// Two groups, the plans that come with the program and the user's own, with their plans under them.
class PlanListModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Group { BuiltIn, Own, GroupCount };
    enum DataRole { AboutRole = Qt::UserRole, NoteRole, ProblemsRole };

    explicit PlanListModel(QObject *parent = nullptr);

    /// The same plans under other titles stay the rows they are.
    void setEntries(Group group, const QList<PlanEntry> &entries);
    [[nodiscard]] const QList<PlanEntry> &entries(Group group) const { return m_entries[group]; }
    /// Null for a group's own row.
    [[nodiscard]] const PlanEntry *entry(const QModelIndex &index) const;
    /// The row of a built-in plan of that name, or of a file of that path.
    [[nodiscard]] QModelIndex find(const QString &name, const QString &path) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    /// Texts are made anew in another language.
    void retranslate();

private:
    QList<PlanEntry> m_entries[GroupCount];
};

/// Every built-in plan, in the order in which they teach, told in the language of that name ("en", "zh_CN").
[[nodiscard]] QList<PlanEntry> builtinPlanEntries(const QString &language = QStringLiteral("en"));

/// What the list shows of a plan's text, good or bad.
[[nodiscard]] PlanEntry planEntryOf(const QByteArray &text, const QString &fileName);

} // namespace loopscope
