// SPDX-License-Identifier: MIT
#include "app/keys_dialog.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QMessageBox>

namespace loopscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Keys)
};

QList<std::pair<QString, QString>> keyTable()
{
    return {
        {QStringLiteral("R"), Tr::tr("run all")},
        {QStringLiteral("Shift R"), Tr::tr("run and record to a file")},
        {QStringLiteral("Ctrl ."), Tr::tr("stop; again: abandon")},
        {QStringLiteral("Esc"), Tr::tr("stop reading a recording")},
        {QStringLiteral("← →"), Tr::tr("previous, next event of the run")},
        {QStringLiteral("Shift ← →"), Tr::tr("previous, next event of this task")},
        {QStringLiteral("↑ ↓"), Tr::tr("previous, next lane")},
        {QStringLiteral("Home End"), Tr::tr("first, last event")},
        {QStringLiteral("W S"), Tr::tr("zoom in, out at the pointer")},
        {QStringLiteral("A D"), Tr::tr("pan")},
        {QStringLiteral("F"), Tr::tr("fit everything")},
        {QStringLiteral("Shift F"), Tr::tr("fit the selection")},
        {QStringLiteral("L"), Tr::tr("follow live")},
        {QStringLiteral("B, Shift B"), Tr::tr("add a bookmark, go to the next")},
        {QStringLiteral("1 … 9"), Tr::tr("go to a bookmark")},
        {QStringLiteral("Ctrl Alt S"), Tr::tr("save the recording with its bookmarks and view")},
        {QStringLiteral("G"), Tr::tr("arrows: selection, all, none")},
        {QStringLiteral("F8"), Tr::tr("next problem of the plan")},
        {QStringLiteral("F6, Shift F6"), Tr::tr("next, previous pane")},
        {QStringLiteral("Ctrl + −"), Tr::tr("larger, smaller text")},
        {Tr::tr("Wheel"), Tr::tr("zoom at the pointer")},
        {Tr::tr("Shift wheel"), Tr::tr("pan")},
        {Tr::tr("Ctrl wheel"), Tr::tr("scroll lanes")},
        {Tr::tr("Drag"), Tr::tr("pan")},
        {Tr::tr("Double click"), Tr::tr("zoom to the slice")},
    };
}

} // namespace

void showKeys(QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Tr::tr("All keys"));
    auto *grid = new QGridLayout(dialog);
    int row = 0;
    for (const auto &[key, meaning] : keyTable()) {
        auto *name = new QLabel(key, dialog);
        QFont bold = name->font();
        bold.setBold(true);
        name->setFont(bold);
        grid->addWidget(name, row, 0);
        grid->addWidget(new QLabel(meaning, dialog), row++, 1);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    grid->addWidget(buttons, row, 0, 1, 2);
    dialog->open();
}

void showAbout(QWidget *parent)
{
    auto *box =
        new QMessageBox(QMessageBox::NoIcon, Tr::tr("About Loopscope"),
                        Tr::tr("<h3>Loopscope %1</h3><p>See what your event loop is doing.</p>"
                               "<p>asyncio's exact semantics on the Qt event loop, drawn on a timeline and "
                               "recorded as Perfetto files.</p><p>MIT licence.</p>")
                            .arg(QStringLiteral(LOOPSCOPE_VERSION)),
                        QMessageBox::Close, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace loopscope
