// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace loopscope::demo {

/// The document that a public API answers its root with: 31 keys, each an address.
[[nodiscard]] std::string rootDocument();

/// A large flat object: 1,900 names, each with the address of a picture.
[[nodiscard]] std::string emojisDocument();

/// A small nested object.
[[nodiscard]] std::string feedsDocument();

/// An array of records, of `bytes` bytes or a few more.
[[nodiscard]] std::string bigDocument(size_t bytes);

} // namespace loopscope::demo
