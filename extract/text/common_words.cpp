// Looks words up in data/language/common_words.txt, sorted lines, where they lie in the program.
#include "extract/text/common_words.h"

#include <cstddef>

extern "C" {
extern const char entente_common_words_begin[];
extern const char entente_common_words_end[];
}

namespace entente {

bool common_word(std::string_view lower) {
  const std::string_view list{entente_common_words_begin, entente_common_words_end};
  std::size_t begin = 0;
  std::size_t end = list.size();
  while (begin < end) {
    std::size_t line = begin + (end - begin) / 2;
    while (line > begin && list[line - 1] != '\n') --line;
    const std::size_t stop = list.find('\n', line);
    const int order = list.substr(line, stop - line).compare(lower);
    if (order == 0) return true;
    if (order < 0) {
      begin = stop + 1;
    } else {
      end = line;
    }
  }
  return false;
}

}  // namespace entente
