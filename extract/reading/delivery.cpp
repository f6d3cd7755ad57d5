// Counts what passes through.
#include "extract/reading/delivery.h"

namespace entente {

void Delivery::article(Article article) {
  ++counts_.articles;
  if (sink_.article) sink_.article(std::move(article));
}

void Delivery::extraction_line(std::string_view line, FilePosition place) {
  if (!sink_.extraction_line) {
    lost(place, "is an extraction line, not an article; give it to a command that reads them (entente build)");
    return;
  }
  ++counts_.extraction_lines;
  sink_.extraction_line(line, {path_, place.line, place.column, {}, false});
}

void Delivery::report(const Problem& problem) {
  ++counts_.problems;
  if (problem.lost) ++counts_.lost;
  if (sink_.problem) sink_.problem(problem);
}

}  // namespace entente
