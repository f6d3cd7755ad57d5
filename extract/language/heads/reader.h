// The facade of the trained reading: sentences of words in, what the model reads of them out.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/encoder/kernels.h"
#include "extract/language/encoder/model_file.h"
#include "extract/language/heads/windows.h"

namespace entente {

/// What is read of a word. Views live as long as the Reader.
struct WordReading {
  std::string_view upos;  ///< universal part of speech
  std::string_view xpos;  ///< Penn tag
  std::string_view rule;  ///< of the lemma
  std::string lemma;
  std::uint32_t head = 0;     ///< a word of the sentence, counted from 1; 0: the root
  std::string_view relation;  ///< to the head, of Universal Dependencies
  std::string_view name_tag;  ///< "O", or B-, I-, E-, S- and a type
};

/// Words [begin, end) of a sentence that name something.
struct NameReading {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string_view kind;  ///< "person", "country", "organisation", "place", "event", "demonym", "group", "misc"
  std::string_view type;  ///< "politician", "city" ...; empty where the kind has none
  float score = 0;        ///< 0 to 1: how sure the model is of its least sure word; not calibrated
};

struct SentenceReading {
  std::vector<WordReading> words;
  std::vector<NameReading> names;
};

class ArticleReading;

/// Reads sentences with a model. Copies share the model. Thread-safe. The same bytes with every kernel.
class Reader {
 public:
  /// Maps and checks the file and lays its weights out for the kernels, in some 30 ms. Throws encoder::ModelError.
  [[nodiscard]] static Reader open(const std::string& path,
                                   const encoder::Kernels& kernels = encoder::default_kernels());

  /// Consecutive sentences of one text, which are read with their neighbours, as many together as the model's window
  /// holds. A sentence of any length; one without words gives an empty reading.
  [[nodiscard]] std::vector<SentenceReading> read(std::span<const SentenceWords> sentences) const;

  /// The sentences of an article, read as by read(), and what the model tells of the article as a whole: see
  /// article_reading.h. A model without the heads for that gives the sentences.
  [[nodiscard]] ArticleReading read_article(std::span<const SentenceWords> sentences) const;

  [[nodiscard]] const encoder::ModelFile& model() const;
  [[nodiscard]] const encoder::Kernels& kernels() const;

  /// Reads the samples of the model file and says, a line each, where pieces, vectors or readings are not what the file
  /// says they must be; empty where all is well.
  [[nodiscard]] std::vector<std::string> replay_samples() const;

 private:
  class Network;
  void replay(const encoder::ModelSample& sample, std::size_t number, std::vector<std::string>& differences) const;
  explicit Reader(std::shared_ptr<const Network> network) : network_(std::move(network)) {}
  std::shared_ptr<const Network> network_;
};

}  // namespace entente
