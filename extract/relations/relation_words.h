// Words that tell which relation stands: data/ontology/title_relations.tsv and noun_relations.tsv.
#pragma once

#include <string_view>

namespace entente {

/// The relation of a bearer of a title (small letters) to whom the title is of: the title's own row, else that of its
/// class
/// ("HOS", "minister"); empty where it binds to nobody.
[[nodiscard]] std::string_view relation_of_title(std::string_view title, std::string_view role_class);

/// The relation that a noun in apposition states ("capital", "newspaper", "wife"); empty for any other word.
[[nodiscard]] std::string_view relation_of_noun(std::string_view lower);

}  // namespace entente
