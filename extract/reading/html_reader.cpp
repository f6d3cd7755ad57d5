// A page as an article: what it says of itself, and its main text.
#include <string>

#include "extract/reading/article_record.h"
#include "extract/reading/encoding.h"
#include "extract/reading/html_metadata.h"
#include "extract/reading/html_text.h"
#include "extract/reading/readers.h"

namespace entente {

void read_html(Window& window, Delivery& delivery) {
  if (!read_all(window, kMaxRecordBytes)) {
    delivery.lost({}, "is an HTML page of more than 64 MiB; the file was skipped");
    return;
  }
  std::string html(window.data());
  window.consume(html.size());
  if (repair(html)) delivery.kept({}, "holds bytes that are not valid UTF-8; they were read as windows-1252");
  const HtmlDocument page(html);
  if (page.cut_short())
    delivery.kept({},
                  "has more elements, deeper ones, or more attributes than a page needs (1,000 levels, 1,000,000 in "
                  "all); the rest of the page was left out");
  ArticleRecord record;
  read_html_metadata(page, record);
  record.offer({Field::text, 0}, main_text(page, record.value(Field::title)));
  if (!deliver(record, delivery, {}, {.alone = true})) {
    delivery.lost({}, "no text of an article was found in the page; the file was skipped");
  }
}

}  // namespace entente
