// SPDX-License-Identifier: MIT
#include "core/json/json_syntax.h"

#include <QtGlobal>

namespace loopscope {

const char *const jsonNumberTooBig =
    QT_TRANSLATE_NOOP("Problem", "this number is too big; write one below 1e308");
const char *const jsonHasByteOrderMark =
    QT_TRANSLATE_NOOP("Problem", "not JSON: it begins with a byte order mark; save it as UTF-8 without one");

const char *jsonSyntaxMessage(rapidjson::ParseErrorCode code)
{
    switch (code) {
    case rapidjson::kParseErrorDocumentEmpty:
        return QT_TRANSLATE_NOOP("Problem", "this is empty, not JSON");
    case rapidjson::kParseErrorDocumentRootNotSingular:
        return QT_TRANSLATE_NOOP("Problem", "not JSON: something follows after the end of the value");
    case rapidjson::kParseErrorObjectMissName:
        return QT_TRANSLATE_NOOP("Problem", "not JSON: expected a key in double quotes");
    case rapidjson::kParseErrorObjectMissColon:
        return QT_TRANSLATE_NOOP("Problem", "not JSON: expected a colon after the key");
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
        return QT_TRANSLATE_NOOP("Problem", "not JSON: expected a comma or } after a member of an object");
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
        return QT_TRANSLATE_NOOP("Problem", "not JSON: expected a comma or ] after an element of a list");
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
        return QT_TRANSLATE_NOOP("Problem", "not JSON: \\u takes four hexadecimal digits");
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
        return QT_TRANSLATE_NOOP("Problem", "not JSON: half of a surrogate pair alone");
    case rapidjson::kParseErrorStringEscapeInvalid:
        return QT_TRANSLATE_NOOP("Problem",
                                 "not JSON: a string has no such character or escape; a line break "
                                 "is written \\n, a backslash \\\\");
    case rapidjson::kParseErrorStringMissQuotationMark:
        return QT_TRANSLATE_NOOP("Problem", "not JSON: the closing quote of a string is missing");
    case rapidjson::kParseErrorStringInvalidEncoding:
        return QT_TRANSLATE_NOOP("Problem", "not JSON: this text is not UTF-8");
    case rapidjson::kParseErrorNumberTooBig:
        return jsonNumberTooBig;
    case rapidjson::kParseErrorNumberMissFraction:
        return QT_TRANSLATE_NOOP("Problem", "not JSON: digits are missing after the decimal point");
    case rapidjson::kParseErrorNumberMissExponent:
        return QT_TRANSLATE_NOOP("Problem", "not JSON: digits are missing after the exponent's e");
    default:
        return QT_TRANSLATE_NOOP("Problem", "not JSON: expected a value here");
    }
}

} // namespace loopscope
