// fails: output "sum 8925\n"
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
  std::vector<std::array<std::uint8_t, thumbnail_size>> thumbnails(50);
  std::vector<std::uint8_t> picture(picture_size);
  decode(0, picture);
  for (std::size_t i = 0; i < thumbnails.size(); ++i) {
    shrink(picture, thumbnails[i]);
  }

  std::vector<std::uint8_t> poster(poster_size);
  unsigned sum = 0;
  for (std::size_t i = 0; i < thumbnails.size(); ++i) {
    poster[i * thumbnail_size] = thumbnails[i][99];
    sum += poster[i * thumbnail_size];
  }
  std::printf("sum %u\n", sum);
}
