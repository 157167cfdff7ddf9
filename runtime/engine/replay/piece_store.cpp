#include "replay/piece_store.h"

#include <algorithm>
#include <cstring>

namespace pagewise {
namespace {

constexpr std::uint32_t words_of_piece = piece_size / 4;
constexpr std::uint32_t zero_piece[words_of_piece]{};

}  // namespace

piece_store::piece_store()
    : versions_{{.piece = 0, .previous = zero, .base = zero_piece, .patch = nullptr, .patch_words = 0}},
      ends_{zero + 1} {}

/// Finds the words that differ; stops when there are too many for a patch.
void piece_store::compare(std::span<const std::uint8_t> contents, const std::uint32_t* base,
                          std::vector<patch_word>& into) {
  constexpr std::uint32_t words_at_once = 16;
  into.clear();
  for (std::uint32_t at = 0; at < words_of_piece && into.size() <= most_patch_words; at += words_at_once) {
    std::uint32_t words[words_at_once], difference = 0;
    std::memcpy(words, &contents[at * 4], sizeof words);
    for (std::uint32_t i = 0; i < words_at_once; ++i) difference |= words[i] ^ base[at + i];
    if (difference == 0) continue;
    for (std::uint32_t i = 0; i < words_at_once; ++i) {
      if (words[i] != base[at + i]) into.push_back({at + i, words[i]});
    }
  }
}

piece_store::version piece_store::made(const memory_piece& piece, version_number newest,
                                       std::span<const patch_word> patch) {
  version made{piece.index, newest, versions_[newest].base, nullptr, 0};
  if (patch.size() > most_patch_words) {
    std::uint32_t* whole = bases_.take(words_of_piece);
    std::memcpy(whole, piece.contents.data(), piece_size);
    made.base = whole;
  } else if (!patch.empty()) {
    patch_word* kept = patches_.take(patch.size());
    std::ranges::copy(patch, kept);
    made.patch = kept;
    made.patch_words = static_cast<std::uint32_t>(patch.size());
  }
  return made;
}

void piece_store::add(std::span<const memory_piece> pieces) {
  std::vector<patch_word> patch;
  for (const memory_piece& each : pieces) {
    version_number& newest = newest_[each.index];
    const version& before = versions_[newest];
    compare(each.contents, before.base, patch);
    if (std::ranges::equal(patch, std::span(before.patch, before.patch_words))) continue;
    versions_.push_back(made(each, newest, patch));
    newest = static_cast<version_number>(versions_.size()) - 1;
  }
  ends_.push_back(static_cast<version_number>(versions_.size()));
}

void piece_store::copy(version_number number, std::uint8_t* into) const {
  const version& wanted = versions_[number];
  std::memcpy(into, wanted.base, piece_size);
  for (const patch_word& each : std::span(wanted.patch, wanted.patch_words)) {
    std::memcpy(into + each.at * 4, &each.word, 4);
  }
}

}  // namespace pagewise
