// Where sentences end.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extract/language/analysis.h"

using Strings = std::vector<std::string>;

namespace {

Strings sentences_of(const std::string& text) {
  Strings result;
  for (const auto span : entente::sentences_in(text, {0, static_cast<std::uint32_t>(text.size())})) {
    result.push_back(text.substr(span.begin, span.size()));
  }
  return result;
}

/// The sentences of an article, and what they are where they state nothing.
Strings analysed(const std::string& text) {
  Strings result;
  for (const auto& sentence : entente::analyse(text).sentences) {
    result.push_back((sentence.dateline ? "dateline: "
                      : sentence.label  ? "label: "
                                        : "") +
                     text.substr(sentence.span.begin, sentence.span.size()));
  }
  return result;
}

}  // namespace

TEST_CASE("a full stop before a capital ends a sentence") {
  CHECK(sentences_of("He left. She stayed! Why? Nobody knows.") ==
        Strings{"He left.", "She stayed!", "Why?", "Nobody knows."});
}

TEST_CASE("titles, initials and acronyms do not") {
  CHECK(sentences_of("Mr. Lee met Gen. J. R. Smith. They talked.").size() == 2);
  CHECK(sentences_of("The U.S. President flew home.").size() == 1);
  CHECK(sentences_of("He left the U.S. The visit was short.").size() == 2);
  CHECK(sentences_of("It moved to No. 10 today.").size() == 1);
  CHECK(sentences_of("It grew 3.5 percent at example.org last year.").size() == 1);
}

TEST_CASE("closing quotes and brackets belong to the sentence before them") {
  CHECK(sentences_of("\"We agree.\" He smiled.") == Strings{"\"We agree.\"", "He smiled."});
  CHECK(sentences_of("\u201CStop.\u201D (He left.) Then it rained.") ==
        Strings{"\u201CStop.\u201D", "(He left.)", "Then it rained."});
}

TEST_CASE("an ellipsis before a small letter goes on") {
  CHECK(sentences_of("Well... it may be. Good.").size() == 2);
}

TEST_CASE("notes in brackets belong to the sentence before them") {
  CHECK(sentences_of("He left in 1805.[6] She stayed. [7] It rained.") ==
        Strings{"He left in 1805.[6]", "She stayed. [7]", "It rained."});
}

TEST_CASE("for example and about do not end a sentence") {
  CHECK(sentences_of("It lists works, e.g. The Republic, written c. 375 BC.").size() == 1);
}

TEST_CASE("a name can begin with a state's initials, and words that begin sentences end it") {
  CHECK(sentences_of("The U.S. Embassy closed. The U.N. Security Council met in the U.S. It failed.") ==
        Strings{"The U.S. Embassy closed.", "The U.N. Security Council met in the U.S.", "It failed."});
  CHECK(sentences_of("\u201CMrs. Clinton met Wayne A. I. Frederick,\u201D he said.").size() == 1);
  CHECK(sentences_of("Poor's Corp. \"Last year was good,\" he said.").size() == 2);
  CHECK(sentences_of("Robert M. Levy spoke. It was Plan B. He left.").size() == 3);
  CHECK(sentences_of("GEN. Smith told the FT. The paper asked.").size() == 2);
}

TEST_CASE("an abbreviation with a capital is a word in small letters") {
  CHECK(sentences_of("On Sat. Kim left. They sat. Lee rose.").size() == 3);
  CHECK(sentences_of("Rice, wheat, etc. Prices rose.").size() == 2);
  CHECK(sentences_of("Vail, Colo. Residents fled.").size() == 2);
  CHECK(sentences_of("Vail, Colo. Polis spoke.").size() == 1);
}

TEST_CASE("a sentence can begin with a small letter between everyday words") {
  CHECK(sentences_of("the food was cold. we never came back. why not? it was far.").size() == 4);
  CHECK(sentences_of("It was the 16th. century palace of the govt. and its guests.").size() == 1);
  CHECK(sentences_of("Shares of Yahoo! rose. eBay fell.").size() == 1);
  CHECK(sentences_of("\"Why not?\" he asked.").size() == 1);
}

TEST_CASE("a forgotten space between sentences is no obstacle") {
  CHECK(sentences_of("The goods are of high quality.You should go.Why not?It is near...He left.").size() == 5);
  CHECK(sentences_of("See example.org and news of asean.Org now.").size() == 1);
}

TEST_CASE("a link ends a sentence before another and before a capital, not inside one") {
  CHECK(sentences_of("See www.un.org It has all.") == Strings{"See www.un.org", "It has all."});
  CHECK(sentences_of("http://a.org/1 http://a.org/2").size() == 2);
  CHECK(sentences_of("It is at http://a.org/1 for now. http://a.org/2 has more.").size() == 2);
}

TEST_CASE("smileys belong to the sentence before them") {
  CHECK(sentences_of("We won. :) They lost :( Bad luck.") == Strings{"We won. :)", "They lost :(", "Bad luck."});
}

TEST_CASE("the head and the greetings of a message stand alone") {
  CHECK(sentences_of("Kay Mann 09/20/2000 04:18 PM Sara: We met. Thanks, Kay") ==
        Strings{"Kay Mann", "09/20/2000 04:18 PM", "Sara:", "We met.", "Thanks,", "Kay"});
  CHECK(sentences_of("Sure. Thanks, Josh. You said so.") == Strings{"Sure.", "Thanks, Josh.", "You said so."});
  CHECK(sentences_of("Obama: We must act.").size() == 1);
  CHECK(sentences_of("From: Travis Subject: Talks").size() == 2);
}

TEST_CASE("the number of an item belongs to it") {
  CHECK(sentences_of("They agreed: 1. Talks go on. 2. Troops leave 3. Prisoners return.") ==
        Strings{"They agreed:", "1. Talks go on.", "2. Troops leave", "3. Prisoners return."});
  CHECK(sentences_of("b. Disappearance") == Strings{"b. Disappearance"});
  CHECK(sentences_of("Section 3. Freedom to Participate") == Strings{"Section 3. Freedom to Participate"});
  CHECK(sentences_of("It was 1993. It rained.").size() == 2);
  CHECK(sentences_of("He came on July 4. The guns fired.").size() == 2);
}

TEST_CASE("rulers, bullets and what was left out part sentences") {
  CHECK(sentences_of("They met ----- Talks failed") == Strings{"They met", "-----", "Talks failed"});
  CHECK(sentences_of("Agreed: \u2022 Food \u2022 Water") == Strings{"Agreed:", "\u2022 Food", "\u2022 Water"});
  CHECK(sentences_of("It is so. [...] We go on.") == Strings{"It is so. [...]", "We go on."});
  CHECK(sentences_of("It is so. ... We go on.") == Strings{"It is so.", "... We go on."});
}

TEST_CASE("who signs or is addressed stands apart from what is said") {
  CHECK(sentences_of("See you. Thanks, Sean Here you go.") == Strings{"See you.", "Thanks,", "Sean", "Here you go."});
  CHECK(sentences_of("Come. Regards, Jo Lee Power Source, Inc.").size() == 3);
  CHECK(sentences_of("Steve, Rod and Elyse - Just wanted to confirm it.").size() == 2);
  CHECK(sentences_of("It is - I think - so.").size() == 1);
  CHECK(sentences_of("Bill 09/20/2000 04:18 PM Actually, I agree. Thanks, I know it.").size() == 4);
  CHECK(sentences_of("Mike 03/04/2001 16:29 The aim is met") == Strings{"Mike", "03/04/2001 16:29", "The aim is met"});
}

TEST_CASE("addresses close a signature, attachments stand in lines of their own") {
  CHECK(sentences_of("Fax: 713-654-1281 laurie@a.com Sorry about it.").size() == 2);
  CHECK(sentences_of("Phone: 713-654-1281 laurie@a.com Home: 12").size() == 1);
  CHECK(sentences_of("Email: jo@a.com lol, it is late").size() == 2);
  CHECK(sentences_of("Two files: - a.pdf - b.DOC").size() == 3);
  CHECK(sentences_of("It rose - 3.5 percent.").size() == 1);
  CHECK(sentences_of("<< File: a.doc >> Please read it.").size() == 2);
}

TEST_CASE("captions, their makers and sources in brackets are sentences") {
  CHECK(sentences_of("Figure 1.5 Residents gather.") == Strings{"Figure 1.5", "Residents gather."});
  CHECK(sentences_of("President Bush in Rome Image: Jo Lee.") == Strings{"President Bush in Rome", "Image: Jo Lee."});
  CHECK(sentences_of("(BBC) The troops left.") == Strings{"(BBC)", "The troops left."});
  CHECK(sentences_of("(He left) The troops stayed.").size() == 1);
  CHECK(sentences_of("(ZAMORA) I BELIEVE IT.").size() == 1);
  CHECK(sentences_of("*** They met") == Strings{"***", "They met"});
  CHECK(sentences_of("*****NOTICE***** They met").size() == 2);
}

TEST_CASE("the number of a footnote belongs to the sentence before it") {
  CHECK(sentences_of("Rights were lost. 4 Even so they won.") == Strings{"Rights were lost. 4", "Even so they won."});
  CHECK(sentences_of("It passed Decree No. 5 On Food.").size() == 1);
  CHECK(sentences_of("They lost. 4 soldiers died.").size() == 2);
}

TEST_CASE("texts without capitals end sentences too") {
  CHECK(sentences_of("like any lounges? im 15").size() == 2);
  CHECK(sentences_of("if you want pizza, go to famoso. seriously.").size() == 2);
  CHECK(sentences_of("i like Miramar. i think it is nice.").size() == 2);
  CHECK(sentences_of("That is not my country....Iguazu is in Argentina.").size() == 2);
  CHECK(sentences_of("I introduce to you...Rocky himself.").size() == 1);
  CHECK(sentences_of("They are cool... http://a.org/1").size() == 2);
}

TEST_CASE("a dateline stands before its article") {
  for (const std::string line :
       {"WASHINGTON (Reuters) -", "SEOUL, Nov 1 (Yonhap) --", "Kabul, 3 June (AFP) -", "AP -", "NEW DELHI \u2014",
        "Mumbai, India \u2013", "SAN SALVADOR, 19 NOV 89 --", "YANGON, July 25 (Reuters):"}) {
    CAPTURE(line);
    CHECK(analysed(line + " Police arrested him. He left.") ==
          Strings{"dateline: " + line, "Police arrested him.", "He left."});
  }
  CHECK(analysed("CAIRO \u2014Egyptian police left.") == Strings{"dateline: CAIRO \u2014", "Egyptian police left."});
}

TEST_CASE("what else stands before a dash or colon is no dateline") {
  for (const std::string text :
       {"On Thursday, the Court of Justice (ECJ) \u2014 the highest \u2014 ruled.", "Roger Federer - nice bloke - won.",
        "THE ARMY REPORTED -- ONCE MORE -- THAT IT WON.", "PASTO -- COMMERCE IS PARALYSED.", "US - China talks failed.",
        "Andrew Wiles (1995): a proof of the theorem.", "SEOUL -"}) {
    CAPTURE(text);
    CHECK(analysed(text) == Strings{text});
  }
}

TEST_CASE("who speaks stands before what is said in a transcript") {
  CHECK(analysed("MR. McDONOUGH:  Good morning. Go on.\n\nQ   Jay, did he know?\n\nMR. McDONOUGH: He did.\n\n"
                 "It was late.\n\nTHE VICE PRESIDENT: He was told.") ==
        Strings{"label: MR. McDONOUGH:", "Good morning.", "Go on.", "label: Q", "Jay, did he know?",
                "label: MR. McDONOUGH:", "He did.", "It was late.", "label: THE VICE PRESIDENT:", "He was told."});
  CHECK(analysed("MUÑOZ: They came.\n\nQUESTION: Who was it?\n\nMUÑOZ: We will see.\n\nQ. You will say so?") ==
        Strings{"label: MUÑOZ:", "They came.", "label: QUESTION:", "Who was it?", "label: MUÑOZ:", "We will see.",
                "label: Q.", "You will say so?"});
}

TEST_CASE("words in capitals before a colon are no labels where none returns, and none where all shout") {
  CHECK(analysed("GOALKEEPERS: Escober came.\n\nDEFENDERS: Crisanto came.\n\nMIDFIELDERS: Claros came.").size() == 3);
  CHECK(analysed("HE SAID: \"WE LEFT.\"\n\nHE SAID: \"WE KNEW.\"\n\nHE SAID: \"WE WON.\"").size() == 3);
  CHECK(analysed("The plan: he stays.\n\nThe plan: he goes.\n\nThe plan: he waits.").size() == 3);
}

TEST_CASE("the day beneath a headline is a line of its own") {
  CHECK(sentences_of("Biologist tells of ants Tuesday, September 1, 2015") ==
        Strings{"Biologist tells of ants", "Tuesday, September 1, 2015"});
  CHECK(sentences_of("Thursday, May 7, 2015 On Tuesday, the government met.") ==
        Strings{"Thursday, May 7, 2015", "On Tuesday, the government met."});
  CHECK(sentences_of("The talks begin on Tuesday, September 1, 2015").size() == 1);
  CHECK(sentences_of("They met in Oslo Tuesday, September 1, 2015 to talk.").size() == 1);
}

TEST_CASE("a dash behind which another sentence begins breaks one off") {
  CHECK(sentences_of("Well, with respect to -- And so that breaks the chain.") ==
        Strings{"Well, with respect to --", "And so that breaks the chain."});
  CHECK(sentences_of("He wasn't sure \u2014 Because my family left.").size() == 2);
  CHECK(sentences_of("You can't -- You can't do that.").size() == 1);
  CHECK(sentences_of("They want no one \u2014 IS fighter or civilian \u2014 to leave.").size() == 1);
  CHECK(sentences_of("They left the city -- The Hague -- at noon.").size() == 1);
  CHECK(sentences_of("PS -- There is more.").size() == 1);
}

TEST_CASE("who says a question or exclamation belongs to it") {
  CHECK(sentences_of("\"What is your stance?\" Chiu asked.").size() == 1);
  CHECK(sentences_of("\u201CAct now!\u201D Minister Adani tweeted on Friday.").size() == 1);
  CHECK(sentences_of("\"Why?\" I asked.").size() == 1);
  CHECK(sentences_of("\"Is it over?\" He said nothing.").size() == 2);
  CHECK(sentences_of("\"Is it over?\" Asked again, Chiu said no.").size() == 2);
  CHECK(sentences_of("\"It is over.\" Chiu said no more.").size() == 2);
}

TEST_CASE("a small letter in brackets shortens a word") {
  CHECK(sentences_of("They have a daughter, Matilda (b. March 2009). She sings.").size() == 2);
}
