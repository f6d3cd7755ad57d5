// HTML: the article's text and nothing else, and what the page says of itself.
#include <doctest/doctest.h>

#include "tests/extract/reading/reading.h"

using namespace entente;
using test::read;

namespace {

/// A page as news sites make them; all that is not the article says "clutter".
constexpr std::string_view kPage = R"(<!DOCTYPE html>
<html lang="en-GB" class="has-nav no-js">
<head>
<meta charset="utf-8"><title>Xi and Lee meet | The Daily</title>
<meta property="og:title" content="Xi and Lee meet &amp; talk">
<meta property="og:site_name" content="The Daily">
<meta property="article:published_time" content="2025-11-01T23:10:00+09:00">
<link rel="canonical" href="https://www.daily.example/world/xi-lee">
<style>p { content: "clutter" }</style>
<script>var clutter = "<p>clutter</p>";</script>
</head>
<body class="article-page sidebar-right">
<div class="cookie-banner"><p>We use cookies, clutter, and so on and so forth, as everybody does, to make the web a worse place.</p></div>
<header><nav><ul><li><a href="/">Home clutter</a></li><li><a href="/w">World clutter</a></li></ul></nav></header>
<div id="page">
<article>
<header><h1>Xi and Lee meet &amp; talk</h1><p class="byline">By Jane Clutter</p><time datetime="2025-11-01">1 November clutter</time></header>
<div class="share-buttons"><a href="#">Share clutter</a> <span>Tweet clutter</span></div>
<figure><img src="a.jpg" alt="clutter"><figcaption>Clutter in a caption.</figcaption></figure>
<p>Chinese President <a href="/xi">Xi Jinping</a> met South&nbsp;Korean President Lee&nbsp;Jae&#8209;myung
   in <b>Gyeongju</b> on Saturday.</p>
<aside><h3>Clutter</h3><p>More clutter, which is long enough to look like a sentence of an article, but it is not one.</p></aside>
<h2>What was said</h2>
<p>&ldquo;We are neighbours,&rdquo; Xi said,<br>as reported.</p>
<ul><li>The two agreed on trade.</li><li>They did not agree on the island.</li></ul>
<blockquote><p>Nothing is agreed until everything is agreed.</p></blockquote>
<p><a href="/x">Read more: clutter of another story</a></p>
<div class="newsletter-signup"><p>Sign up for our clutter newsletter, delivered every morning to your inbox, free of charge.</p></div>
<p>The summit ends on Sunday.</p>
<h3>Related clutter</h3><ul class="related-links"><li><a href="/1">Clutter one</a></li></ul>
</article>
<section id="comments"><h3>2 comments</h3>
<article class="comment"><p>Clutter, first! This comment is much longer than the article so that it would win if it were counted as one. Clutter again.
It goes on and on, as comments do, and says nothing that anyone would want to read in a knowledge graph about anything at all.</p></article>
<article class="comment"><p>More clutter from a second reader who agrees with the first one and writes at length about why that is the case.</p></article>
</section>
</div>
<footer><p>Clutter: all rights reserved, The Daily, which is a newspaper that has a long footer with many words in it.</p></footer>
</body></html>)";

}  // namespace

TEST_CASE("the article's text is drawn out of the page, and nothing of what stands around it") {
  CHECK(read(kPage, "a.html").only().text ==
        "Chinese President Xi Jinping met South Korean President Lee Jae\u2011myung in Gyeongju on Saturday.\n\n"
        "What was said\n\n"
        "“We are neighbours,” Xi said,\nas reported.\n\n"
        "The two agreed on trade.\n\n"
        "They did not agree on the island.\n\n"
        "Nothing is agreed until everything is agreed.\n\n"
        "The summit ends on Sunday.");
}

TEST_CASE("title, date, outlet, URL and language come from the page's head") {
  const Article article = read(kPage, "a.html").only();
  CHECK(article.title == "Xi and Lee meet & talk");
  CHECK(article.published == "2025-11-01");
  CHECK(article.source == "The Daily");
  CHECK(article.url == "https://www.daily.example/world/xi-lee");
  CHECK(article.id == article.url);
  CHECK(article.language == "en");
}

TEST_CASE("JSON-LD comes first, also in a @graph") {
  const Article article = read(R"(<html><head><title>Other</title><meta name="date" content="2024-01-01">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Site"},
{"@type":["NewsArticle"],"headline":"Talks end","datePublished":"2025-11-01T08:00:00Z","publisher":{"@type":"Organization","name":"The Daily"},
"mainEntityOfPage":{"@id":"https://e.org/t"},"inLanguage":"fr"}]}</script></head><body><p>Les entretiens sont finis, a dit le ministre.</p></body></html>)")
                              .only();
  CHECK(article.title == "Talks end");
  CHECK(article.published == "2025-11-01");
  CHECK(article.source == "The Daily");
  CHECK(article.url == "https://e.org/t");
  CHECK(article.language == "fr");
}

TEST_CASE("without declarations the page's title, heading and times are used") {
  const Article article =
      read(
          "<html><head><title>Talks end | The Daily</title></head><body><time datetime='2025-11-01'>Sat</time>"
          "<p>The talks between the two countries ended on Saturday.</p></body></html>",
          "x/a.html")
          .only();
  CHECK(article.title == "Talks end");
  CHECK(article.published == "2025-11-01");
  CHECK(article.id == "a.html");
}

TEST_CASE("a page without any mark-up of the article is read where most prose stands") {
  std::string paragraphs;
  for (int i = 0; i < 6; ++i)
    paragraphs += "<p>The minister said on day " + std::to_string(i) + ", that the talks would go on, and on.</p>";
  const std::string page =
      "<html><body><div><a href=a>One</a> <a href=b>Two</a> <a href=c>Three clutter link</a></div><div><div>" +
      paragraphs +
      "</div><div><a href=x>Clutter: another story with a long title that looks like a "
      "sentence</a></div></div></body></html>";
  const std::string text = read(page).only().text;
  CHECK(text.starts_with("The minister said on day 0, that"));
  CHECK(text.ends_with("on day 5, that the talks would go on, and on."));
  CHECK(text.find("lutter") == std::string::npos);
}

TEST_CASE("a form around the whole page does not hide it") {
  CHECK(read("<html><body><form><div class='content'><p>The talks between the two countries ended on Saturday, the "
             "minister said.</p></div></form>"
             "</body></html>")
            .only()
            .text == "The talks between the two countries ended on Saturday, the minister said.");
}

TEST_CASE("an article split over several bodies is read whole") {
  const std::string a =
      "The talks between the two countries ended on Saturday, the minister said, and nobody disagreed with him on "
      "that.";
  const std::string b =
      "They will go on next week in Geneva, where the delegations have met before, under the eyes of the world's "
      "press.";
  CHECK(read("<html><body><div><div class='article-body'><p>" + a +
             "</p></div><div class='ad-slot'>Advertisement</div><div class='article-body'><p>" + b +
             "</p></div></div></body></html>")
            .only()
            .text == a + "\n\n" + b);
}

TEST_CASE("a page without text is reported") {
  CHECK(read("<html><body><nav><a href=a>One</a></nav><script>x</script></body></html>", "a.html").said() ==
        "a.html: no text of an article was found in the page; the file was skipped");
}

TEST_CASE("broken and hostile pages do no harm") {
  CHECK(read("<html><body><p>The talks ended<p>on Saturday</i></div></body").only().text ==
        "The talks ended\n\non Saturday");
  std::string deep = "<html><body>";
  for (int i = 0; i < 100000; ++i) deep += "<div>";
  const auto outcome = read(deep + "<p>bottom</p>", "a.html");
  CHECK(outcome.said().find("the rest of the page was left out") != std::string::npos);
  std::string many = "<html><body><p>The talks ended.</p><p";
  for (int i = 0; i < 100000; ++i) many += " a" + std::to_string(i) + "=1";
  CHECK(read(many + ">too much</p>").only().text == "The talks ended.");
  std::string links = "<html><body><p>The talks ended.</p>";
  for (int i = 0; i < 600000; ++i) links += "<a href=x>";
  CHECK(read(links).said().find("the rest of the page was left out") != std::string::npos);
  std::string wide = "<html><body>";
  for (int i = 0; i < 20000; ++i) wide += "<p>word</b></i></span></div>";
  CHECK(read(wide).articles.size() == 1);
}
