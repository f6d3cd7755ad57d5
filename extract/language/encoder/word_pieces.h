// Words to the pieces of the vocabulary, with the case of each piece kept beside it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente::encoder {

/// How a piece is written.
enum class PieceCase : std::uint8_t { lower, start, capitals, mixed, none };

struct Piece {
  std::int32_t number;
  PieceCase written;
  bool operator==(const Piece&) const = default;
};

class WordPieces {
 public:
  /// The pieces, a line each; the text must outlive this. Throws std::runtime_error where "[UNK]", "[CLS]" or "[SEP]"
  /// is missing.
  explicit WordPieces(std::string_view vocabulary);

  /// Appends the pieces of one word (UTF-8), at least one. Thread-safe.
  void append(std::string_view word, std::vector<Piece>& pieces) const;

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] Piece start() const { return start_; }  ///< [CLS]
  [[nodiscard]] Piece end() const { return end_; }      ///< [SEP]

 private:
  class Run;
  void append_run(const Run& run, std::vector<Piece>& pieces) const;

  /// Pieces that begin a run and, without their "##", those that go on.
  std::array<std::unordered_map<std::string_view, std::int32_t>, 2> numbers_;
  std::size_t longest_ = 0;  ///< bytes of the longest piece
  std::size_t size_ = 0;
  Piece unknown_{}, start_{}, end_{};
};

}  // namespace entente::encoder
