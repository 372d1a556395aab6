// SPDX-License-Identifier: MIT
#include "core/json/json_tree.h"

#include "core/json/json_syntax.h"
#include "core/json/text_places.h"

#include <QHash>
#include <QtGlobal>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <charconv>
#include <cmath>

namespace loopscope {

namespace {

constexpr int deepest = 500;
constexpr double int64Limit = 9223372036854775808.0; // 2^63, which a double holds exactly

const char *const tooDeep = QT_TRANSLATE_NOOP("Problem", "nested too deeply: more than %1 lists and objects");

/// Builds the tree from RapidJSON's calls. The reader does not say where a token begins; between two tokens
/// there can only be white space, ',' and ':', so the end of one leads to the beginning of the next.
class TreeBuilder
{
public:
    explicit TreeBuilder(const QByteArray &text) : m_text(text) {}

    bool Null() { return scalar(JsonNode::Kind::Null, 4); }
    bool Bool(bool yes)
    {
        JsonNode *node = add(JsonNode::Kind::Bool, yes ? 4 : 5);
        node->boolean = yes;
        return true;
    }
    bool Int(int) { return false; } // numbers come as text only
    bool Uint(unsigned) { return false; }
    bool Int64(int64_t) { return false; }
    bool Uint64(uint64_t) { return false; }
    bool Double(double) { return false; }
    bool RawNumber(const char *text, rapidjson::SizeType length, bool copy);
    bool String(const char *text, rapidjson::SizeType length, bool copy);
    bool Key(const char *text, rapidjson::SizeType length, bool copy);
    bool StartObject() { return open(JsonNode::Kind::Object); }
    bool EndObject(rapidjson::SizeType) { return close(); }
    bool StartArray() { return open(JsonNode::Kind::Array); }
    bool EndArray(rapidjson::SizeType) { return close(); }

    [[nodiscard]] JsonTree take() { return {std::move(m_root), std::move(m_twins)}; }
    [[nodiscard]] const char *refusal() const { return m_refusal; }
    [[nodiscard]] qsizetype refusedAt() const { return m_refusedAt; }

private:
    struct Open
    {
        JsonNode *node;
        qsizetype at = 0;               ///< the item written last
        QHash<QString, qsizetype> seen; ///< an object's keys, by index
    };

    [[nodiscard]] qsizetype nextToken() const;
    [[nodiscard]] qsizetype endOfString(qsizetype begin) const;
    JsonNode *add(JsonNode::Kind kind, qsizetype length);
    bool scalar(JsonNode::Kind kind, qsizetype length) { return add(kind, length) != nullptr; }
    bool open(JsonNode::Kind kind);
    bool close();
    bool refuse(const char *why, qsizetype offset);
    [[nodiscard]] QString pathHere() const;

    const QByteArray &m_text;
    qsizetype m_end = 0; ///< of the token read last
    JsonNode m_root;
    std::vector<Open> m_open;
    std::vector<JsonTwin> m_twins;
    const char *m_refusal = nullptr;
    qsizetype m_refusedAt = 0;
};

qsizetype TreeBuilder::nextToken() const
{
    static constexpr QByteArrayView between(" \t\r\n,:");
    qsizetype at = m_end;
    while (at < m_text.size() && between.contains(m_text[at]))
        ++at;
    return at;
}

qsizetype TreeBuilder::endOfString(qsizetype begin) const
{
    qsizetype at = begin + 1;
    while (at < m_text.size() && m_text[at] != '"')
        at += m_text[at] == '\\' ? 2 : 1;
    return at + 1;
}

JsonNode *TreeBuilder::add(JsonNode::Kind kind, qsizetype length)
{
    JsonNode *node = &m_root;
    if (!m_open.empty()) {
        Open &parent = m_open.back();
        if (parent.node->kind == JsonNode::Kind::Array) {
            parent.at = qsizetype(parent.node->items.size());
            parent.node->items.emplace_back();
        }
        node = &parent.node->items[size_t(parent.at)];
        *node = {};
    }
    node->kind = kind;
    node->offset = nextToken();
    m_end = node->offset + length;
    return node;
}

bool TreeBuilder::RawNumber(const char *text, rapidjson::SizeType length, bool)
{
    JsonNode *node = add(JsonNode::Kind::Integer, length);
    const auto [end, error] = std::from_chars(text, text + length, node->integer);
    if (error == std::errc() && end == text + length)
        return true;
    const double value = QByteArray(text, length).toDouble(); // 0 when too small to tell from it
    if (std::isinf(value))
        return refuse(jsonNumberTooBig, node->offset);
    if (std::trunc(value) == value && value >= -int64Limit && value < int64Limit) {
        node->integer = qint64(value);
        return true;
    }
    node->kind = JsonNode::Kind::Double;
    node->integer = 0;
    node->number = value;
    return true;
}

bool TreeBuilder::String(const char *text, rapidjson::SizeType length, bool)
{
    JsonNode *node = add(JsonNode::Kind::String, 0);
    node->text = QString::fromUtf8(text, length);
    m_end = endOfString(node->offset);
    return true;
}

bool TreeBuilder::Key(const char *text, rapidjson::SizeType length, bool)
{
    Open &object = m_open.back();
    JsonKey key{QString::fromUtf8(text, length), nextToken()};
    m_end = endOfString(key.offset);
    const auto twin = object.seen.constFind(key.text);
    if (twin != object.seen.cend()) {
        object.at = *twin;
        m_twins.push_back({key.text, pathHere(), key.offset});
        return true;
    }
    object.at = qsizetype(object.node->items.size());
    object.seen.insert(key.text, object.at);
    object.node->keys.push_back(std::move(key));
    object.node->items.emplace_back();
    return true;
}

bool TreeBuilder::open(JsonNode::Kind kind)
{
    JsonNode *node = add(kind, 1);
    if (m_open.size() >= deepest)
        return refuse(tooDeep, node->offset);
    m_open.push_back({node, 0, {}});
    return true;
}

bool TreeBuilder::close()
{
    m_end = nextToken() + 1;
    m_open.pop_back();
    return true;
}

bool TreeBuilder::refuse(const char *why, qsizetype offset)
{
    m_refusal = why;
    m_refusedAt = offset;
    return false;
}

QString TreeBuilder::pathHere() const
{
    QString path = QStringLiteral("$");
    for (const Open &level : m_open) {
        if (level.node->kind == JsonNode::Kind::Array)
            path += QStringLiteral("[%1]").arg(level.at);
        else
            path += u'.' + level.node->keys[size_t(level.at)].text;
    }
    return path;
}

} // namespace

const JsonNode *JsonNode::find(QStringView key) const
{
    for (size_t i = 0; i < keys.size(); ++i) {
        if (keys[i].text == key)
            return &items[i];
    }
    return nullptr;
}

Result<JsonTree> parseJson(const QByteArray &json, const QString &fileName)
{
    const auto problem = [&](const char *what, QStringList arguments, qsizetype offset) {
        return failure({what, std::move(arguments), fileName, QString(), TextPlaces(json).at(offset)});
    };
    if (json.startsWith("\xEF\xBB\xBF"))
        return problem(jsonHasByteOrderMark, {}, 0);
    constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag |
                               rapidjson::kParseNumbersAsStringsFlag;
    TreeBuilder builder(json);
    rapidjson::MemoryStream stream(json.constData(), size_t(json.size()));
    rapidjson::Reader reader;
    const rapidjson::ParseResult result = reader.Parse<flags>(stream, builder);
    if (builder.refusal())
        return problem(builder.refusal(), {QString::number(deepest)}, builder.refusedAt());
    if (result.IsError())
        return problem(jsonSyntaxMessage(result.Code()), {}, qsizetype(result.Offset()));
    if (qsizetype(stream.Tell()) < json.size()) // the reader takes a NUL byte for the end
        return problem(jsonSyntaxMessage(rapidjson::kParseErrorDocumentRootNotSingular), {},
                       qsizetype(stream.Tell()));
    return builder.take();
}

} // namespace loopscope
