#include "extract/extraction.h"

#include <array>
#include <utility>

namespace entente {
namespace {

template <typename Enum, std::size_t N>
using Words = std::array<std::pair<Enum, std::string_view>, N>;

constexpr Words<Kind, 5> kKinds{{{Kind::person, "person"},
                                 {Kind::country, "country"},
                                 {Kind::organisation, "organisation"},
                                 {Kind::place, "place"},
                                 {Kind::event, "event"}}};
constexpr Words<Form, 5> kForms{{{Form::name, "name"},
                                 {Form::demonym, "demonym"},
                                 {Form::title, "title"},
                                 {Form::nominal, "nominal"},
                                 {Form::pronoun, "pronoun"}}};
constexpr Words<Modality, 4> kModalities{{{Modality::actual, "actual"},
                                          {Modality::planned, "planned"},
                                          {Modality::hypothetical, "hypothetical"},
                                          {Modality::denied, "denied"}}};
constexpr Words<DatePrecision, 4> kPrecisions{{{DatePrecision::unknown, "unknown"},
                                               {DatePrecision::day, "day"},
                                               {DatePrecision::month, "month"},
                                               {DatePrecision::year, "year"}}};

template <typename Enum, std::size_t N>
std::string_view word_in(const Words<Enum, N>& words, Enum value) {
  for (const auto& [each, text] : words) {
    if (each == value) return text;
  }
  return {};
}

template <typename Enum, std::size_t N>
std::optional<Enum> value_in(const Words<Enum, N>& words, std::string_view text) {
  for (const auto& [value, each] : words) {
    if (each == text) return value;
  }
  return std::nullopt;
}

}  // namespace

std::string_view word(Kind kind) {
  return word_in(kKinds, kind);
}
std::string_view word(Form form) {
  return word_in(kForms, form);
}
std::string_view word(Modality modality) {
  return word_in(kModalities, modality);
}
std::string_view word(DatePrecision precision) {
  return word_in(kPrecisions, precision);
}
std::optional<Kind> kind_of(std::string_view text) {
  return value_in(kKinds, text);
}
std::optional<Form> form_of(std::string_view text) {
  return value_in(kForms, text);
}
std::optional<Modality> modality_of(std::string_view text) {
  return value_in(kModalities, text);
}
std::optional<DatePrecision> date_precision_of(std::string_view text) {
  return value_in(kPrecisions, text);
}

}  // namespace entente
