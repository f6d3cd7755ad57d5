// Every kernel gives the bits of a plain loop over the steps of training/FORMAT.md.
#include "extract/language/encoder/kernels.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "extract/language/encoder/aligned.h"

using namespace entente::encoder;

namespace {

using Floats = AlignedVector<float>;

/// Random numbers, the same on each machine.
class Numbers {
 public:
  Floats real(std::size_t count, float size) {
    Floats x(count);
    for (float& each : x) each = size * (static_cast<float>(random_() % 65536) / 32768.0F - 1.0F);
    return x;
  }
  std::vector<std::int8_t> whole(std::size_t count) {
    std::vector<std::int8_t> x(count);
    for (auto& each : x) each = static_cast<std::int8_t>(static_cast<int>(random_() % 255) - 127);
    return x;
  }

 private:
  std::mt19937 random_{11};
};

bool same_bits(const float* a, const float* b, std::size_t count) {
  return std::memcmp(a, b, count * sizeof(float)) == 0;
}

// --- the steps, plainly ---

struct Quantised {
  std::vector<int> numbers;
  float scale;
};

Quantised quantised(const float* x, std::size_t count, std::size_t stride = 1) {
  float most = 0;
  for (std::size_t i = 0; i < count; ++i) most = std::max(most, std::fabs(x[i * stride]));
  const float inverse = most > 0 ? 127.0F / most : 0.0F;
  Quantised found{{}, most / 127.0F};
  for (std::size_t i = 0; i < count; ++i)
    found.numbers.push_back(static_cast<int>(std::nearbyint(x[i * stride] * inverse)));
  return found;
}

float plain_exponential(float x) {
  x = std::min(std::max(x, -87.0F), 88.0F);
  const float n = std::nearbyint(x * 1.44269504F);
  float r = x - n * 0.693359375F;
  r = r - n * -2.12194440e-4F;
  float p = 1.0F / 720.0F;
  for (const float c : {1.0F / 120.0F, 1.0F / 24.0F, 1.0F / 6.0F, 0.5F, 1.0F, 1.0F}) p = p * r + c;
  return p * std::ldexp(1.0F, static_cast<int>(n));
}

float plain_gelu(float x) {
  float t = x * x;
  t = t * 0.044715F;
  t = t * x;
  t = x + t;
  return x / (1.0F + plain_exponential(t * -1.5957691F));
}

float plain_sum(const Floats& x) {
  float lane[16];
  std::copy_n(x.begin(), 16, lane);
  for (std::size_t i = 16; i < x.size(); ++i) lane[i % 16] += x[i];
  for (std::size_t half = 8; half > 0; half /= 2) {
    for (std::size_t l = 0; l < half; ++l) lane[l] += lane[l + half];
  }
  return lane[0];
}

void plain_norm(Floats& x, const Floats& weight, const Floats& bias) {
  const auto width = static_cast<float>(x.size());
  const float mean = plain_sum(x) / width;
  Floats squares(x.size());
  for (std::size_t i = 0; i < x.size(); ++i) {
    x[i] = x[i] - mean;
    squares[i] = x[i] * x[i];
  }
  const float inverse = 1.0F / std::sqrt(plain_sum(squares) / width + 1e-12F);
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = (x[i] * inverse) * weight[i] + bias[i];
}

Floats plain_attention(const Floats& qkv, std::size_t pieces, std::size_t heads, std::size_t size) {
  const std::size_t width = heads * size;
  Floats out(pieces * width);
  const auto factor = static_cast<float>(1.0 / std::sqrt(static_cast<double>(size)));
  for (std::size_t h = 0; h < heads; ++h) {
    std::vector<Quantised> q, k;
    Floats values;
    for (std::size_t i = 0; i < pieces; ++i) {
      const float* row = qkv.data() + i * 3 * width + h * size;
      q.push_back(quantised(row, size));
      k.push_back(quantised(row + width, size));
      values.insert(values.end(), row + 2 * width, row + 2 * width + size);
    }
    const Quantised v = quantised(values.data(), values.size());
    for (std::size_t i = 0; i < pieces; ++i) {
      Floats scores;
      for (std::size_t j = 0; j < pieces; ++j) {
        int sum = 0;
        for (std::size_t d = 0; d < size; ++d) sum += q[i].numbers[d] * k[j].numbers[d];
        scores.push_back(static_cast<float>(sum) * ((q[i].scale * factor) * k[j].scale));
      }
      const float most = *std::max_element(scores.begin(), scores.end());
      std::vector<int> weights;
      int total = 0;
      for (const float score : scores) {
        weights.push_back(static_cast<int>(std::nearbyint(plain_exponential(score - most) * 255.0F)));
        total += weights.back();
      }
      for (std::size_t d = 0; d < size; ++d) {
        int sum = 0;
        for (std::size_t j = 0; j < pieces; ++j) sum += weights[j] * v.numbers[j * size + d];
        out[i * width + h * size + d] = static_cast<float>(sum) * (v.scale / static_cast<float>(total));
      }
    }
  }
  return out;
}

}  // namespace

TEST_CASE("there is always a portable kernel, and an unknown one is refused by name") {
  CHECK(available_kernels().front()->name == "portable");
  CHECK(&kernels_named("portable") == available_kernels().front());
  CHECK_THROWS_WITH(static_cast<void>(kernels_named("avx1024")),
                    doctest::Contains("no kernel 'avx1024' on this machine; there are portable"));
}

TEST_CASE("a linear layer is exact for any number of rows, inputs and outputs") {
  struct Size {
    std::size_t rows, inputs, outputs;
  };
  for (const auto [rows, inputs, outputs] : {Size{1, 16, 1},
                                             {2, 32, 16},
                                             {3, 16, 17},
                                             {5, 48, 33},
                                             {6, 64, 49},
                                             {7, 384, 64},
                                             {13, 1536, 80},
                                             {31, 32, 255},
                                             {8, 256, 109}}) {
    Numbers numbers;
    const Floats x = numbers.real(rows * inputs, 3.0F);
    const auto weights = numbers.whole(outputs * inputs);
    const std::size_t stride = rounded_up(outputs, kLanes);
    const Floats scales = numbers.real(stride, 0.01F), bias = numbers.real(stride, 1.0F);
    for (const Kernels* kernels : available_kernels()) {
      CAPTURE(kernels->name);
      CAPTURE(outputs);
      AlignedVector<std::byte> packed(kernels->packed_bytes(outputs, inputs)),
          rows8(rows * inputs * kernels->number_bytes);
      Floats row_scales(rows), y(rows * stride), without_bias(rows * stride);
      kernels->pack(weights.data(), outputs, inputs, packed.data());
      kernels->quantise(x.data(), rows, inputs, rows8.data(), row_scales.data());
      const RowsView view{rows8.data(), row_scales.data(), rows};
      kernels->multiply({packed.data(), outputs, inputs, scales.data(), bias.data()}, view, y.data());
      kernels->multiply({packed.data(), outputs, inputs, scales.data(), nullptr}, view, without_bias.data());
      std::size_t wrong = 0;
      for (std::size_t r = 0; r < rows; ++r) {
        const Quantised q = quantised(x.data() + r * inputs, inputs);
        for (std::size_t o = 0; o < outputs; ++o) {
          int sum = 0;
          for (std::size_t i = 0; i < inputs; ++i) sum += q.numbers[i] * weights[o * inputs + i];
          const float product = static_cast<float>(sum) * (q.scale * scales[o]), wanted = product + bias[o];
          if (!same_bits(&y[r * stride + o], &wanted, 1)) ++wrong;
          if (!same_bits(&without_bias[r * stride + o], &product, 1)) ++wrong;
        }
      }
      CHECK(wrong == 0);
    }
  }
}

TEST_CASE("the largest weights and inputs do not overflow") {
  constexpr std::size_t kInputs = 1536;
  for (const int sign : {1, -1}) {
    const std::vector<std::int8_t> weights(kInputs, static_cast<std::int8_t>(127 * sign));
    const Floats x(kInputs, 2.0F), scales(kLanes, 1.0F);
    for (const Kernels* kernels : available_kernels()) {
      CAPTURE(kernels->name);
      AlignedVector<std::byte> packed(kernels->packed_bytes(1, kInputs)), row(kInputs * kernels->number_bytes);
      Floats scale(1), y(kLanes);
      kernels->pack(weights.data(), 1, kInputs, packed.data());
      kernels->quantise(x.data(), 1, kInputs, row.data(), scale.data());
      scale[0] = 1.0F;
      kernels->multiply({packed.data(), 1, kInputs, scales.data(), nullptr}, {row.data(), scale.data(), 1}, y.data());
      CHECK(y[0] == static_cast<float>(sign * 127 * 127 * static_cast<int>(kInputs)));
    }
  }
}

TEST_CASE("rows of zeros quantise to zeros; halves go to the even number") {
  Floats x(32, 0.0F);
  for (std::size_t i = 16; i < 32; ++i) x[i] = static_cast<float>(i) - 23.5F;  // -7.5 ... 7.5
  x[16] = 127.0F;
  for (const Kernels* kernels : available_kernels()) {
    CAPTURE(kernels->name);
    AlignedVector<std::int8_t> numbers(32);
    Floats scales(2);
    kernels->quantise_signed(x.data(), 2, 16, numbers.data(), scales.data());
    CHECK(std::all_of(numbers.begin(), numbers.begin() + 16, [](auto n) { return n == 0; }));
    CHECK(scales[0] == 0.0F);
    CHECK(scales[1] == 1.0F);
    const std::vector<int> wanted{127, -6, -6, -4, -4, -2, -2, 0, 0, 2, 2, 4, 4, 6, 6, 8};
    CHECK(std::equal(wanted.begin(), wanted.end(), numbers.begin() + 16));
  }
}

TEST_CASE("exp, gelu, relu and norm are the plain steps") {
  Numbers numbers;
  struct Case {
    std::size_t width;
    float size;
  };
  for (const auto [width, size] : {Case{16, 8.0F}, {48, 8.0F}, {384, 0.5F}, {384, 8.0F}, {384, 120.0F}}) {
    const Floats x = numbers.real(width, size), y = numbers.real(width, size), weight = numbers.real(width, 2.0F),
                 bias = numbers.real(width, 1.0F);
    Floats e = x, g = x, p = x, n = x;
    for (float& each : e) each = plain_exponential(each);
    for (float& each : g) each = plain_gelu(each);
    for (float& each : p) each = std::max(each, 0.0F);
    for (std::size_t i = 0; i < n.size(); ++i) n[i] = x[i] + y[i];
    plain_norm(n, weight, bias);
    for (const Kernels* kernels : available_kernels()) {
      CAPTURE(kernels->name);
      CAPTURE(width);
      CAPTURE(size);
      Floats now = x;
      kernels->exponential(now.data(), now.size());
      CHECK(same_bits(now.data(), e.data(), e.size()));
      now = x;
      kernels->gelu(now.data(), now.size());
      CHECK(same_bits(now.data(), g.data(), g.size()));
      now = x;
      kernels->relu(now.data(), now.size());
      CHECK(now == p);
      now = x;
      kernels->add_norm(now.data(), y.data(), 1, now.size(), weight.data(), bias.data());
      CHECK(same_bits(now.data(), n.data(), n.size()));
    }
  }
}

TEST_CASE("exp is near the true value") {
  for (const float x : {-80.0F, -10.0F, -1.0F, -0.1F, 0.0F, 0.3F, 1.0F, 20.0F}) {
    CHECK(plain_exponential(x) == doctest::Approx(std::exp(static_cast<double>(x))).epsilon(1e-6));
  }
}

TEST_CASE("attention is the plain steps for windows of any length") {
  struct Size {
    std::size_t heads, size;
  };
  for (const std::size_t pieces : {1U, 2U, 3U, 5U, 15U, 16U, 17U, 25U, 48U, 61U}) {
    for (const auto [heads, size] : {Size{2, 32}, {1, 16}, {3, 64}}) {
      Numbers numbers;
      const std::size_t width = heads * size;
      const Floats qkv = numbers.real(pieces * 3 * width, 4.0F);
      const Floats wanted = plain_attention(qkv, pieces, heads, size);
      for (const Kernels* kernels : available_kernels()) {
        CAPTURE(kernels->name);
        CAPTURE(pieces);
        CAPTURE(size);
        Floats out(pieces * width);
        AlignedVector<std::byte> scratch(kernels->attention_scratch(pieces, size), std::byte{0x5A});
        kernels->attend({qkv.data(), pieces, heads, size, scratch.data(), out.data()});
        CHECK(same_bits(out.data(), wanted.data(), wanted.size()));
      }
    }
  }
}
