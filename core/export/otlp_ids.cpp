// SPDX-License-Identifier: MIT
#include "core/export/otlp_ids.h"

#include <QCryptographicHash>

namespace loopscope {

namespace {

QByteArray digest(const QByteArray &text, qsizetype bytes)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).left(bytes).toHex();
}

/// Without what a person adds to it later: that makes no other recording of it.
QByteArray lasting(RecordingInfo info)
{
    info.bookmarks.clear();
    info.view = {};
    info.notes.clear();
    return toJson(info);
}

} // namespace

OtlpIds::OtlpIds(const RecordingInfo &info)
    : m_seed(QCryptographicHash::hash(lasting(info), QCryptographicHash::Sha256).toHex())
{
}

QByteArray OtlpIds::trace(RunId run) const
{
    return digest(m_seed + "/trace/" + QByteArray::number(run.value), 16);
}

QByteArray OtlpIds::span(RunId run, Span kind, quint32 number) const
{
    return digest(m_seed + "/span/" + QByteArray::number(run.value) + '/' + QByteArray::number(int(kind)) +
                      '/' + QByteArray::number(number),
                  8);
}

} // namespace loopscope
