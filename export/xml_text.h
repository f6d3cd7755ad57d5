// Text within XML 1.0: escaped, and without what XML cannot hold.
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// Text without the characters that XML 1.0 cannot hold, not escaped; for formats that are turned into XML later.
[[nodiscard]] std::string xml_characters(std::string_view text);

/// Text as content of an element. Characters that XML 1.0 cannot hold (controls but tab, line feed and carriage return;
/// U+FFFE, U+FFFF; surrogates; invalid UTF-8) are left out. A carriage return becomes "&#13;", lest readers take it for
/// a line feed.
[[nodiscard]] std::string xml_text(std::string_view text);

/// Text as the value of an attribute in double quotes; line breaks and tabs as references, so that they come back.
[[nodiscard]] std::string xml_attribute(std::string_view text);

}  // namespace entente
