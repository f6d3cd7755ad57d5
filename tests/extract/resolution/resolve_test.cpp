// Who is who within an article.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/extract/reading_of.h"

using namespace entente::test;

TEST_CASE("surnames, titles and demonyms join the entity they stand for") {
  const Lines found = entities(
      read("Chinese President Xi Jinping met South Korean President Lee Jae Myung in Gyeongju on Saturday. Xi gave Lee "
           "two phones. The Chinese president laughed. President Lee thanked him."));
  CHECK(has(found, "person Xi Jinping: Xi Jinping, Xi, president"));
  CHECK(has(found, "person Lee Jae-myung: Lee Jae Myung, Lee, Lee"));
  CHECK(has(found, "country China: Chinese, Chinese"));
  CHECK(has(found, "country South Korea: South Korean"));
  CHECK(has(found, "place Gyeongju: Gyeongju"));
}

TEST_CASE("two people of one surname stay two, and the surname alone then names nobody") {
  const auto x = read("Donald Trump spoke first. His son Eric Trump followed. Trump waved.");
  const Lines found = entities(x);
  CHECK(has(found, "person Donald Trump: Donald Trump"));
  CHECK(has(found, "person Eric Trump: son, Eric Trump"));
  for (const auto& line : found) CHECK(line.find("Trump, Trump") == std::string::npos);
}

TEST_CASE("a surname alone is whoever has been named before, and stays with whom it meant") {
  const Lines found = entities(read("Ross Alger was mayor. Alger won twice. His brother was Harry Alger. Alger left."));
  CHECK(has(found, "person Ross Alger: Ross Alger, mayor, Alger, Alger"));
  CHECK(has(found, "person Harry Alger: Harry Alger"));
}

TEST_CASE("initials, names with particles and the first of two surnames stand for the full name") {
  CHECK(has(entities(read("John Henry Dearle designed carpets. J. H. Dearle died in London.")),
            "person John Henry Dearle: John Henry Dearle, J. H. Dearle"));
  CHECK(has(entities(read("De Masi spoke in Rome. Francesco De Masi is a composer.")),
            "person Francesco De Masi: De Masi, Francesco De Masi"));
  CHECK(has(entities(read("Guillermo Endara Galimany was elected. Endara took office.")),
            "person Guillermo Endara Galimany: Guillermo Endara Galimany, Endara"));
}

TEST_CASE("an office is that of the article's date") {
  const std::string text = "The French president arrived in Berlin.";
  CHECK(has(entities(read(text, "2010-05-01")), "person Nicolas Sarkozy: president"));
  CHECK(has(entities(read(text, "2025-05-01")), "person Emmanuel Macron: president"));
}

TEST_CASE("a dateline names a place, never its state") {
  const Lines found = entities(read("MOSCOW, May 1 (Reuters): Russia has freed two sailors. It thanked Moscow.", ""));
  CHECK(has(found, "place Moscow: MOSCOW"));
  CHECK(has(entities(read("YANGON, July 25 (Reuters): Myanmar has freed two activists.")), "place Yangon: YANGON"));
}

TEST_CASE("in a transcript the first person is who the label of the turn names") {
  const Lines found =
      entities(read("MR. CARNEY: Good morning. I spoke with Sergei Lavrov.\n\nQ I saw him too.\n\nMR. CARNEY: My "
                    "friends went. We thank them.\n\nMS. LEE: I agree with that.",
                    "2014-03-18", "Press Briefing by Press Secretary Jay Carney"));
  CHECK(has(found, "person Jay Carney: CARNEY, I, CARNEY, My, We"));
  CHECK(has(found, "person LEE: LEE, I"));
}

TEST_CASE("whom a question addresses is neither the president nor he") {
  const Lines found =
      entities(read("MR. CARNEY: Barack Obama, the president, is in Cuba.\n\nQ Jay, the President met Raul Castro. Did "
                    "he agree, Jay?\n\nMR. CARNEY: He said so.",
                    "2016-03-21"));
  CHECK(std::ranges::find(found, "person Jay: Jay, Jay") != found.end());
  CHECK(has(found, "person Barack Obama: Barack Obama, president, President, he"));
}

TEST_CASE("an article without a date takes it from its text, never from the clock") {
  CHECK(has(entities(read("PARIS, May 1, 2010 -- The French president arrived.", "")), "person Nicolas Sarkozy"));
  CHECK_FALSE(has(entities(read("The French president arrived.", "")), "person"));
}

TEST_CASE("a surname under a title is known by office and country") {
  CHECK(has(entities(read("The US delegation left early. President Trump stayed on.", "2019-05-01")),
            "person Donald Trump: Trump"));
}

TEST_CASE("a head of a country is known by surname alone where the article names the country") {
  CHECK(has(entities(read("Russia said that Putin would not come.", "2023-05-01")), "person Vladimir Putin: Putin"));
  CHECK_FALSE(has(entities(read("Officials said that Putin would not come.", "2023-05-01")), "person Vladimir Putin"));
}

TEST_CASE("spellings of one name are one person") {
  const Lines found = entities(read("Volodymyr Zelenskyy spoke in Ukraine. Zelensky and Zelenskiy are one."));
  CHECK(has(found, "person Volodymyr Zelensky: Volodymyr Zelenskyy, Zelensky, Zelenskiy"));
}

TEST_CASE("a title alone is of the one country that an article is about") {
  const std::string text = "Germany votes soon. Germany is calm, and Germany waits. The chancellor spoke.";
  CHECK(has(entities(read(text, "2015-05-01")), "person Angela Merkel: chancellor"));
  CHECK_FALSE(has(entities(read("The chancellor spoke to France and to Germany.", "2015-05-01")), "person"));
}

TEST_CASE("letters in brackets stand for the name before them") {
  const Lines found = entities(read("He joined the Zembla Freedom Party (ZFP) in May. The ZFP grew."));
  CHECK(has(found, "organisation Zembla Freedom Party: Zembla Freedom Party, ZFP, ZFP"));
}

TEST_CASE("letters in brackets stand for the place that a body's name ends with where they are its initials") {
  const Lines found =
      entities(read("The Parliament of New South Wales (NSW) met in Sydney. NSW has eight million people."));
  CHECK(has(found, "place New South Wales: NSW, NSW"));
}

TEST_CASE("headings name nobody new") {
  const Lines found =
      entities(read("Will President Zorblatt Use the Phones?\nXi Jinping spoke in Beijing on Monday, his office said.\n"
                    "What Xi Jinping Wants\nHe left on Tuesday, the office said."));
  CHECK(has(found, "person Xi Jinping: Xi Jinping, his, Xi Jinping"));
  for (const auto& line : found) CHECK(line.find("Zorblatt") == std::string::npos);
}

TEST_CASE("a summit is an event besides the body that holds it") {
  const Lines found = entities(read("They will attend the APEC summit next week.", "2023-11-10"));
  CHECK(has(found, "organisation Asia-Pacific Economic Cooperation: APEC"));
  CHECK(has(found, "event 2023 APEC summit: APEC summit"));
}

TEST_CASE("a region's demonym means no country") {
  for (const auto& line : entities(read("Asian markets fell on Monday.")))
    CHECK(line.find("country") == std::string::npos);
}

TEST_CASE("spans are exact in code points") {
  const auto x = read("«Łódź» is where Władysław Nowak met Xi Jinping.");
  bool found = false;
  for (const auto& mention : x.mentions) {
    if (x.entities[static_cast<std::size_t>(mention.entity)].name == "Xi Jinping") {
      CHECK(mention.span.begin == 36);
      CHECK(mention.span.end == 46);
      found = true;
    }
  }
  CHECK(found);
}

TEST_CASE("an article that says nothing gives nothing") {
  CHECK(entities(read("")).empty());
  CHECK(entities(read("\n\n \n")).empty());
  CHECK(read("It rained.").sentences.size() == 1);
}

TEST_CASE("a name may run over the end of a wrapped line") {
  const Lines found =
      entities(read("On Friday the foreign ministers of China and Japan met in Seoul with\nXi Jinping, who was joined "
                    "by Kim\nJong Un "
                    "and other guests of the\ncity, officials said."));
  CHECK(has(found, "person Kim Jong Un: Kim\nJong Un"));
}

TEST_CASE("what stands behind a town and a comma is the region, not the city of its name") {
  const Lines found = entities(read("The pipe broke in White Plains, New York. She lives in New York City."));
  CHECK(has(found, "place New York: New York"));
  CHECK(has(found, "place New York City: New York City"));
}

TEST_CASE("letters that many bodies share mean the one whose country the article names, or none of them") {
  CHECK(has(entities(read("Pakistan voted. The PPP leaders met in Karachi, and Pakistan waited.", "2022-07-20")),
            "organisation Pakistan Peoples Party: PPP"));
  CHECK(has(entities(read("American IT giant EDS said the computers were ready.", "2004-12-01")),
            "organisation EDS: EDS"));
}

TEST_CASE("what is read as a people may be a body or a country, and a country's name its people") {
  CHECK(has(entities(read("Taliban fighters killed ten soldiers.")), "organisation Taliban: Taliban"));
  CHECK(has(entities(read("Czechia and Albania have upgraded their ties.")), "country Czech Republic: Czechia"));
  CHECK(has(entities(read("Soldiers tortured Sierra Leonean refugees.")), "country Sierra Leone: Sierra Leonean"));
}

TEST_CASE("honours before a name make no longer name of it") {
  CHECK(has(entities(read("Pranab Mukherjee died in Delhi on Monday. India mourned Bharat Ratna Pranab Mukherjee. "
                          "Mukherjee was its president.",
                          "2020-09-01")),
            "person Pranab Mukherjee: Pranab Mukherjee"));
}

TEST_CASE("a body that many countries have is that of the country which the article names most") {
  CHECK(has(entities(read("Chile votes today. Gabriel Boric, Chile's president, needs Congress.", "2022-09-04")),
            "organisation National Congress of Chile: Congress"));
  CHECK(has(entities(read("India votes today. India's opposition, led by Congress, hopes.", "2024-04-19")),
            "organisation Indian National Congress: Congress"));
  CHECK(has(entities(read("The president urged Congress to act.", "2015-04-19")),
            "organisation United States Congress: Congress"));
}

TEST_CASE("letters that the article explains mean what it explains") {
  const Lines found = entities(read("He fought the Costa Rican Electricity Institute's (ICE) plan in Costa Rica."));
  CHECK(has(found, "organisation Costa Rican Electricity Institute: Costa Rican Electricity Institute, ICE"));
  for (const auto& line : entities(
           read("South Korea signed a Memorandum of Understanding (MOU) with Ghana. The MOU was hailed in Seoul.")))
    CHECK(line.find("Ministry") == std::string::npos);
}

TEST_CASE("a body is not meant before it began") {
  CHECK(has(entities(read("The bid was launched by a firm owned by Wagner in New York.", "1987-03-20")),
            "organisation Wagner: Wagner"));
}

TEST_CASE("ships, shares and states alone are no people and no bodies") {
  for (const auto& line :
       entities(read("The Indonesian cargo ship MV Namse Bangdzod vanished near Java.", "2020-01-20")))
    CHECK_FALSE(line.starts_with("person Namse"));
  CHECK_FALSE(has(entities(read("Norfolk Southern Corp <NSC> made a bid in New York.", "1987-03-20")),
                  "organisation National Security Council"));
  CHECK_FALSE(has(entities(read("Allies take Washington's support for granted, Donald Trump said.", "2016-12-01")),
                  "person Washington"));
}

TEST_CASE("a country's name is the country where a city bears it only as a short form") {
  CHECK(has(entities(read("Former Panama president Ricardo Martinelli will face trial.", "2022-07-20")),
            "country Panama: Panama"));
}

TEST_CASE("a lone word that is the surname of somebody named is no place and no body") {
  const Lines found = entities(
      read("Alassane Ouattara spoke in Paris. Troops loyal to Ouattara and pro-Ouattara forces took the town."));
  CHECK(has(found, "person Alassane Ouattara: Alassane Ouattara, Ouattara, Ouattara"));
}

TEST_CASE("the last word of a body's name with a capital stands for it") {
  const Lines found =
      entities(read("The Rockefeller Brothers Fund gave money to schools. The Fund moved. Later the Fund grew."));
  CHECK(has(found, "organisation Rockefeller Brothers Fund: Rockefeller Brothers Fund, Fund, Fund"));
}

TEST_CASE("names that the article says are one are one") {
  CHECK(has(entities(read("Kim Dotcom, formerly known as Kim Schmitz, lives in Auckland. Schmitz is rich.")),
            "person Kim Dotcom: Kim Dotcom, Kim Schmitz, Schmitz"));
  CHECK(has(entities(read("Trinity Fatu (née McCray) was born in Florida. McCray signed a contract.")),
            "person Trinity Fatu: Trinity Fatu, McCray, McCray"));
  CHECK(has(entities(read("Kim Dotcom, now in London, met Kim Schmitz.")), "person Kim Schmitz: Kim Schmitz"));
}

TEST_CASE("a body within the name of a thing is still that body") {
  const Lines found = entities(
      read("The company Nokia builds telephones in Finland, and Nokia sells them. The Nokia Lumia 800 was a success."));
  CHECK(has(found, "organisation Nokia: Nokia, Nokia, Nokia"));
}

TEST_CASE("who is told to be something still stands for somebody named before") {
  CHECK(has(entities(read("Good evening. I'm Mario Lucero, and I work in Oslo.")),
            "person Mario Lucero: I, Mario Lucero, I"));
  const auto x = read("The police found a man in Oslo. He is a teacher. The man said he was lost.");
  for (const auto& line : entities(x)) {
    if (line.find("man") != std::string::npos) CHECK(line == "person a man: a man, He, a teacher, The man, he");
    CHECK(line.find("police") == std::string::npos);
  }
}

TEST_CASE("it is no country where it is told to be time, and another man is not the man before") {
  for (const auto& line : entities(read("Norway has spent much on the war. It's time to go, she said.")))
    CHECK(line.find("It") == std::string::npos);
  for (const auto& line : entities(read("A man fell ill in Oslo. The man had come from Rome. Another man, who had met "
                                        "him, was tested on Monday.")))
    CHECK_FALSE((line.find("The man") != std::string::npos && line.find("Another") != std::string::npos));
}

TEST_CASE("a name that no list has is of one kind throughout the article") {
  const Lines found =
      entities(read("Troops met Kwalu. In Kwalu, people fled. Rain fell in Kwalu and they left Kwalu."));
  CHECK(has(found, "place Kwalu: Kwalu, Kwalu, Kwalu, Kwalu"));
}

TEST_CASE("my country is that of who speaks, and his country his") {
  const Lines found = entities(read(
      "Vladimir Putin said: \"My country never attacked. Our government wants peace.\" He said his country would wait. "
      "Russia and Ukraine talk."));
  CHECK(has(found, "country Russia: My country, Our government, his country, Russia"));
}

TEST_CASE("a speech speaks for the country that its title names, in what it does by saying so") {
  const std::string text =
      "Ireland is small. My delegation thanks Mali. We call on Israel to withdraw. We are all in one boat. My brother "
      "came.";
  CHECK(has(entities(read(text, "2019-09-25", "Ireland: statement in the General Debate")),
            "country Ireland: Ireland, My delegation, We"));
  CHECK(has(entities(read(text, "2019-09-25", "Ireland and the General Debate")), "country Ireland: Ireland"));
  CHECK(has(events(read(text, "2019-09-25", "Ireland: statement in the General Debate")), "Ireland REQUEST"));
  CHECK_FALSE(has(events(read(text, "2019-09-25", "The General Debate")), "Ireland REQUEST"));
}

TEST_CASE("what the speaker of a quote condemns he condemns") {
  CHECK(has(events(read("\"We condemn the attack by Hamas,\" said Olaf Scholz.", "2023-10-08")), "Olaf Scholz ACCUSE"));
}

TEST_CASE("an office after a name is not another's where words turn away from the name") {
  const Lines found = entities(read("Jay Carney, with the president travelling to Texas, stayed.", "2013-05-01"));
  CHECK(has(found, "person Jay Carney: Jay Carney"));
  CHECK_FALSE(has(found, "person Jay Carney: Jay Carney, president"));
}

TEST_CASE("the president of a body is not that of the country") {
  const std::string text = "Nigeria is calm, and Nigeria waits. Nigeria votes soon. ";
  CHECK(has(entities(read(text + "The president spoke.", "2021-05-01")), "person Muhammadu Buhari: president"));
  CHECK_FALSE(has(entities(read(text + "The ZFU president spoke.", "2021-05-01")), "person Muhammadu Buhari"));
  CHECK_FALSE(
      has(entities(read(text + "The president of the Senate spoke.", "2021-05-01")), "person Muhammadu Buhari"));
}

TEST_CASE("the body of a region is not that of its country, and a people of the north no place") {
  const Lines found =
      entities(read("Iowa's House of Representatives voted. Police in the northern Chinese province of "
                    "Hebei arrested him."));
  CHECK(has(found, "organisation Iowa House of Representatives: House of Representatives"));
  CHECK(has(found, "country China: Chinese"));
}

TEST_CASE("a title or city before a known person is no part of the name") {
  const Lines found = entities(read("Taoiseach Leo Varadkar met Mayor of London Sadiq Khan.", "2018-05-05"));
  CHECK(has(found, "person Leo Varadkar: Taoiseach, Leo Varadkar"));
  CHECK(has(found, "person Sadiq Khan: Sadiq Khan"));
  CHECK(has(found, "place London: London"));
}

TEST_CASE("in a speech to an assembly the president alone is the assembly's") {
  const std::string text = "Gabon is calm, and Gabon waits. Gabon votes soon. I congratulate the President. ";
  CHECK(has(entities(read(text, "2019-09-25", "Gabon and its neighbours")), "person Ali Bongo: President"));
  CHECK_FALSE(has(entities(read(text, "2019-09-25", "Gabon: statement in the General Debate")), "person Ali Bongo"));
}

TEST_CASE("where people bear two surnames the first is enough to know them") {
  CHECK(has(entities(read("Ecuador's foreign minister Maria Fernanda Espinosa Garces arrived.", "2018-05-05")),
            "person María Fernanda Espinosa: foreign minister, Maria Fernanda Espinosa Garces"));
}

TEST_CASE("a city of a name is that one, and a government is no body of another kind") {
  const Lines found =
      entities(read("The town of Tver was shelled. The city of Kazan was besieged. The United Nations left. The "
                    "government protested."));
  CHECK(has(found, "place Kazan: The city, Kazan"));
  CHECK(has(found, "organisation United Nations: United Nations"));
}

TEST_CASE("who is elected is not who still holds the office") {
  const std::string text = "The United States votes. The United States waits for the United States. ";
  CHECK(has(entities(read(text + "The president spoke.", "2017-01-10")), "person Barack Obama: president"));
  CHECK_FALSE(has(entities(read(text + "The president-elect spoke.", "2017-01-10")), "person Barack Obama"));
}

TEST_CASE("a foreign minister of the day is known by the full name, and a long title is the minister's") {
  CHECK(has(entities(read("Sergey Lavrov met reporters.", "2015-07-20")), "person Sergei Lavrov: Sergey Lavrov"));
  CHECK(has(entities(read("I know that U.S. Secretary of State Kerry will meet his Cuban counterpart.", "2015-07-20")),
            "person John Kerry: Secretary of State, Kerry, his"));
}

TEST_CASE("a town that no list has lies where the text says") {
  const Lines found = kinds(read("They left the besieged Bosnian town of Zemblava. They came to Zemblo, Turkey."));
  CHECK(has(found, "Zemblava: city BIH"));
  CHECK(has(found, "Zemblo: region TUR"));
}

TEST_CASE("the leader of a country is who governs it") {
  CHECK(has(entities(read("The British leader arrived in Paris.", "2017-05-01")), "person Theresa May: leader"));
  CHECK(has(entities(read("The French leader arrived in Berlin.", "2017-06-01")), "person Emmanuel Macron: leader"));
}

TEST_CASE("the leader of a party is not the president") {
  const Lines found = entities(read(
      "MHP leader Devlet Bahceli came to Ankara. Turkey and Turkey and Turkey. The president left.", "2016-07-28"));
  CHECK(has(found, "person Devlet Bahceli: Devlet Bahceli"));
  CHECK(has(found, "person Recep Tayyip Erdogan: president"));
}
