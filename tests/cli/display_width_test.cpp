// How broad text is, and where it breaks.
#include "cli/display_width.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace entente;
using Lines = std::vector<std::string>;

TEST_CASE("width counts columns of a terminal") {
  CHECK(display_width("") == 0);
  CHECK(display_width("Xi") == 2);
  CHECK(display_width("Łódź") == 4);
  CHECK(display_width("习近平") == 6);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("🌹") == 2);
  CHECK(display_width("محمود") == 5);
}

TEST_CASE("lines break at spaces, and within words only where they must") {
  CHECK(wrapped("one two three", 7) == Lines{"one two", "three"});
  CHECK(wrapped("  one \n\t two ", 20) == Lines{"one two"});
  CHECK(wrapped("abcdefgh", 3) == Lines{"abc", "def", "gh"});
  CHECK(wrapped("习近平", 4) == Lines{"习近", "平"});
  CHECK(wrapped("", 5) == Lines{""});
}
