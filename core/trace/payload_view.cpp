// SPDX-License-Identifier: MIT
#include "core/trace/payload_view.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>
#include <cstring>

namespace loopscope {

namespace {

/// A place in a JSON text that moves over whole tokens. Stands at the end once anything is malformed.
class Scanner
{
public:
    explicit Scanner(QByteArrayView json) : m_json(json) {}

    bool accept(char c)
    {
        skipSpace();
        if (m_at >= m_json.size() || m_json[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    QByteArrayView value()
    {
        skipSpace();
        const qsizetype begin = m_at;
        if (m_at >= m_json.size())
            return {};
        const char first = m_json[m_at];
        if (first == '"')
            skipString();
        else if (first == '{' || first == '[')
            skipNested();
        else
            skipBare();
        return m_json.sliced(begin, m_at - begin);
    }

private:
    void skipSpace()
    {
        while (m_at < m_json.size() && std::strchr(" \t\r\n", m_json[m_at]) && m_json[m_at] != '\0')
            ++m_at;
    }

    void skipString()
    {
        for (++m_at; m_at < m_json.size(); ++m_at) {
            if (m_json[m_at] == '\\')
                ++m_at;
            else if (m_json[m_at] == '"')
                break;
        }
        m_at = std::min(m_at + 1, m_json.size());
    }

    void skipNested()
    {
        qsizetype depth = 0;
        while (m_at < m_json.size()) {
            const char c = m_json[m_at];
            if (c == '"') {
                skipString();
                continue;
            }
            ++m_at;
            if (c == '{' || c == '[')
                ++depth;
            else if ((c == '}' || c == ']') && --depth == 0)
                return;
        }
    }

    void skipBare()
    {
        while (m_at < m_json.size() && !std::strchr(",}] \t\r\n", m_json[m_at]))
            ++m_at;
    }

    QByteArrayView m_json;
    qsizetype m_at = 0;
};

bool isKey(QByteArrayView written, QByteArrayView key)
{
    return written.size() == key.size() + 2 && written.sliced(1, key.size()) == key;
}

} // namespace

QByteArrayView PayloadView::raw(QByteArrayView key) const
{
    Scanner scanner(m_json);
    if (!scanner.accept('{'))
        return {};
    do {
        const QByteArrayView name = scanner.value();
        if (!name.startsWith('"') || !scanner.accept(':'))
            return {};
        const QByteArrayView value = scanner.value();
        if (isKey(name, key))
            return value;
    } while (scanner.accept(','));
    return {};
}

QString PayloadView::text(QByteArrayView key) const
{
    return unquoted(raw(key));
}

std::optional<double> PayloadView::number(QByteArrayView key) const
{
    bool good = false;
    const double value = raw(key).toByteArray().toDouble(&good);
    return good && std::isfinite(value) ? std::optional(value) : std::nullopt; // "nan" is no number of JSON
}

std::optional<qint64> PayloadView::integer(QByteArrayView key) const
{
    bool good = false;
    const qint64 value = raw(key).toByteArray().toLongLong(&good);
    return good ? std::optional(value) : std::nullopt;
}

QString unquoted(QByteArrayView json)
{
    if (json.size() < 2 || !json.startsWith('"') || !json.endsWith('"'))
        return {};
    if (!json.contains('\\'))
        return QString::fromUtf8(json.sliced(1, json.size() - 2));
    return QJsonDocument::fromJson('[' + json.toByteArray() + ']').array().at(0).toString();
}

} // namespace loopscope
