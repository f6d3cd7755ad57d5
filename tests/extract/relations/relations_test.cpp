// Lasting ties, one way of saying them after the other.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/extract/reading_of.h"

using namespace entente::test;

namespace {

/// The ties that questions and exports show unless asked otherwise.
Lines shown(entente::Extraction x) {
  std::erase_if(x.relations, [](const entente::Relation& r) { return r.background || r.confidence < 0.5; });
  return ties(x);
}

}  // namespace

TEST_CASE("a title before a name") {
  CHECK(has(ties(read("Chinese President Xi Jinping spoke.")), "Xi Jinping leads China (president)"));
  CHECK(has(ties(read("French Foreign Minister Zoe Quillard spoke.")),
            "Zoe Quillard holds_office_in France (foreign minister)"));
  CHECK(has(ties(read("IAEA chief Rafael Grossi spoke.")), "Rafael Grossi leads International Atomic Energy Agency"));
}

TEST_CASE("a title after a name") {
  CHECK(has(ties(read("Zoe Quillard, the president of Zembla National University, spoke.")),
            "Zoe Quillard leads Zembla National University (president)"));
  CHECK(has(ties(read("Xi Jinping, the Chinese president, spoke.")), "Xi Jinping leads China (president)"));
  CHECK(has(ties(read("Zoe Quillard is the foreign minister of France.")),
            "Zoe Quillard holds_office_in France (foreign minister)"));
}

TEST_CASE("a spokesman speaks for a person or a body") {
  CHECK(has(ties(read("Lee Jae Myung listened. Lee's spokesman Kim Nam-joon explained.")),
            "Kim Nam-joon speaks_for Lee Jae-myung (spokesman)"));
}

TEST_CASE("past and negated ties are marked") {
  CHECK(has(ties(read("Former French president Nicolas Sarkozy spoke.")), "Nicolas Sarkozy past leads France"));
  CHECK(has(ties(read("Then-French president Nicolas Sarkozy spoke.")), "Nicolas Sarkozy past leads France"));
  CHECK(has(ties(read("Zoe Quillard is not the foreign minister of France.")),
            "Zoe Quillard not holds_office_in France"));
}

TEST_CASE("a member, no member, no longer one") {
  CHECK(has(ties(read("Ukraine, which is not a member of NATO, asked for help.")),
            "Ukraine not member_of North Atlantic"));
  CHECK(has(ties(read("Britain, no longer a member of the European Union, agreed.")),
            "United Kingdom past member_of European Union"));
  CHECK(has(ties(read("Ukraine is not a member of NATO.")), "Ukraine not member_of North Atlantic"));
  CHECK(has(ties(read("Finland has formally joined NATO.")), "Finland member_of North Atlantic"));
}

TEST_CASE("a title known to the lexicon needs no country beside it") {
  CHECK(has(ties(read("The United States agreed. President Donald Trump signed.", "2019-03-01")),
            "Donald Trump leads United States (president)"));
  CHECK_FALSE(
      has(ties(read("The United States agreed. President Donald Trump signed.", "2012-03-01")), "Donald Trump leads"));
}

TEST_CASE("the head of a body does not lead the country of birth") {
  CHECK_FALSE(has(ties(read("Norway agreed. The secretary general, Jens Stoltenberg, nodded.", "2022-06-29")),
                  "Jens Stoltenberg leads"));
}

TEST_CASE("seats and places") {
  CHECK(has(ties(read("John Delury, a historian based in Seoul, agreed.")), "John Delury based_in Seoul"));
  CHECK(has(ties(read("Xiaomi, the Chinese tech giant, denied it.")), "Xiaomi based_in China"));
  CHECK(has(ties(read("South Korean newspaper Seoul Shinmun reported it.")), "Seoul Shinmun based_in South Korea"));
  CHECK(has(ties(read("He went to Chittagong, a port city in Bangladesh.")), "Chittagong located_in Bangladesh"));
  CHECK(has(ties(read("They met in Geneva, Switzerland.")), "Geneva located_in Switzerland"));
  CHECK(has(ties(read("The sailors landed at Olongapo city, Zambales.")), "Olongapo located_in Zambales"));
}

TEST_CASE("members, kin, party") {
  CHECK(has(ties(read("Sweden, a member of NATO, agreed.")), "Sweden member_of"));
  CHECK(has(ties(read("Joe Biden and his wife, Jill Biden, left.")), "Jill Biden spouse_of Joe Biden (wife)"));
  CHECK(has(ties(read("Hunter Biden, the son of Joe Biden, left.")), "Hunter Biden child_of Joe Biden (son)"));
}

TEST_CASE("nearness is no tie") {
  CHECK(ties(read("Xi Jinping and Vladimir Putin were in the room with Narendra Modi of the old school.")).empty());
  CHECK(ties(read("It was hot in Flintshire, and the island of Jersey was hotter.")).empty());
  CHECK_FALSE(
      has(ties(read("UNESCO, an agency of the United Nations, is based in Paris.")), "United Nations based_in"));
}

TEST_CASE("a name within a longer word is about something else") {
  CHECK_FALSE(
      has(ties(read("Zoe Quillard, president of the Boston-based firm Acme, spoke.")), "Zoe Quillard leads Boston"));
  CHECK_FALSE(
      has(ties(read("They met in Muzaffarabad, the capital of the Pakistan-ruled part.")), "Muzaffarābād capital_of"));
}

TEST_CASE("who governs a part of a country does not lead it") {
  CHECK_FALSE(has(ties(read("The United States mourned. Governor Phil Bryant signed the law.", "2016-05-01")),
                  "Phil Bryant leads United States"));
}

TEST_CASE("where a rule says what somebody is there, the model says nothing else") {
  const auto found = ties(read("On Tuesday, United States Senator Bernie Sanders won.", "2020-02-14"));
  CHECK(has(found, "Bernie Sanders holds_office_in United States (senator)"));
  CHECK_FALSE(has(found, "Bernie Sanders leads"));
}

TEST_CASE("a place lies in one country") {
  const auto found = ties(
      read("Tributes were paid by the Iranian Foreign Minister and the British Prime Minister. The government of Oman "
           "announced mourning. He attended prayers at the Zembla Grand Mosque in Muscat."));
  const auto lands = std::ranges::count_if(
      found, [](const std::string& line) { return line.starts_with("Zembla Grand Mosque in_country"); });
  CHECK(lands == 1);
}

TEST_CASE("kin, over the tree") {
  CHECK(has(ties(read("Zoe Quillard, the daughter of Odo Quillard, left.")),
            "Zoe Quillard child_of Odo Quillard (daughter)"));
  CHECK(
      has(ties(read("Odo Quillard and his wife, Ada Quillard, left.")), "Ada Quillard spouse_of Odo Quillard (wife)"));
  CHECK(has(ties(read("Odo Quillard, who was born in Paris, studied at Zembla University.")),
            "Odo Quillard born_in Paris"));
}

TEST_CASE("evidence is in the sentence that says so") {
  const auto x = read("It rained. Chinese President Xi Jinping spoke.");
  REQUIRE(!x.relations.empty());
  CHECK(x.relations[0].evidence == entente::Span{11, 39});
  CHECK(x.relations[0].rule == "title-before-name");
}

TEST_CASE("what the lexicon knows is background, and gives way to what the article says") {
  const auto x =
      read("Xi Jinping was in China, not in Paris, France. Chinese President Xi Jinping spoke.", "2024-05-01");
  const auto tie = [&](std::string_view type) {
    return *std::ranges::find(x.relations, type, &entente::Relation::type);
  };
  CHECK(tie("in_country").background);
  CHECK_FALSE(tie("located_in").background);
  CHECK_FALSE(tie("leads").background);
}

TEST_CASE("the model is believed where the sentence puts the two into one phrase") {
  CHECK(has(shown(read("Odo Quillard, an associate professor at Chung Hua University in Taiwan, disagreed.")),
            "Odo Quillard works_for Chung Hua University"));
  const std::string beside =
      "Congress leaders Siddaramaiah and D K Shivakumar have insulted the communities, Bharatiya Janata Party MLA K S "
      "Eshwarappa said in India.";
  CHECK(has(shown(read(beside)), "K S Eshwarappa party_member Bharatiya Janata Party"));
  CHECK_FALSE(has(shown(read(beside)), "Siddaramaiah party_member"));
  CHECK_FALSE(
      has(shown(read("British Foreign Secretary Jack Straw, touring a camp, urged the Sudanese government to do "
                     "more.",
                     "2004-08-25")),
          "Jack Straw citizen_of Sudan"));
}

TEST_CASE("who reports is no party to what is reported") {
  CHECK_FALSE(has(ties(read("Reuters - U.S. shoppers have kept a tight grip on their wallets.", "2004-12-01")),
                  "Reuters based_in"));
  CHECK_FALSE(has(ties(read("SUN CITY, South Africa (Reuters) - Briton Lee Westwood closed in.", "2004-12-01")),
                  "Reuters based_in"));
}

TEST_CASE("a body of many states is no agency of one") {
  CHECK_FALSE(has(ties(read("Sudan rejected a US-sponsored UN Security Council draft resolution to punish it.")),
                  "United Nations Security Council agency_of"));
}

TEST_CASE("an honour or a rank stands beside an office") {
  CHECK(has(ties(read("Kuwaiti Foreign Minister Sheikh Ahmad Quillard arrived.")),
            "Ahmad Quillard holds_office_in Kuwait (foreign minister)"));
  CHECK(has(ties(read("Zembla Port Authority Chairman Rear Admiral Odo Quillard spoke.")),
            "Odo Quillard leads Zembla Port Authority (chairman)"));
}

TEST_CASE("a deputy, one of several, and who directs a part do not lead the whole") {
  CHECK(
      has(ties(read("Taipei Deputy Mayor Zoe Quillard spoke.")), "Zoe Quillard holds_office_in Taipei (deputy mayor)"));
  const Lines found = ties(read("Odo Quillard, Amnesty International's director for Asia, spoke."));
  CHECK(has(found, "Odo Quillard works_for Amnesty International (director)"));
  CHECK_FALSE(has(found, "Odo Quillard leads"));
  CHECK(has(ties(read("Odo Quillard, WorldCom's ex-head of internal accounting, alerted directors.")),
            "Odo Quillard past works_for WorldCom (head)"));
}

TEST_CASE("a place beside a title is not always its owner") {
  CHECK_FALSE(
      has(shown(read("Senate Majority Leader Odo Quillard of Kentucky agreed.")), "Odo Quillard holds_office_in"));
  CHECK_FALSE(has(ties(read("Odo Quillard, US managing director of Zembla Trading, spoke.")),
                  "Odo Quillard leads United States"));
  CHECK_FALSE(has(ties(read("The pro-Moscow president Odo Quillard fled.")), "Odo Quillard leads Moscow"));
  CHECK_FALSE(has(ties(read("DETROIT - Sen. John Kerry spoke on Monday.", "2004-09-01")),
                  "John Kerry holds_office_in Detroit"));
}

TEST_CASE("a nominee's party does not own the office once held") {
  CHECK_FALSE(
      has(shown(read("The ruling Colorado Party is split, and the left has picked their nominee - former Health "
                     "Minister Odo Quillard.")),
          "Odo Quillard"));
}

TEST_CASE("an ambassador represents who sends") {
  const Lines found =
      ties(read("According to Russia's U.N. ambassador, Vitaly Churkin, the fighters left.", "2016-12-14"));
  CHECK(has(found, "Vitaly Churkin represents Russia (ambassador)"));
  CHECK_FALSE(has(found, "Vitaly Churkin represents United Nations"));
}

TEST_CASE("places in a row, and places of another clause, do not lie within each other") {
  CHECK_FALSE(has(ties(read("They are situated in Sub-Saharan Africa, Latin America and the Caribbean.")),
                  "sub-Saharan Africa located_in"));
  CHECK_FALSE(has(shown(read("Infections grew in Shanghai, while a flare up in Wuxi city in Jiangsu led to measures.")),
                  "Shanghai located_in Jiangsu"));
}

TEST_CASE("who leads a body is not said to be its member as well") {
  const Lines found = ties(read("European Commission President Jose Manuel Barroso spoke.", "2009-05-01"));
  CHECK(has(found, "Jose Manuel Barroso leads European Commission"));
  CHECK_FALSE(has(found, "Jose Manuel Barroso member_of European Commission"));
}

TEST_CASE("whose wife it is, the sentence itself may tell") {
  const Lines dinner =
      shown(read("President Donald Trump sat down with Japanese Prime Minister Shinzo Abe, third from "
                 "left, and his wife Akie Abe at Mar-a-Lago.",
                 "2017-02-10"));
  CHECK_FALSE(has(dinner, "Akie Abe spouse_of Donald Trump"));
  CHECK_FALSE(has(
      shown(read("Bernie Sanders won. With his wife Karen at his side, Governor John Kasich cheered.", "2016-02-09")),
      "Karen spouse_of Bernie Sanders"));
}

TEST_CASE("a part of the world lies in no country") {
  CHECK_FALSE(has(ties(read("In Latin America Cuba's influence meets that of others.")), "Latin America located_in"));
}

TEST_CASE("who formerly headed a body heads it no more") {
  CHECK(has(ties(read("Odo Quillard previously headed the Zembla Trading Company in Norway.")),
            "Odo Quillard past leads Zembla Trading Company"));
}

TEST_CASE("who holds an office of state is a member of the party before it") {
  const auto lines = ties(read("Maryland's Republican Governor Larry Hogan spoke."));
  CHECK(has(lines, "Larry Hogan party_member Republican Party"));
  CHECK(has(lines, "Larry Hogan leads Maryland (governor)"));
  CHECK(has(ties(read("Republican Party chairman Reince Priebus spoke.")),
            "Reince Priebus leads Republican Party (chairman)"));
}

TEST_CASE("the speaker of a parliament does not lead the country") {
  CHECK(has(ties(read("The speaker of Iran, Ali Larijani, resigned.", "2015-01-02")),
            "Ali Larijani holds_office_in Iran (speaker)"));
}

TEST_CASE("formerly the mayor") {
  CHECK(has(ties(read("Michael Bloomberg, formerly the mayor of New York City, spoke.")),
            "Michael Bloomberg past leads New York City (mayor)"));
}
