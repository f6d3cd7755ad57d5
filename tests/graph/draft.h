// Extractions put together by hand, for tests of merging, storing and analysing.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "extract/extraction.h"
#include "extract/text/fold.h"
#include "extract/text/utf8.h"

namespace entente {

/// What is known of an entity besides kind and name.
struct Known {
  std::string country = {};
  std::string wikidata = {};
  std::string type = {};
  std::string key = {};  ///< of its kind and name where empty
};

/// An article that grows sentence by sentence.
class Draft {
 public:
  explicit Draft(std::string id, std::string published = "2025-11-01") {
    result_.article.id = std::move(id);
    result_.article.published = std::move(published);
    result_.article.title = "Title of " + result_.article.id;
  }

  /// Appends a sentence; what is stated next is evidenced by it.
  Draft& says(std::string_view sentence) {
    std::string& text = result_.article.text;
    if (!text.empty()) text += ' ';
    const std::size_t begin = text.size();
    text += sentence;
    const CodePoints offsets(text);
    sentence_ = offsets.span({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text.size())});
    result_.sentences.push_back(sentence_);
    return *this;
  }

  /// An entity with `mentions` mentions, the first at its name in the text where it stands there.
  std::int32_t entity(Kind kind, const std::string& name, const Known& known = {}, int mentions = 1) {
    Entity entity;
    entity.kind = kind;
    entity.name = name;
    entity.type = known.type;
    entity.key = known.key.empty() ? std::string(word(kind)) + "/" + slug(name) : known.key;
    entity.country = known.country;
    entity.links.wikidata = known.wikidata;
    if (kind == Kind::country) entity.links.iso3 = known.country;
    result_.entities.push_back(entity);
    const auto index = static_cast<std::int32_t>(result_.entities.size() - 1);
    for (int i = 0; i < mentions; ++i) mention(index, name, i == 0 ? Form::name : Form::pronoun);
    return index;
  }
  std::int32_t person(const std::string& name, const Known& known = {}, int mentions = 1) {
    return entity(Kind::person, name, known, mentions);
  }
  std::int32_t country(const std::string& name, const std::string& iso3) {
    return entity(Kind::country, name, {.country = iso3});
  }

  /// A mention at these words where they stand in the text, else somewhere behind all mentions so far.
  Draft& mention(std::int32_t entity, const std::string& words, Form form = Form::name) {
    const std::string& text = result_.article.text;
    const std::size_t at = form == Form::name ? text.find(words) : std::string::npos;
    Mention mention{{next_, next_ + 1}, form, result_.entities[static_cast<std::size_t>(entity)].kind, entity};
    if (at != std::string::npos) {
      const CodePoints offsets(text);
      mention.span = offsets.span({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())});
    } else {
      ++next_;
    }
    result_.mentions.push_back(mention);
    return *this;
  }

  Relation& relation(const std::string& type, std::int32_t subject, std::int32_t object, const std::string& role = "") {
    Relation& relation = result_.relations.emplace_back();
    relation.type = type;
    relation.subject = subject;
    relation.object = object;
    relation.role = role;
    relation.evidence = sentence_;
    relation.confidence = 0.5;
    relation.rule = "by-hand";
    return relation;
  }

  Event& event(const std::string& type, std::vector<std::int32_t> sources, std::vector<std::int32_t> targets,
               const std::string& date = "") {
    Event& event = result_.events.emplace_back();
    event.type = type;
    event.sources = std::move(sources);
    event.targets = std::move(targets);
    event.date = date;
    event.precision = date.size() == 10  ? DatePrecision::day
                      : date.size() == 7 ? DatePrecision::month
                      : date.size() == 4 ? DatePrecision::year
                                         : DatePrecision::unknown;
    event.evidence = sentence_;
    event.confidence = 0.5;
    event.rule = "by-hand";
    return event;
  }

  [[nodiscard]] Extraction done() const { return result_; }
  operator Extraction() const { return result_; }  // NOLINT: drafts stand where extractions are listed

 private:
  Extraction result_;
  Span sentence_;
  std::uint32_t next_ = 100'000;
};

/// A folder of its own for a test's files, gone with it.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "entente-test-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

}  // namespace entente
