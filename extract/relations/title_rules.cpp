// Offices and posts: who holds which title of whom, read around each title of a sentence.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "extract/relations/relation_words.h"
#include "extract/relations/rules.h"
#include "extract/text/fold.h"

namespace entente {
namespace {

struct Holder {
  const TokenMention* person = nullptr;
  bool after = false;   ///< the name follows the title
  bool copula = false;  ///< "X is the president of Y"
  bool negated = false;
  bool past = false;
  std::uint32_t first = 0, last = 0;  ///< tokens read
};

struct Owner {
  const TokenMention* of = nullptr;
  bool demonym = false;
  bool possessive = false;
  bool past = false;
  std::uint32_t first = 0, last = 0;
};

class TitleReader {
 public:
  TitleReader(const SentenceView& view, const Sentence& sentence, const Lexicon& lexicon, Findings& findings)
      : view_(view), sentence_(sentence), lexicon_(lexicon), findings_(findings) {}

  void read(const ActorWord& title) {
    const ActorWord* next = title.last < sentence_.last ? view_.word_beginning(title.last) : nullptr;
    if (next && next->title && !honour(*next)) return;
    const ActorWord* before = title.first > sentence_.first ? view_.word_ending(title.first) : nullptr;
    if (honour(title) && (title.name == "sheikh" || (before && before->title))) return;
    for (const Owner& owner : owners(title)) {
      for (const Holder& holder : holders(title, owner)) state(title, owner, holder);
    }
    if (const auto holder = name_after(title); holder && owners(title).empty()) office_known(title, *holder);
  }

 private:
  /// What stands beside an office rather than for one: "Commander Major General X", "President Sheikh Y".
  [[nodiscard]] static bool honour(const ActorWord& title) {
    constexpr std::array<std::string_view, 3> kHonours{"doctor", "engineer", "sheikh"};
    const bool rank = title.type == "military" && (title.name.ends_with("general") || title.name.ends_with("admiral") ||
                                                   title.name.ends_with("colonel") || title.name == "marshal");
    return rank || std::ranges::find(kHonours, title.name) != kHonours.end();
  }

  // ---- whose title it is

  [[nodiscard]] std::vector<Owner> owners(const ActorWord& title) const {
    std::vector<Owner> found;
    if (const auto before = owner_before(title, title.first)) {
      found.push_back(*before);
      // "Maryland's Republican governor"
      const auto beyond = of_party(title, *before) ? owner_before(title, before->first) : std::nullopt;
      if (beyond) found.push_back(*beyond);
    }
    for (const Owner& each : owners_after(title.last)) found.push_back(each);
    if (found.empty()) {
      // "President Putin of Russia"
      if (const auto holder = name_after(title)) found = owners_after(holder->person->last);
    }
    return found;
  }

  /// "Chinese president", "Lee's spokesman", "IAEA chief", "Russia's newly appointed foreign minister".
  [[nodiscard]] std::optional<Owner> owner_before(const ActorWord& title, std::uint32_t at) const {
    Owner owner;
    for (int modifiers = 0; modifiers < 3 && at > sentence_.first; ++modifiers) {
      if (view_.ending(at)) break;
      if (view_.is(at - 1, {"'s", "'"})) break;
      if (view_.is(at - 1, {"former", "ex", "then", "late", "ousted", "deposed", "ex-"})) {
        owner.past = true;
      } else if (const ActorWord* other = view_.word_ending(at); other && other->title) {
        at =
            other
                ->first;  // "Russian President and Commander", "German Chancellor-designate": a second title in between
        continue;
      } else if (!modifier(at - 1) || (view_.is(at - 1, {"-"}) && view_.token(at - 1).spaced)) {
        return std::nullopt;
      }
      --at;
    }
    if (at > sentence_.first && view_.is(at - 1, {"'s", "'"})) {
      owner.possessive = true;
      --at;
    }
    owner.of = view_.ending(at);
    if (!owner.of || owner.of->first < sentence_.first) return std::nullopt;
    owner.first = owner.of->first;
    owner.last = title.last;
    owner.demonym = owner.of->form == Form::demonym;
    if (view_.kind(owner.of, {Kind::person}) && !owner.possessive) return std::nullopt;
    if (owner.of->form == Form::nominal && !owner.possessive)
      return std::nullopt;  // "their nominee - former Minister X"
    if (sided(owner.first)) return std::nullopt;
    if (title.name == "ambassador" && view_.kind(owner.of, {Kind::organisation})) send(owner);
    if (view_.kind(owner.of, {Kind::event})) return std::nullopt;
    owner.past = owner.past || past_before(owner.first);
    return owner;
  }

  /// "Russia's U.N. ambassador": who sends, not to whom.
  void send(Owner& owner) const {
    const std::uint32_t at = owner.first;
    const bool possessive = at > sentence_.first && view_.is(at - 1, {"'s", "'"});
    const TokenMention* sender = view_.ending(possessive ? at - 1 : at);
    if (!view_.kind(sender, {Kind::country}) || sender->first < sentence_.first) return;
    owner.of = sender;
    owner.first = sender->first;
    owner.demonym = sender->form == Form::demonym;
  }

  /// "pro-Moscow president"
  [[nodiscard]] bool sided(std::uint32_t at) const {
    return at > sentence_.first + 1 && view_.is(at - 1, {"-"}) && view_.is(at - 2, {"pro", "anti", "ex"});
  }

  /// "former", "then-" and their like right before a token.
  [[nodiscard]] bool past_before(std::uint32_t at) const {
    if (at > sentence_.first && view_.is(at - 1, {"-"})) --at;
    return at > sentence_.first && view_.is(at - 1, {"former", "ex", "then", "late", "ousted", "deposed"});
  }

  [[nodiscard]] bool modifier(std::uint32_t at) const {
    return view_.is(at, {"new",     "newly",        "elected",   "current",   "outgoing", "incoming",  "longtime",
                         "veteran", "top",          "senior",    "deputy",    "acting",   "interim",   "chief",
                         "first",   "second",       "long",      "serving",   "-",        "appointed", "state",
                         "federal", "transitional", "caretaker", "embattled", "jailed"});
  }

  /// "president of France and the EU": all that follow "of", "for", "at".
  [[nodiscard]] std::vector<Owner> owners_after(std::uint32_t at) const {
    std::vector<Owner> found;
    if (!view_.is(at, {"of", "for", "at"}) || at + 1 >= sentence_.last) return found;
    const std::uint32_t begin = at;
    ++at;
    if (view_.is(at, {"the"})) ++at;
    while (at < sentence_.last) {
      const TokenMention* of = view_.beginning(at);
      if (!of || of->form == Form::demonym || of->last > sentence_.last ||
          !view_.kind(of, {Kind::country, Kind::organisation, Kind::place, Kind::person}))
        break;
      if (view_.is(of->last, {"'s", "'"}) || view_.word_beginning(of->last))
        break;  // "of China's ...", "of Russia president"
      found.push_back({of, false, false, false, begin, of->last});
      if (!view_.is(of->last, {"and"})) break;
      at = of->last + 1;
    }
    return found;
  }

  // ---- who bears the title

  [[nodiscard]] std::vector<Holder> holders(const ActorWord& title, const Owner& owner) const {
    std::vector<Holder> found;
    if (const auto after = name_after(title)) {
      found.push_back(*after);
      return found;
    }
    if (const auto after = name_after_owner(title, owner)) {
      found.push_back(*after);
      return found;
    }
    if (const auto before = name_before(title, owner)) found.push_back(*before);
    return found;
  }

  [[nodiscard]] const TokenMention* person_beginning(std::uint32_t at) const {
    if (view_.is(at, {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "lord"})) ++at;
    const TokenMention* mention = at < sentence_.last ? view_.beginning(at) : nullptr;
    return mention && mention->form == Form::name && view_.kind(mention, {Kind::person}) ? mention : nullptr;
  }

  /// "President Xi Jinping", "the president, Xi Jinping,"
  [[nodiscard]] std::optional<Holder> name_after(const ActorWord& title) const {
    std::uint32_t at = title.last;
    while (const ActorWord* next = at < sentence_.last ? view_.word_beginning(at) : nullptr) {
      if (!next->title || !honour(*next)) break;
      at = next->last;
    }
    if (const TokenMention* person = person_beginning(at))
      return Holder{person, true, false, false, false, title.first, person->last};
    if (view_.is(at, {","}) && title.first > sentence_.first) {
      const TokenMention* person = person_beginning(at + 1);
      if (person && view_.is(person->last, {",", ".", ")"}) && determined(title)) {
        return Holder{person, true, false, false, false, title.first, person->last};
      }
    }
    return std::nullopt;
  }

  /// "the prime minister of Japan, Shigeru Ishiba,", "Prime Minister of India Narendra Modi".
  [[nodiscard]] std::optional<Holder> name_after_owner(const ActorWord& title, const Owner& owner) const {
    if (owner.first < title.last) return std::nullopt;
    std::uint32_t at = owner.last;
    const bool comma = view_.is(at, {","});
    const TokenMention* person = person_beginning(comma ? at + 1 : at);
    if (!person || (comma && !view_.is(person->last, {",", "."}))) return std::nullopt;
    return Holder{person, true, false, false, false, title.first, person->last};
  }

  /// The title is one person's, not one of several: "the president, X" or "Iran's president, X".
  [[nodiscard]] bool determined(const ActorWord& title) const {
    for (std::uint32_t at = title.first; at > sentence_.first && title.first - at < 5; --at) {
      if (view_.is(at - 1, {"the", "'s", "his", "her", "its", "their"})) return true;
    }
    return false;
  }

  /// "Xi Jinping, the Chinese president", "X is the president of Y".
  [[nodiscard]] std::optional<Holder> name_before(const ActorWord& title, const Owner& owner) const {
    std::uint32_t at = std::min(title.first, owner.first);
    Holder holder;
    holder.last = std::max(title.last, owner.last);
    const auto former = [&] { return view_.is(at - 1, {"former", "formerly", "previously", "ex", "then"}); };
    while (at > sentence_.first && (modifier(at - 1) || former() || view_.is(at - 1, {"the", "a", "an", "as"}))) {
      holder.past = holder.past || former();
      --at;
    }
    if (at <= sentence_.first) return std::nullopt;
    if (view_.is(at - 1, {"not", "n't", "never"}) && at - 1 > sentence_.first) {
      holder.negated = true;
      --at;
    }
    const std::uint32_t link = at - 1;
    holder.copula = view_.is(link, {"is", "was", "became", "remains", "be", "becomes"});
    if (!holder.copula && !view_.is(link, {",", "(", "-"})) return std::nullopt;
    if (view_.is(link, {"be"})) return std::nullopt;  // wished or planned
    const TokenMention* person = view_.ending(link);
    if (!person || person->first < sentence_.first || !view_.kind(person, {Kind::person}) || person->form != Form::name)
      return std::nullopt;
    if (!holder.copula && listed_before(*person)) return std::nullopt;
    if (!holder.copula && !closes_apposition(holder.last)) return std::nullopt;
    holder.person = person;
    holder.first = person->first;
    return holder;
  }

  /// "A, B, the president of C": the title may be the third of a list.
  [[nodiscard]] bool listed_before(const TokenMention& person) const {
    return person.first > sentence_.first + 1 && view_.is(person.first - 1, {","}) &&
           view_.kind(view_.ending(person.first - 1), {Kind::person});
  }

  /// After the title comes the end of the apposition, not a name: "X, French President Y, ..." says nothing of X.
  [[nodiscard]] bool closes_apposition(std::uint32_t at) const {
    if (at >= sentence_.last) return true;
    if (person_beginning(at)) return false;
    if (view_.is(at, {"("})) {  // "X, Labour MP (Member of Parliament) Y"
      while (at < sentence_.last && !view_.is(at, {")"})) ++at;
      return at + 1 >= sentence_.last || !person_beginning(at + 1);
    }
    return !view_.token(at).capital;
  }

  // ---- what it states

  /// "Republican senator", "Labour MP", "Prime Minister Mottley of the Labour Party": of what party the holder of an
  /// office of state is; but "Fatah leader", "BJP president".
  [[nodiscard]] bool of_party(const ActorWord& title, const Owner& owner) const {
    constexpr std::array<std::string_view, 6> kOffices{"DM", "FM", "judge", "legislator", "minister", "subnational"};
    const Entity& party = view_.entity(*owner.of);
    if (party.type != "party") return false;
    const bool governs = title.name == "prime minister" || title.name == "premier" || title.name == "chancellor";
    if (governs || std::ranges::find(kOffices, title.type) != kOffices.end()) return true;
    if (owner.first >= title.last) return false;
    const std::string_view word = view_.lower(owner.of->first);
    const bool adjective = owner.of->last == owner.of->first + 1 && fold(party.name) == std::string(word) + " party";
    return adjective && (title.type == "HOS" || title.type == "HOG") && !owner.possessive;
  }

  /// The speaker of a parliament or the chief of an army leads that, not the country.
  [[nodiscard]] static bool leads_a_part(const ActorWord& title) {
    constexpr std::array<std::string_view, 6> kParts{"central_bank", "intelligence", "legislator",
                                                     "military",     "police",       "subnational"};
    return std::ranges::find(kParts, title.type) != kParts.end();
  }

  void state(const ActorWord& title, const Owner& owner, const Holder& holder) {
    std::string role(title.name);
    std::string_view relation = relation_of_title(role, title.type);
    if (relation.empty() || view_.joined(*owner.of)) return;
    const Kind of = view_.entity(*owner.of).kind;
    if (title.type == "party" && of != Kind::organisation) return;
    if (of_party(title, owner)) {
      relation = "party_member";
      role.clear();
    }
    if (relation == "leads" && of == Kind::country && leads_a_part(title)) relation = "holds_office_in";
    if (relation == "leads" && title.type == "business" && of == Kind::country) relation = "works_for";
    if (relation == "leads" && second_in_rank(title)) relation = "holds_office_in";
    if (relation == "leads" && one_of_several(title) && of == Kind::organisation)
      relation = view_.entity(*owner.of).type == "party" ? "party_member" : "works_for";
    if (no_office_there(title, owner)) return;
    if (title.type == "judge" && owner.demonym) relation = "works_for";  // "the American judge" may sit in The Hague
    if (relation == "works_for" && of == Kind::country) {
      if (!owner.demonym || !citizen_role(title)) return;
      relation = "citizen_of";
    }
    if (relation == "leads" && area_behind(title, owner)) relation = "works_for";
    if (area_of_work(title, owner)) return;
    if (of == Kind::person && relation != "speaks_for" && relation != "works_for") return;
    if (title.type == "ambassador" && owner.first >= title.last)
      return;  // "ambassador of" is rare, "for" and "at" say where
    if (relation == "represents" && owner.first >= title.last && view_.is(title.last, {"for"}))
      return;                                                            // "US special representative for Iran"
    if (title.name == "ambassador" && of == Kind::organisation) return;  // "Russia's U.N. ambassador"
    if (deputy_before(title) && !role.empty()) role = fmt::format("deputy {}", role);
    RelationDraft draft{relation,
                        holder.person->entity,
                        owner.of->entity,
                        role,
                        holder.negated,
                        holder.past || owner.past || past_before(title.first),
                        {},
                        0,
                        {}};
    draft.evidence = view_.bytes(std::min({holder.first, owner.first, title.first}),
                                 std::max({holder.last, owner.last, title.last}));
    draft.rule = holder.copula ? "title-copula" : holder.after ? "title-before-name" : "title-apposition";
    draft.confidence = holder.after ? 0.95 : holder.copula ? 0.9 : 0.88;
    findings_.add(std::move(draft));
  }

  /// "Amnesty International's director for Asia", "WorldCom's head of accounting": of a part, not of the whole.
  [[nodiscard]] bool area_behind(const ActorWord& title, const Owner& owner) const {
    const bool part =
        view_.is(title.last, {"for"}) ||
        (view_.is(title.last, {"of"}) && !view_.token(title.last + 1).capital && !view_.is(title.last + 1, {"the"}));
    if (owner.last > title.last || !part) return false;
    return view_.kind(owner.of, {Kind::organisation}) && view_.entity(*owner.of).type != "igo";
  }

  /// "The director for Europe and Central Asia at Amnesty": what somebody works on, not for.
  [[nodiscard]] bool area_of_work(const ActorWord& title, const Owner& owner) const {
    constexpr std::array<std::string_view, 5> kOfBodies{"business", "academic", "media", "official", "activist"};
    const bool body = std::ranges::find(kOfBodies, title.type) != kOfBodies.end();
    const bool of_body =
        view_.kind(view_.ending(title.first), {Kind::organisation});  // "IOE vice president for Africa"
    return (body || of_body) && view_.is(owner.first, {"for"}) && view_.kind(owner.of, {Kind::country, Kind::place});
  }

  /// "PPP leaders A and B", "former Disney directors"
  [[nodiscard]] bool one_of_several(const ActorWord& title) const {
    const std::string_view last = view_.lower(title.last - 1);
    return last.ends_with("s") && !title.name.ends_with("s") && !title.name.ends_with(last);
  }

  /// "Speaker Ryan of Wisconsin", "the rebel leader of the east", "England captain", "the South Asia head of a body":
  /// the place says where somebody is from, or what they are in charge of there.
  [[nodiscard]] bool no_office_there(const ActorWord& title, const Owner& owner) const {
    constexpr std::array<std::string_view, 5> kOfHouses{"majority leader", "minority leader", "speaker", "whip",
                                                        "captain"};
    if (!view_.kind(owner.of, {Kind::country, Kind::place})) return false;
    if (title.type == "rebel" || (title.name == "captain" && !owner.possessive)) return true;
    const bool houses = std::ranges::find(kOfHouses, title.name) != kOfHouses.end();
    if (houses && owner.first > title.last) return true;
    return owner.last <= title.last && body_behind(title);
  }

  /// "US managing director of Azoya", "South Asia head at Human Rights Watch"
  [[nodiscard]] bool body_behind(const ActorWord& title) const {
    if (!view_.is(title.last, {"of", "at", "for"})) return false;
    const std::uint32_t at = title.last + (view_.is(title.last + 1, {"the"}) ? 2 : 1);
    const TokenMention* body = at < sentence_.last ? view_.beginning(at) : nullptr;
    return view_.kind(body, {Kind::organisation}) && view_.entity(*body).type != "government";
  }

  [[nodiscard]] bool deputy_before(const ActorWord& title) const {
    return title.first > sentence_.first && view_.is(title.first - 1, {"deputy"});
  }

  [[nodiscard]] bool second_in_rank(const ActorWord& title) const {
    for (std::uint32_t at = title.first; at < title.last; ++at) {
      if (view_.is(at, {"vice", "deputy", "assistant", "associate"})) return true;
    }
    return title.first > sentence_.first && view_.is(title.first - 1, {"vice", "deputy", "assistant"});
  }

  [[nodiscard]] static bool citizen_role(const ActorWord& title) {
    constexpr std::array<std::string_view, 7> kCivil{"academic", "media",     "activist",  "business",
                                                     "lawyer",   "religious", "opposition"};
    return std::ranges::find(kCivil, title.type) != kCivil.end();
  }

  /// "President Donald Trump", with no country beside it: the lexicon knows of whom he was president then.
  void office_known(const ActorWord& title, const Holder& holder) {
    const auto& resolution = view_.resolution();
    const auto entry = resolution.notes[static_cast<std::size_t>(holder.person->entity)].entry;
    std::string_view relation = relation_of_title(title.name, title.type);
    if (relation == "leads" && leads_a_part(title)) relation = "holds_office_in";
    if (!entry || resolution.date.empty() || relation.empty() || relation == "works_for") return;
    // Of a body or of a part of the country, of which the country says nothing.
    if (title.type == "IGO" || title.type == "subnational" || past_before(title.first)) return;
    for (std::size_t e = 0; e < resolution.entities.size(); ++e) {
      const Entity& country = resolution.entities[e];
      if (country.kind != Kind::country) continue;
      const auto in_office = lexicon_.holders(country.links.iso3, title.type, resolution.date);
      if (std::ranges::find(in_office, *entry) == in_office.end()) continue;
      findings_.add({relation, holder.person->entity, static_cast<std::int32_t>(e), std::string(title.name), false,
                     false, view_.bytes(title.first, holder.last), 0.85, "title-lexicon"});
    }
  }

  const SentenceView& view_;
  const Sentence& sentence_;
  const Lexicon& lexicon_;
  Findings& findings_;
};

}  // namespace

void title_rules(const SentenceView& view, const Sentence& sentence, const Lexicon& lexicon, Findings& findings) {
  TitleReader reader(view, sentence, lexicon, findings);
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    if (const ActorWord* word = view.word_beginning(i); word && word->title) reader.read(*word);
  }
}

}  // namespace entente
