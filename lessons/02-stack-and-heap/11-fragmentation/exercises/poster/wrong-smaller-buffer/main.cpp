// fails: value decoded = 50
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <span>
#include <vector>

constexpr std::size_t picture_size = 3'000;
constexpr std::size_t thumbnail_size = 100;
constexpr std::size_t poster_size = 120'000;

std::uint32_t decoded = 0;

void decode(std::size_t number, std::span<std::uint8_t> picture) {
  if (picture.size() == picture_size) ++decoded;
  for (std::size_t i = 0; i < picture.size(); i += 30) picture[i] = static_cast<std::uint8_t>(number + i);
}

void shrink(std::span<const std::uint8_t> picture, std::span<std::uint8_t> thumbnail) {
  for (std::size_t i = 0; i < thumbnail.size(); ++i) thumbnail[i] = picture[i * 30];
}

int main() {
  static std::uint8_t t[50][100];
  std::vector<std::uint8_t> p(2971);
  for (int i = 0; i < 50; ++i) { decode(i, p); shrink(p, t[i]); }
  std::vector<std::uint8_t> poster(poster_size);
  unsigned sum = 0;
  for (std::size_t i = 0; i < 50; ++i) sum += poster[i * 100] = t[i][99];
  std::printf("sum %u\n", sum);
}
