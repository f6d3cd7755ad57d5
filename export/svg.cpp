// SVG 1.1: the drawing of the layout as a picture, in the colours of the page. One line for all edges between two
// nodes, dashed where all are background; labels where there is room, the most spoken of first.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "export/appearance.h"
#include "export/formats.h"
#include "export/xml_text.h"
#include "extract/text/utf8.h"

namespace entente {

namespace {

constexpr double kMargin = 40;
constexpr double kLetter = 0.56;  // typical width of a letter, in heights
constexpr double kWidest = 6;     // of lines
constexpr double kEnlarged = 1.6;

struct Disc {
  Node node;
  double x = 0;
  double y = 0;  ///< grows downwards
  double radius = 0;
};

/// A rectangle taken by a label or a disc.
struct Box {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;

  [[nodiscard]] bool meets(const Box& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
};

double letter_height(double radius) {
  return std::clamp(8 + radius * 0.35, 9.0, 22.0);
}

class SvgWriter final : public GraphWriter {
 public:
  explicit SvgWriter(std::ostream& out) : out_(out) {}

  void begin(const Schema& /*schema*/) override {}

  void node(const Node& node) override {
    if (!node.place) {
      throw std::runtime_error(
          fmt::format("more than {} nodes make no picture; select some (--type, --from, --min-weight, --of), or have "
                      "them drawn all the same with --layout force",
                      kFewNodes));
    }
    index_[node.id] = discs_.size();
    discs_.push_back({node, node.place->x, -node.place->y, size_of(node.weight) / 2});
  }

  void edge(const Edge& edge) override {
    const auto [low, high] = std::minmax({index_.at(edge.source), index_.at(edge.target)});
    Line& line = lines_[{low, high}];
    line.weight += edge.weight;
    line.told = line.told || !edge.background;
    line.relations += (line.relations.empty() ? "" : ", ") + edge.relation + (edge.background ? " (background)" : "");
  }

  void end() override {
    place_labels();
    open();
    out_ << "<g stroke=\"#8b95a3\" stroke-opacity=\"0.5\">\n";
    for (const auto& [ends, line] : lines_) draw(discs_[ends.first], discs_[ends.second], line);
    out_ << "</g>\n<g stroke=\"#ffffff\" stroke-width=\"0.8\">\n";
    for (const Disc& disc : discs_) draw(disc);
    out_ << "</g>\n<g font-family=\"sans-serif\" fill=\"#1d2530\" stroke=\"#ffffff\" stroke-width=\"2.5\" "
            "stroke-linejoin=\"round\" paint-order=\"stroke\">\n";
    for (const Label& label : labels_) draw(label);
    out_ << "</g>\n</svg>\n";
  }

 private:
  struct Line {
    double weight = 0;
    std::string relations;
    bool told = false;  ///< not background alone
  };

  struct Label {
    const Disc* disc = nullptr;
    Box box;
    double height = 0;  ///< of letters
  };

  static Box box_of(const Disc& disc) {
    return {disc.x - disc.radius, disc.y - disc.radius, disc.x + disc.radius, disc.y + disc.radius};
  }

  void open() {
    Box all{0, 0, 0, 0};
    const auto take_in = [&all](const Box& box) {
      all = {std::min(all.left, box.left), std::min(all.top, box.top), std::max(all.right, box.right),
             std::max(all.bottom, box.bottom)};
    };
    for (const Disc& disc : discs_) take_in(box_of(disc));
    for (const Label& label : labels_) take_in(label.box);
    const double width = all.right - all.left + 2 * kMargin;
    const double height = all.bottom - all.top + 2 * kMargin;
    out_ << fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{:.1f} {:.1f} {:.1f} {:.1f}\" width=\"{:.0f}\" "
        "height=\"{:.0f}\">\n",
        all.left - kMargin, all.top - kMargin, width, height, kEnlarged * width, kEnlarged * height);
    out_ << fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" fill=\"#ffffff\"/>\n",
                        all.left - kMargin, all.top - kMargin, width, height);
  }

  void draw(const Disc& a, const Disc& b, const Line& line) {
    out_ << fmt::format(
        "<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" stroke-width=\"{:.2f}\"{}><title>{} - {}: "
        "{}</title></line>\n",
        a.x, a.y, b.x, b.y, std::min(0.6 * std::sqrt(line.weight), kWidest), line.told ? "" : " stroke-dasharray=\"3\"",
        xml_text(a.node.label), xml_text(b.node.label), xml_text(line.relations));
  }

  void draw(const Disc& disc) {
    out_ << fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.2f}\" fill=\"{}\"><title>{}</title></circle>\n",
                        disc.x, disc.y, disc.radius, hex(colour_of(disc.node.kind)), xml_text(disc.node.label));
  }

  void draw(const Label& label) {
    out_ << fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"{:.1f}\">{}</text>\n", label.box.left,
                        label.disc->y + label.height * 0.35, label.height, xml_text(label.disc->node.label));
  }

  /// Labels where there is room, the most spoken of first: on no other label, and on no greater disc.
  void place_labels() {
    std::vector<const Disc*> order;
    for (const Disc& disc : discs_) order.push_back(&disc);
    std::ranges::stable_sort(order, std::ranges::greater{}, [](const Disc* disc) { return disc->node.weight; });
    std::vector<Box> taken;
    for (const Disc* disc : order) {
      const double height = letter_height(disc->radius);
      const auto letters = static_cast<double>(count_code_points(xml_characters(disc->node.label)));
      const double left = disc->x + disc->radius + 3;
      const Box box{left, disc->y - height * 0.6, left + letters * height * kLetter, disc->y + height * 0.6};
      const bool room = std::ranges::none_of(taken, [&box](const Box& other) { return other.meets(box); });
      taken.push_back(box_of(*disc));
      if (!room) continue;
      taken.push_back(box);
      labels_.push_back({disc, box, height});
    }
  }

  std::ostream& out_;
  std::vector<Disc> discs_;
  std::vector<Label> labels_;
  std::map<std::string, std::size_t> index_;
  std::map<std::pair<std::size_t, std::size_t>, Line> lines_;
};

}  // namespace

std::unique_ptr<GraphWriter> make_svg_writer(std::ostream& out, const ExportOptions& /*options*/) {
  return std::make_unique<SvgWriter>(out);
}

}  // namespace entente
