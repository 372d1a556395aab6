// SPDX-License-Identifier: MIT
#include "core/export/text_sink.h"

namespace loopscope {

namespace {

constexpr qsizetype blockSize = 1 << 18;

} // namespace

TextSink &TextSink::operator<<(QByteArrayView text)
{
    if (isFailed())
        return *this;
    m_block += text;
    if (m_block.size() >= blockSize)
        handOn();
    return *this;
}

Result<void> TextSink::finish()
{
    handOn();
    return m_result;
}

void TextSink::handOn()
{
    if (m_block.isEmpty() || isFailed())
        return;
    m_result = m_write(m_block);
    m_block.clear();
}

} // namespace loopscope
