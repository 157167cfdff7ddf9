#include "record/instance_log.h"

#include <algorithm>
#include <cstring>
#include <span>

namespace pagewise {

std::uint32_t* instance_log::room(std::uint32_t words) {
  if (count_ + words > words_.size()) {
    full_();
    if (count_ + words > words_.size()) words_.resize(count_ + words);
  }
  std::uint32_t* at = words_.data() + count_;
  count_ += words;
  return at;
}

void instance_log::changed(std::uint32_t header, std::uint32_t address) {
  std::uint32_t size = 0;
  switch (kind_of(header)) {
    case record_kind::store1: size = 1; break;
    case record_kind::store2: size = 2; break;
    case record_kind::store4: size = 4; break;
    case record_kind::store8: size = 8; break;
    default: return;
  }
  flags_[address / piece_size] = 1;
  flags_[(address + size - 1) / piece_size] = 1;
}

void instance_log::one(std::uint32_t header) { *room(1) = header; }

void instance_log::two(std::uint32_t header, std::uint32_t first) {
  std::uint32_t* at = room(2);
  at[0] = header;
  at[1] = first;
  changed(header, first);
}

void instance_log::three(std::uint32_t header, std::uint32_t first, std::uint32_t second) {
  if (header == record_header(record_kind::store4) && first < low_end) {
    std::uint32_t* at = room(2);
    at[0] = record_header(record_kind::store4_low, first);
    at[1] = second;
  } else {
    std::uint32_t* at = room(3);
    at[0] = header;
    at[1] = first;
    at[2] = second;
  }
  changed(header, first);
}

void instance_log::four(std::uint32_t header, std::uint32_t first, std::uint64_t wide) {
  std::uint32_t* at = room(4);
  at[0] = header;
  at[1] = first;
  std::memcpy(at + 2, &wide, sizeof wide);
  changed(header, first);
}

void instance_log::range(std::uint32_t header, std::uint32_t address, std::uint32_t length, std::uint32_t source) {
  std::uint32_t* at = room(4 + padded_words(length));
  at[0] = header;
  at[1] = address;
  at[2] = length;
  at[3] = source;
  if (length == 0) return;
  at[3 + padded_words(length)] = 0;  // the padding of the last word
  data_ = reinterpret_cast<std::uint8_t*>(at + 4);
  const std::uint32_t first = address / piece_size, last = (address + (length - 1)) / piece_size;
  std::ranges::fill(std::span(flags_).subspan(first, last - first + 1), std::uint8_t{1});
}

void instance_log::range_data(std::uint64_t bytes, std::uint32_t size) {
  std::memcpy(data_, &bytes, size);
  data_ += size;
}

void instance_log::frame_enter(std::uint32_t depth, std::uint32_t header, std::uint32_t line) {
  frames_[(depth - 1) % log_memory::most_frames].line = line;
  frames_[depth % log_memory::most_frames] = {.enter = header, .line = idle_frame::no_line, .local = 0, .value = 0};
}

void instance_log::frame_local(std::uint32_t depth, std::uint32_t header, std::uint32_t value) {
  idle_frame& frame = frames_[depth % log_memory::most_frames];
  frame.local = header;
  frame.value = value;
}

void instance_log::clear() {
  count_ = 0;
  constexpr std::size_t usual = log_memory::capacity / 4;
  if (words_.size() > usual) std::vector<std::uint32_t>(usual).swap(words_);
}

}  // namespace pagewise
