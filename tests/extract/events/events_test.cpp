// Who did what to whom, when.
#include <doctest/doctest.h>

#include "tests/extract/reading_of.h"

using namespace entente::test;

TEST_CASE("an active verb with both sides") {
  CHECK(has(events(read("Xi Jinping visited South Korea on Saturday.", "2025-11-02")),
            "Xi Jinping CONSULT/visit South Korea 2025-11-01 actual"));
  CHECK(has(events(read("Russian forces attacked Ukraine.")), "Russian Armed Forces ASSAULT Ukraine"));
  CHECK(has(events(read("Germany on Monday banned Iran from the fair.")), "Germany SANCTION/discontinue Iran"));
}

TEST_CASE("a passive turns the sides") {
  CHECK(has(events(read("Osama bin Laden was killed by US special forces in 2011.")),
            "United States ASSAULT Osama bin Laden 2011 actual"));
  CHECK(has(events(read("Sanctions were imposed on Iran by the United States.")),
            "United States SANCTION/discontinue Iran"));
}

TEST_CASE("two who meet are both sources") {
  CHECK(has(events(read("Xi Jinping and Vladimir Putin met in Beijing.")), "Xi Jinping + Vladimir Putin CONSULT -"));
}

TEST_CASE("what a verb's object is tells what it does") {
  CHECK(has(events(read("Japan imposed new economic sanctions on North Korea.")),
            "Japan SANCTION/discontinue North Korea"));
  CHECK(has(events(read("China held two days of talks with India.")), "China CONSULT India"));
  CHECK(has(events(read("Germany sent weapons to Ukraine.")), "Germany AID Ukraine"));
  CHECK(has(events(read("Russia sent troops to Syria.")), "Russia MOBILIZE/troops Syria"));
  CHECK(has(events(read("Poland expelled three Russian diplomats.")), "Poland SANCTION/expel Russia"));
  CHECK(events(read("Poland sent greetings from home.")).empty());
}

TEST_CASE("one who acts in several clauses is named once") {
  const auto lines = events(read("Germany condemned Russia and expelled its ambassador to praise Ukraine."));
  CHECK(has(lines, "Germany ACCUSE/disapprove Russia"));
  CHECK(has(events(read("Emmanuel Macron, who visited Japan, praised India.")), "Emmanuel Macron CONSULT/visit Japan"));
  CHECK(has(events(read("Emmanuel Macron, who visited Japan, praised India.")), "Emmanuel Macron SUPPORT India"));
  CHECK(has(events(read("Emmanuel Macron travelled to Japan after meeting Xi Jinping.")),
            "Emmanuel Macron CONSULT Xi Jinping"));
}

TEST_CASE("troops, officials and governments act for their country") {
  CHECK(has(events(read("The government of Turkey criticised Greece.")), "Turkey ACCUSE/disapprove Greece"));
  CHECK(has(events(read("Turkish officials criticised Greece.")), "Turkey ACCUSE/disapprove Greece"));
  CHECK(has(events(read("France rejected a German proposal.")), "France REJECT Germany"));
}

TEST_CASE("to promise, to refuse and to threaten are acts of their own") {
  CHECK(has(events(read("Germany agreed to send weapons to Ukraine.")), "Germany AGREE Ukraine"));
  CHECK(has(events(read("Iran threatened to attack Israel.")), "Iran THREATEN Israel"));
  CHECK(has(events(read("Turkey refused to release the hostages to Greece.")), "Turkey REJECT"));
  CHECK(has(events(read("Hungary has said it will support Poland.")), "Hungary AGREE Poland"));
  CHECK(has(events(read("Japan will not recognise Taiwan.")), "Japan REJECT Taiwan"));
}

TEST_CASE("planned, denied and hypothetical events are marked") {
  CHECK(has(events(read("Xi Jinping plans to visit South Korea.")), "Xi Jinping CONSULT/visit South Korea  planned"));
  CHECK(has(events(read("Japan did not attack China.")), "Japan ASSAULT China  denied"));
  CHECK(events(read("Japan could sanction Russia.")).at(0).ends_with("hypothetical"));
}

TEST_CASE("an act named by a noun") {
  CHECK(has(events(read("The talks between China and India failed.")), "China + India CONSULT -"));
  CHECK(has(events(read("Israel's attack on Iran shocked many.")), "Israel ASSAULT Iran"));
  CHECK(has(events(read("China announced an embargo on Japan.")), "China SANCTION/discontinue Japan"));
}

TEST_CASE("dates are read against the article's day") {
  CHECK(
      has(events(read("China condemned Japan yesterday.", "2025-03-01")), "China ACCUSE/disapprove Japan 2025-02-28"));
  CHECK(has(events(read("China condemned Japan in March 2014.")), "China ACCUSE/disapprove Japan 2014-03 "));
  CHECK(has(events(read("China condemned Japan last month.", "2025-01-31")), "China ACCUSE/disapprove Japan 2024-12 "));
  CHECK(has(events(read("China had condemned Japan.", "2025-01-31")), "China ACCUSE/disapprove Japan  actual"));
  CHECK(has(events(read("China condemned Japan on 5 May.", "2025-11-02")), "China ACCUSE/disapprove Japan 2025-05-05"));
}

TEST_CASE("what is supposed has not happened, and what dates another act has no date of its own") {
  CHECK(events(read("Everything would stop if Russia attacked Japan.")).at(0).ends_with("hypothetical"));
  CHECK(has(events(read("It came four months after Russia invaded Ukraine.")), "Russia ASSAULT Ukraine  actual"));
}

TEST_CASE("who tells is not who acts") {
  const auto x = read("Russia attacked Ukraine, according to Emmanuel Macron.");
  REQUIRE(x.events.size() == 1);
  CHECK(x.events[0].attribution >= 0);
  CHECK(has(events(x), "Russia ASSAULT Ukraine"));
}

TEST_CASE("what somebody is accused of is not told as done") {
  CHECK(events(read("Ukraine accused Russia of attacking Poland.")).at(1).ends_with("hypothetical"));
  CHECK(events(read("Ukraine accused Russia of working to overthrow Poland.")).at(1).ends_with("hypothetical"));
  CHECK(events(read("Ukraine denied that it attacked Russia.")).back().ends_with("denied"));
}

TEST_CASE("one side is enough where the act is one by itself") {
  CHECK(has(events(read("Iran denied that it had broken the law.")), "Iran REJECT -"));
  CHECK(has(events(read("North Korea launched a missile.")), "North Korea MOBILIZE/weapons -"));
  CHECK(has(events(read("Nabeel Rajab was arrested on Monday.")), "- COERCE/arrest Nabeel Rajab"));
}

TEST_CASE("accidents kill, and words wound, but nobody attacks") {
  CHECK(events(read("A bus crashed in China, killing four Russian soldiers.")).empty());
  CHECK_FALSE(has(events(read("The diplomatic battle between Iran and Iraq went on.")), "Iran + Iraq ASSAULT"));
  CHECK(has(events(read("Donald Trump attacked the policy of China.")), "Donald Trump ACCUSE/disapprove China"));
}

TEST_CASE("a demonym behind pro or anti is a cause, and followers are not whom they follow") {
  CHECK(events(read("Pro-Turkish rebels attacked a village.")).empty());
  CHECK_FALSE(has(events(read("Supporters of Mohamed Morsi staged protests.")), "Mohamed Morsi"));
}

TEST_CASE("day and place of a sentence hold for what the next one tells") {
  const auto x = read("A ceremony was held on Saturday in Gyeongju. Xi Jinping praised Japan.", "2025-11-03");
  CHECK(has(events(x), "Xi Jinping SUPPORT Japan 2025-11-01"));
}

TEST_CASE("no event is made of half a one or of something else") {
  CHECK(events(read("Chinese smartphones hit shops in Japan.")).empty());
  CHECK_FALSE(has(events(read("Trump warned the United States might leave NATO.")), "Donald Trump THREATEN"));
  CHECK(events(read("The report on Syria met expectations.")).empty());
  CHECK(events(read("Visitors from Japan praised the food.")).empty());
  CHECK(events(read("The Finns asked what would annoy the Russians.")).empty());
  CHECK(events(read("Joe Biden received the Democratic Party's nomination.")).empty());
}

TEST_CASE("politicians attack each other with words") {
  CHECK(has(events(read("Donald Trump attacked Joe Biden over taxes.")), "Donald Trump ACCUSE/disapprove Joe Biden"));
}

TEST_CASE("a date of another clause is not the date of the act") {
  CHECK(has(events(read("Volodymyr Zelensky, who spoke on Monday, condemned Russia on Tuesday.", "2025-11-06")),
            "Volodymyr Zelensky ACCUSE/disapprove Russia 2025-11-04"));
  CHECK(has(events(read("Donald Trump met Volodymyr Zelensky for the first time since April.", "2025-11-06")),
            "Donald Trump CONSULT Volodymyr Zelensky 2025-11-06"));
}

TEST_CASE("people protest where they live, against their own state where nobody else is named") {
  CHECK(has(events(read("Thousands of people blocked streets in Tbilisi.")), "Tbilisi PROTEST/obstruct -"));
  CHECK(has(events(read("Egyptian students rioted on Monday.")), "Egypt PROTEST/riot Egypt"));
  CHECK(has(events(read("Palestinians protested against Israel in Hebron.")), "Palestine PROTEST/demo Israel"));
  CHECK(events(read("Donald Trump held a rally in Ohio.")).empty());
}

TEST_CASE("whom an act is aimed at may stand farther below") {
  CHECK(has(events(read("The United States lifted its embargo on sales of medicine to Cuba.")),
            "United States RETREAT/ease Cuba"));
  CHECK_FALSE(has(events(read("Japan gave military aid to counter China.")), "Japan AID"));
}

TEST_CASE("nations whose people are an ethnic group too are their countries, others of their kind are not") {
  CHECK(has(events(read("Palestinian officials criticised Israel.")), "Palestine ACCUSE/disapprove Israel"));
  CHECK(events(read("Ethnic Turks criticised Bulgaria.")).empty());
}

TEST_CASE("what is said of somebody's trouble needs nobody who says so") {
  CHECK(has(events(read("Emmanuel Macron was accused of corruption.")), "- ACCUSE/allege Emmanuel Macron"));
}

TEST_CASE("words of politicians are no blows, and blows of people are no words") {
  CHECK_FALSE(has(events(read("Donald Trump attacked the ruling of the court.")), "Donald Trump ASSAULT"));
  CHECK(has(events(read("Ali Reza attacked two soldiers in Tel Aviv.")), "Ali Reza ASSAULT"));
}

TEST_CASE("a question is no request, and a wish that somebody act is one") {
  CHECK(events(read("Joe Biden asked Vladimir Putin whether he had been there.")).empty());
  CHECK(has(events(read("Joe Biden insisted that Russia withdraw.")), "Joe Biden REQUEST Russia"));
  CHECK_FALSE(has(events(read("Joe Biden insisted that Russia was wrong.")), "Joe Biden REQUEST"));
}

TEST_CASE("what is not done until then is done then, and what nobody plans is denied") {
  CHECK(has(events(read("Bernie Sanders did not endorse Hillary Clinton until July.", "2016-08-01")),
            "Bernie Sanders SUPPORT Hillary Clinton"));
  CHECK(has(events(read("The United States announced no plans to withdraw its troops from Iraq.")),
            "United States RETREAT/withdraw Iraq  denied"));
  CHECK(has(events(read("A deal between Libya and the European Union ended the dispute.", "2010-02-03")),
            "Libya + European Union SUPPORT - 2010-02-03 actual"));
}

TEST_CASE("those who act for a state travel as its envoys, others on their own") {
  CHECK(has(events(read("Emmanuel Macron travelled to Japan.")), "Emmanuel Macron CONSULT/visit Japan"));
  CHECK(events(read("Thousands of Indians travelled to England.")).empty());
  CHECK(read("Vladimir Putin returned to Germany.").events.at(0).confidence > 0.5);
  CHECK(read("Vladimir Putin returned to the Kremlin.").events.at(0).confidence < 0.5);
}

TEST_CASE("a place of no known country says where somebody is hurt, not who") {
  CHECK(has(events(read("Syrian forces shot a mourner on Monday near Qalb Square.")), "Syria ASSAULT/firearms -"));
}

TEST_CASE("teams meet and defend, too: what an article about sport tells is doubted") {
  const std::string match = " in the final of the tournament. Goals in the second half of the match won the cup.";
  CHECK(read("Argentina met France" + match).events.at(0).confidence < 0.5);
  CHECK(read("Argentina met France in Geneva. They talked about fishing.").events.at(0).confidence > 0.5);
}

TEST_CASE("fighters of an armed group are the group") {
  CHECK(has(events(read("Taliban fighters killed ten Afghan soldiers.")), "Taliban ASSAULT Afghanistan"));
  CHECK(has(events(read("The Afghan army is battling the Taliban.")), "Afghanistan ASSAULT Taliban"));
}

TEST_CASE("blame lies on whom it is put on, and a promise needs nobody who gets it") {
  CHECK(has(events(read("India blamed the bombing on Pakistan.")), "India ACCUSE/disapprove Pakistan"));
  CHECK(has(events(read("Turkey agreed to release the prisoners.")), "Turkey AGREE -"));
  CHECK(has(events(read("Japan and Ireland agreed to send aid to counter Russia.")), "Japan + Ireland AGREE -"));
  CHECK(events(read("The gunman killed himself in Iraq.")).empty());
}

TEST_CASE("whose statement, letter or resolution it is says it") {
  CHECK(has(events(read("France issued a statement condemning Russia.")), "France ACCUSE/disapprove Russia"));
  CHECK(
      has(events(read("In a statement condemning Russia, France promised help.")), "France ACCUSE/disapprove Russia"));
  CHECK(has(events(read("A letter from France urged Iran to stop.")), "France REQUEST Iran"));
}

TEST_CASE("a state that protests against somebody disapproves; its people demonstrate") {
  CHECK(has(events(read("Russia protested against the expulsion of its envoys by Poland.")),
            "Russia ACCUSE/disapprove Poland"));
  CHECK(has(events(read("Thousands of Russians protested against Vladimir Putin.")),
            "Russia PROTEST/demo Vladimir Putin"));
}

TEST_CASE("in a transcript who speaks acts, whom he speaks to does not") {
  const auto lines = events(read(
      "MR. CARNEY: Good morning.\n\nQ Jay, the Chamber and Canada have announced an agreement with Mexico. Will you "
      "visit Cuba, Jay?\n\nMR. CARNEY: We condemn Russia's moves. I met Sergei Lavrov.",
      "2016-03-21"));
  CHECK(has(lines, "CARNEY ACCUSE/disapprove Russia"));
  CHECK(has(lines, "CARNEY CONSULT"));
  for (const std::string& line : lines) CHECK(line.find("Jay") == std::string::npos);
}

TEST_CASE("who is asked to do something is who would do it") {
  const auto asked = events(read("Joe Biden urged the government to stop bombing Iran."));
  CHECK_FALSE(has(asked, "Joe Biden ASSAULT"));
  CHECK_FALSE(has(asked, "Joe Biden REQUEST Iran"));
  CHECK(has(events(read("Joe Biden asked Turkey to withdraw its troops from Syria.")),
            "Turkey RETREAT/withdraw Syria  hypothetical"));
}

TEST_CASE("not only is no denial, and the second half of a question is a question too") {
  CHECK(has(events(read("France not only condemned Russia but recalled its ambassador.", "2020-05-05")),
            "France ACCUSE/disapprove Russia 2020-05-05 actual"));
  CHECK(has(events(read("Does Poland support Ukraine, or does Hungary oppose Ukraine?")),
            "Hungary REJECT Ukraine  hypothetical"));
}

TEST_CASE("forces act for whom they are loyal to, and a deed for which two sides are told needs no names") {
  CHECK(has(events(read("Troops loyal to Emmanuel Macron attacked Ankara.")), "Emmanuel Macron ASSAULT"));
  CHECK(has(events(read("The report told of the killing of ten people by Russian soldiers.")), "Russia ASSAULT"));
}

TEST_CASE("who mourns a death accuses nobody of it but whom the sentence names for it") {
  CHECK_FALSE(has(events(read("Joe Biden denounced Emmanuel Macron's assassination.")), "Joe Biden ACCUSE"));
  CHECK(has(events(read("France condemned Russia's execution of prisoners.")), "France ACCUSE/disapprove Russia"));
}

TEST_CASE("politicians clash with words, and who is abducted does not mean what it was done for") {
  CHECK(has(events(read("Joe Biden clashed with Donald Trump over the budget.")),
            "Joe Biden ACCUSE/disapprove Donald Trump"));
  CHECK_FALSE(has(events(read("Joe Biden was kidnapped to protest a visit of Emmanuel Macron.")), "Joe Biden PROTEST"));
}

TEST_CASE("nobody does nothing, and of what there are no reports is denied") {
  CHECK(events(read("Nobody is attacking Iran, Joe Biden said.")).empty());
  CHECK(
      has(events(read("There were no reports that France refused to sign the agreement.")), "France REJECT -  denied"));
}

TEST_CASE("who is asked to do something is named by the clause, and whose somebody was once does not suffer for him") {
  CHECK(has(events(read("Joe Biden said that Russia must withdraw from Ukraine.")), "Joe Biden REQUEST Russia"));
  CHECK_FALSE(
      has(events(read("Joe Biden said that the engagement with Russia must end.")), "Joe Biden REQUEST Russia"));
  CHECK_FALSE(has(events(read("Joe Biden said that Russia should be punished.")), "Joe Biden REQUEST Russia"));
  CHECK_FALSE(has(events(read("Joe Biden accused the former European Union worker of a crime.")),
                  "Joe Biden ACCUSE/allege European Union"));
}

TEST_CASE("whom a picture shows doing something does it, in a clause that hangs on the picture too") {
  CHECK(has(events(read("The city released a video that showed Jason Van Dyke shooting Laquan McDonald 16 times.")),
            "Jason Van Dyke ASSAULT/firearms Laquan McDonald"));
}

TEST_CASE("whom somebody warns of danger is not threatened, and police who raid do not make war") {
  CHECK(has(events(read("Emmanuel Macron warned Russia that France would retaliate.")),
            "Emmanuel Macron THREATEN Russia"));
  CHECK_FALSE(
      has(events(read("Joe Biden warned Emmanuel Macron about the dangers of disunity.")), "Joe Biden THREATEN"));
  CHECK(has(events(read("German authorities launched raids against the Taliban.")), "Germany COERCE Taliban"));
  CHECK_FALSE(has(events(read("Germany ended free testing for visitors.")), "Germany RETREAT"));
}

TEST_CASE("a promise not to do is no consent, who is not afraid acts, and a call is for others to follow") {
  CHECK_FALSE(has(events(read("Joe Biden promised not to allow a protest.")), "Joe Biden AGREE"));
  CHECK(has(events(read("Joe Biden was not afraid to congratulate Emmanuel Macron.")),
            "Joe Biden SUPPORT Emmanuel Macron"));
  CHECK_FALSE(
      has(events(read("Kurds heeded Joe Biden's call to go to the streets to oppose Russia.")), "Joe Biden REJECT"));
}

TEST_CASE("a date is as precise as the words are, and the article's day is no guess") {
  CHECK(has(events(read("China condemned Japan two weeks ago.", "2025-03-20")),
            "China ACCUSE/disapprove Japan 2025-03 "));
  CHECK(
      has(events(read("China condemned Japan three years ago.", "2025-03-20")), "China ACCUSE/disapprove Japan 2022 "));
  CHECK(
      has(events(read("In mid-July, China condemned Japan.", "2025-09-20")), "China ACCUSE/disapprove Japan 2025-07 "));
  CHECK(has(events(read("Many remember Russia's 2014 annexation of Crimea.", "2025-03-20")),
            "Russia COERCE/seize Crimea 2014 "));
  CHECK(has(events(read("China attacked Japan on Monday, killing ten Japanese soldiers.", "2025-03-20")),
            "China ASSAULT Japan 2025-03-17 "));
  CHECK(has(events(read("Japan has for months attacked China.", "2025-03-20")), "Japan ASSAULT China  actual"));
  CHECK(has(events(read("Many spoke of meetings between China and Japan.", "2025-03-20")),
            "China + Japan CONSULT -  actual"));
  CHECK(has(events(read("China sued Japan late Monday night.", "2025-03-20")),
            "China ACCUSE/investigate Japan 2025-03-17"));
  CHECK(has(events(read("In 1937 a war began.  Japan attacked China.", "2025-03-20")), "Japan ASSAULT China  actual"));
  CHECK(has(events(read("On Monday, Emmanuel Macron, whom Russia attacked, condemned Japan.", "2025-03-20")),
            "Emmanuel Macron ACCUSE/disapprove Japan 2025-03-17"));
}

TEST_CASE("an article without a date is of the day that its head names, not of one it looks back to") {
  const std::string old = "People talked. They ate. They sang. On 11 September 1973 the president fell.\n\n";
  CHECK(has(events(read(old + "China condemned Japan.", "")), "China ACCUSE/disapprove Japan 1973-09-11"));
  CHECK(has(events(read(old + "China condemned Japan. In 2022 people sang.", "")),
            "China ACCUSE/disapprove Japan  actual"));
  CHECK(has(events(read("On March 3, 2022, people sang.\n\nChina condemned Japan. It fell on 9 May 2025.", "")),
            "China ACCUSE/disapprove Japan 2022-03-03"));
}

TEST_CASE("where talks are held takes no side, and a house somewhere is no destination of states") {
  CHECK_FALSE(has(events(read("Joe Biden expressed frustration with the negotiations in Munich.")),
                  "Joe Biden ACCUSE/disapprove"));
  CHECK(read("Joe Biden visited Sylvia's Restaurant.").events.at(0).confidence < 0.5);
  CHECK(events(read("Russian troops pulled down a flag.")).empty());
}

TEST_CASE("whom a verb names without another object is its object, and what is nearly done is not done") {
  CHECK(has(events(read("Emmanuel Macron urged Poland to reconsider.")), "Emmanuel Macron REQUEST Poland"));
  CHECK(has(events(read("The Liberal Democrats accuse Joe Biden of lying.")),
            "Liberal Democrats ACCUSE/allege Joe Biden"));
  CHECK(has(events(read("Joe Biden almost killed Emmanuel Macron.")), "Joe Biden ASSAULT Emmanuel Macron  denied"));
  CHECK_FALSE(has(events(read("Russia rejected demands that Serbia arrest Vladimir Putin.", "2025-03-20")),
                  "Serbia COERCE/arrest Vladimir Putin 2025-03-20"));
  CHECK(events(read("The United States has retreated from a goal.")).empty());
  CHECK(has(events(read("Mexico arrested Joe Biden over the September 26, 2014 death of students.", "2015-01-16")),
            "Mexico COERCE/arrest Joe Biden 2015-01-16"));
}
