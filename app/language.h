// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTranslator>

namespace loopscope {

/// The language of the window. Changing it retranslates everything that is open (QEvent::LanguageChange).
class Language : public QObject
{
    Q_OBJECT

public:
    explicit Language(QObject *parent = nullptr);

    /// "en", "zh_CN".
    [[nodiscard]] static QStringList codes();
    /// In the language itself: "English", "简体中文".
    [[nodiscard]] static QString nameOf(const QString &code);
    /// The one of ours that the desktop's language is nearest to.
    [[nodiscard]] static QString ofDesktop();

    [[nodiscard]] const QString &code() const { return m_code; }
    /// An unknown code is English.
    void setCode(const QString &code);

Q_SIGNALS:
    void changed();

private:
    QString m_code;
    QTranslator m_ours;
    QTranslator m_qt;
};

} // namespace loopscope
