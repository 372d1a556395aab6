// SPDX-License-Identifier: MIT
#include "ui/plan/plan_editor.h"

#include "ui/plan/json_highlighter.h"
#include "ui/shared/problem_text.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QPaintEvent>
#include <QTextBlock>

namespace loopscope {

/// The strip of line numbers; all it does is ask the editor to paint it.
class PlanGutter : public QWidget
{
public:
    explicit PlanGutter(PlanEditor *editor) : QWidget(editor), m_editor(editor) {}
    [[nodiscard]] QSize sizeHint() const override { return {m_editor->gutterWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent *event) override { m_editor->paintGutter(event); }

private:
    PlanEditor *m_editor;
};

PlanEditor::PlanEditor(const Theme &theme, QWidget *parent)
    : QPlainTextEdit(parent), m_theme(theme), m_gutter(new PlanGutter(this))
{
    setLineWrapMode(NoWrap);
    setFrameShape(NoFrame);
    new JsonHighlighter(theme, document());
    connect(this, &QPlainTextEdit::blockCountChanged, this, &PlanEditor::placeGutter);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &PlanEditor::markLines);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &, int) { m_gutter->update(); });
    connect(&theme, &Theme::changed, this, &PlanEditor::restyle);
    restyle();
}

void PlanEditor::setProblems(const QList<Problem> &problems)
{
    m_problems = problems;
    markLines();
    viewport()->update();
    m_gutter->update();
}

void PlanEditor::goTo(TextPlace place)
{
    const QTextBlock block = document()->findBlockByNumber(place.line - 1);
    if (!block.isValid())
        return;
    QTextCursor cursor(block);
    cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor,
                        std::clamp(place.column - 1, 0, block.length() - 1));
    setTextCursor(cursor);
    centerCursor();
    setFocus();
}

TextPlace PlanEditor::cursorPlace() const
{
    return {textCursor().blockNumber() + 1, textCursor().positionInBlock() + 1};
}

void PlanEditor::paintEvent(QPaintEvent *event)
{
    QPlainTextEdit::paintEvent(event);
    if (m_problems.isEmpty())
        return;
    QPainter painter(viewport());
    painter.setFont(m_theme.font(TextRole::Small));
    painter.setPen(m_theme.colour(Role::Failed));
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF box = lineBox(block);
        if (box.top() > event->rect().bottom())
            break;
        const Problem *problem = problemOf(block);
        if (!problem)
            continue;
        const QFontMetricsF metrics(font());
        const double left =
            box.left() + metrics.horizontalAdvance(block.text()) + m_theme.metrics().margin * 2;
        const QRectF room(left, box.top(), viewport()->width() - left, box.height());
        if (room.width() > m_theme.metrics().iconLeast * 3)
            painter.drawText(
                room, Qt::AlignVCenter,
                painter.fontMetrics().elidedText(problemText(*problem), Qt::ElideRight, int(room.width())));
    }
}

void PlanEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeGutter();
}

int PlanEditor::gutterWidth() const
{
    const int digits = std::max(3, int(QString::number(blockCount()).size()));
    const Metrics &metrics = m_theme.metrics();
    return fontMetrics().horizontalAdvance(u'0') * digits +
           qRound(metrics.margin + metrics.icon + metrics.gap);
}

void PlanEditor::paintGutter(QPaintEvent *event)
{
    QPainter painter(m_gutter);
    painter.fillRect(event->rect(), m_theme.colour(Role::Canvas));
    const Metrics &metrics = m_theme.metrics();
    painter.setFont(m_theme.font(TextRole::Code));
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        QRectF box = lineBox(block);
        if (box.top() > event->rect().bottom())
            break;
        box.setLeft(0);
        box.setWidth(gutterWidth());
        const bool bad = problemOf(block);
        if (bad) {
            painter.fillRect(box, m_theme.colour(Role::FailedTint));
            painter.fillRect(QRectF(0, box.top(), 3, box.height()), m_theme.colour(Role::Failed));
            const QRectF icon(metrics.gap, box.center().y() - metrics.icon / 2, metrics.icon, metrics.icon);
            paintGlyph(painter, Glyph::Failed, icon, m_theme.colour(Role::Failed),
                       m_theme.colour(Role::FailedTint));
        }
        const bool here = block == textCursor().block();
        painter.setPen(m_theme.colour(bad ? Role::Failed : here ? Role::Ink : Role::Ink3));
        painter.drawText(box.adjusted(0, 0, -metrics.margin, 0), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(block.blockNumber() + 1));
    }
}

void PlanEditor::restyle()
{
    setFont(m_theme.font(TextRole::Code));
    setTabStopDistance(QFontMetricsF(font()).horizontalAdvance(u' ') * 2);
    markLines();
    placeGutter();
}

void PlanEditor::placeGutter()
{
    setViewportMargins(gutterWidth(), 0, 0, 0);
    const QRect inner = contentsRect();
    m_gutter->setGeometry(inner.left(), inner.top(), gutterWidth(), inner.height());
}

/// Tints the lines with problems, and under them the line of the cursor.
void PlanEditor::markLines()
{
    QList<QTextEdit::ExtraSelection> marks;
    const auto mark = [&](QTextCursor cursor, Role ground) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = std::move(cursor);
        selection.format.setBackground(m_theme.colour(ground));
        selection.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks += selection;
    };
    mark(QTextCursor(textCursor().block()), Role::LaneAlt);
    for (const Problem &problem : m_problems) {
        const QTextBlock block =
            problem.place ? document()->findBlockByNumber(problem.place->line - 1) : QTextBlock();
        if (block.isValid())
            mark(QTextCursor(block), Role::FailedTint);
    }
    setExtraSelections(marks);
    m_gutter->update();
}

QRectF PlanEditor::lineBox(const QTextBlock &block) const
{
    return blockBoundingGeometry(block).translated(contentOffset());
}

const Problem *PlanEditor::problemOf(const QTextBlock &block) const
{
    for (const Problem &problem : m_problems)
        if (problem.place && problem.place->line == block.blockNumber() + 1)
            return &problem;
    return nullptr;
}

} // namespace loopscope
