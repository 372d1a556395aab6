// SPDX-License-Identifier: MIT
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QFontInfo>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace loopscope;

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRoleHasAColourOfItsOwnInBothAppearances()
    {
        Theme theme;
        for (Appearance appearance : {Appearance::Light, Appearance::Dark}) {
            theme.setAppearance(appearance);
            for (int role = 0; role < roleCount; ++role)
                QVERIFY2(theme.colour(Role(role)).isValid(), qPrintable(QString::number(role)));
        }
        QCOMPARE(theme.colour(Role::Window), QColor(0x0E, 0x12, 0x17));
        QCOMPARE(theme.colour(Role::SynCom), QColor(0x8E, 0x9B, 0xAC));
        theme.setAppearance(Appearance::Light);
        QCOMPARE(theme.colour(Role::Running), QColor(0x0A, 0x6C, 0xCB));
    }

    void changeIsToldOnceAndOnlyWhenThereIsOne()
    {
        Theme theme;
        QSignalSpy changes(&theme, &Theme::changed);
        theme.setAppearance(Appearance::Light);
        theme.setScale(1);
        QCOMPARE(changes.size(), 0);
        theme.setAppearance(Appearance::Dark);
        theme.setScale(1.5);
        QCOMPARE(changes.size(), 2);
        theme.setScale(9);
        QCOMPARE(theme.scale(), 2.0);
    }

    void rowsGrowWithTheTextButLeastWidthsDoNot()
    {
        Theme theme;
        const Metrics usual = theme.metrics();
        theme.setScale(2);
        QVERIFY(theme.metrics().taskLane >= 1.9 * usual.taskLane);
        QVERIFY(theme.metrics().slice > theme.metrics().inset);
        QCOMPARE(theme.metrics().runningLeast, usual.runningLeast);
    }

    void paletteTellsItsAppearance()
    {
        Theme theme;
        QCOMPARE(Theme::appearanceOf(theme.palette()), Appearance::Light);
        theme.setAppearance(Appearance::Dark);
        QCOMPARE(Theme::appearanceOf(theme.palette()), Appearance::Dark);
    }

    void codeHasNoLigatures()
    {
        for (TextRole role : {TextRole::Code, TextRole::LaneName, TextRole::Editor, TextRole::Readout})
            QVERIFY(fontFor(role, 1).styleStrategy() & QFont::PreferNoShaping);
    }

    void everyGlyphPaintsSomethingInsideItsBox()
    {
        for (int glyph = 0; glyph <= int(Glyph::More); ++glyph) {
            QImage image(48, 48, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            paintGlyph(painter, Glyph(glyph), QRectF(10, 10, 28, 28), Qt::black, Qt::white);
            painter.end();
            int inside = 0, outside = 0;
            for (int y = 0; y < 48; ++y)
                for (int x = 0; x < 48; ++x)
                    (QRect(9, 9, 30, 30).contains(x, y) ? inside : outside) +=
                        image.pixelColor(x, y).alpha() > 0;
            QVERIFY2(inside > 20, qPrintable(QString::number(glyph)));
            QVERIFY2(outside == 0, qPrintable(QString::number(glyph)));
        }
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
