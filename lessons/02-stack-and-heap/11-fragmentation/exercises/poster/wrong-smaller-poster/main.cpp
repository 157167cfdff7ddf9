// fails: source-contains "poster_size = 120'000"
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>

constexpr std::size_t picture_size = 3'000;
constexpr std::size_t thumbnail_size = 100;
constexpr std::size_t poster_size = 12'000;

std::uint32_t decoded = 0;

void decode(std::size_t number, std::span<std::uint8_t> picture) {
  if (picture.size() == picture_size) ++decoded;
  for (std::size_t i = 0; i < picture.size(); i += 30) picture[i] = static_cast<std::uint8_t>(number + i);
}

void shrink(std::span<const std::uint8_t> picture, std::span<std::uint8_t> thumbnail) {
  for (std::size_t i = 0; i < thumbnail.size(); ++i) thumbnail[i] = picture[i * 30];
}

int main() {
  std::array<std::uint8_t*, 50> pictures{};
  std::array<std::uint8_t*, 50> thumbnails{};

  for (std::size_t i = 0; i < pictures.size(); ++i) {
    pictures[i] = static_cast<std::uint8_t*>(std::malloc(picture_size));
    thumbnails[i] = static_cast<std::uint8_t*>(std::malloc(thumbnail_size));
    decode(i, {pictures[i], picture_size});
    shrink({pictures[i], picture_size}, {thumbnails[i], thumbnail_size});
  }
  for (std::uint8_t* picture : pictures) std::free(picture);

  auto* poster = static_cast<std::uint8_t*>(std::malloc(poster_size));
  unsigned sum = 0;
  for (std::size_t i = 0; i < thumbnails.size(); ++i) {
    poster[i * thumbnail_size] = thumbnails[i][99];
    sum += poster[i * thumbnail_size];
  }
  std::printf("sum %u\n", sum);

  std::free(poster);
  for (std::uint8_t* thumbnail : thumbnails) std::free(thumbnail);
}
