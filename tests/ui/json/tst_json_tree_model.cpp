// SPDX-License-Identifier: MIT
#include "ui/json/json_tree_model.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTest>

using namespace loopscope;

namespace {

const QByteArray sample = R"({"name":"b","n":[1,2.5,{"deep":true}],"odd key":null,"text":"a\nb","none":{}})";

QString shown(const JsonTreeModel &model, const QModelIndex &row)
{
    const auto value = row.siblingAtColumn(JsonTreeModel::ValueColumn);
    return model.data(row, Qt::DisplayRole).toString() + u' ' + model.data(value, Qt::DisplayRole).toString();
}

QModelIndex child(JsonTreeModel &model, const QModelIndex &parent, int row)
{
    while (model.canFetchMore(parent) && row >= model.rowCount(parent))
        model.fetchMore(parent);
    return model.index(row, 0, parent);
}

} // namespace

class TestJsonTreeModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAModel()
    {
        JsonTreeModel model;
        // Set first: Qt 6.4's tester calls fetchMore while it believes a reset to last.
        model.setDocument("event", sample);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(model.rowCount(model.index(0, 0)), 5); // the tester opened it
        model.clear();
    }

    void rowsShowKeyAndValue()
    {
        JsonTreeModel model;
        model.setDocument("event", sample);
        const QModelIndex root = model.index(0, 0);
        QCOMPARE(shown(model, root), "event {5}");
        QCOMPARE(shown(model, child(model, root, 0)), "name \"b\"");
        QCOMPARE(shown(model, child(model, root, 1)), "n [3]");
        QCOMPARE(shown(model, child(model, root, 2)), "odd key null");
        QCOMPARE(shown(model, child(model, root, 3)), QString::fromUtf8("text \"a↵b\""));
        QCOMPARE(shown(model, child(model, root, 4)), "none {0}");
        QVERIFY(!model.hasChildren(child(model, root, 4)));
    }

    void pathsAndValuesAreCopied()
    {
        JsonTreeModel model;
        model.setDocument("event", sample);
        const QModelIndex root = model.index(0, 0);
        const QModelIndex list = child(model, root, 1);
        QCOMPARE(model.path(root), "$");
        QCOMPARE(model.path(child(model, child(model, list, 2), 0)), "$.n[2].deep");
        QCOMPARE(model.path(child(model, root, 2)), "$[\"odd key\"]");
        QCOMPARE(model.text(child(model, root, 3)), "a\nb");
        QCOMPARE(model.text(list), "[1,2.5,{\"deep\":true}]");
    }

    void aPartOfATextIsADocument()
    {
        JsonTreeModel model;
        const QByteArray payload = R"({"status":200,"body":{"x":1}})";
        model.setDocument("body", payload, jsonValueAt(payload, payload.indexOf("{\"x")));
        QCOMPARE(shown(model, child(model, model.index(0, 0), 0)), "x 1");
    }

    void childrenComeInBatches()
    {
        QByteArray text = "[";
        for (int i = 0; i < 2500; ++i)
            text += QByteArray::number(i) + ',';
        text.back() = ']';
        JsonTreeModel model;
        model.setDocument("list", text);
        const QModelIndex root = model.index(0, 0);
        model.fetchMore(root);
        QCOMPARE(model.rowCount(root), 1000);
        model.fetchMore(root);
        model.fetchMore(root);
        QCOMPARE(model.rowCount(root), 2500);
        QVERIFY(!model.canFetchMore(root));
        QCOMPARE(shown(model, model.index(2499, 0, root)), "2499 2499");
    }

    void openingDoesNotReadTheWholeTextRowByRow()
    {
        QByteArray text = "[";
        while (text.size() < 20'000'000)
            text += R"({"key":"some text that goes on","list":[1,2,3,4,5,6,7,8]},)";
        text.back() = ']';
        JsonTreeModel model;
        model.setDocument("big", text);
        model.fetchMore(model.index(0, 0));
        QCOMPARE(model.rowCount(model.index(0, 0)), 1000);
        model.load(5000); // far fewer rows than the text has: it stops there
        QVERIFY(model.rowCount(model.index(0, 0)) < 10'000);
    }
};

QTEST_GUILESS_MAIN(TestJsonTreeModel)
#include "tst_json_tree_model.moc"
