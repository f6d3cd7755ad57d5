// One reader per format. Each reads a window of UTF-8 to its end and hands over what it found.
#pragma once

#include <string_view>

#include "extract/reading/delivery.h"
#include "extract/reading/window.h"

namespace entente {

/// A text, with lines "Key: value" and an empty line before it if all of these keys are known.
void read_plain_text(Window& window, Delivery& delivery);
void read_html(Window& window, Delivery& delivery);
/// An article, an array of articles, or an object with an array of articles; several of them may follow each other.
void read_json(Window& window, Delivery& delivery);
/// An article, or an object with an array of articles, on each line.
void read_json_lines(Window& window, Delivery& delivery);
/// CSV as of RFC 4180, also with tabs, semicolons or bars, under a header row.
void read_table(Window& window, Delivery& delivery);

}  // namespace entente
