// "MR. EARNEST:", "Q": who speaks, before what is said, in transcripts of briefings and interviews.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/language/analysis.h"

namespace entente {

/// Where the words of each paragraph begin behind its label, in bytes; the paragraph's begin where it has none. A label
/// is "Q", or a few words in capitals before a colon; only a text in which several stand and one returns is a
/// transcript. Linear in the text.
[[nodiscard]] std::vector<std::uint32_t> behind_speaker_labels(std::string_view text,
                                                               const std::vector<Paragraph>& paragraphs);

}  // namespace entente
