#include "rewrite/code_section.h"

namespace pagewise {
namespace {
constexpr std::uint32_t written_here = ~std::uint32_t{0};
}

void code_section::add(std::span<const std::uint8_t> body, const std::vector<body_piece>& pieces, std::size_t old_offset) {
  ++count_;
  code_.unsigned_leb(body.size());
  const auto start = static_cast<std::uint32_t>(code_.size());
  if (pieces.empty()) origins_.push_back({start, written_here});
  for (const auto& [at, from] : pieces) {
    origins_.push_back({start + static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(old_offset + from)});
  }
  code_.raw(body);
}

void code_section::leave_place() {
  ++count_;
  places_.push_back({.at = code_.size(), .origin = origins_.size(), .body = {}});
  origins_.push_back({static_cast<std::uint32_t>(code_.size()), written_here});
}

void code_section::fill_place(std::size_t index, std::span<const std::uint8_t> body) {
  byte_writer& into = places_[index].body;
  into.unsigned_leb(body.size());
  into.raw(body);
}

std::vector<code_origin> code_section::write(byte_writer& file) {
  byte_writer count;
  count.unsigned_leb(count_);
  std::size_t size = count.size() + code_.size();
  for (const place& each : places_) size += each.body.size();
  file.u8(section_id::code);
  file.unsigned_leb(size);
  file.raw(count.view());

  std::size_t written = 0, origin = 0;
  const auto write_to = [&](std::size_t end, std::size_t end_origin) {
    const auto moved = static_cast<std::uint32_t>(file.size() - written);
    for (; origin < end_origin; ++origin) origins_[origin].rewritten += moved;
    file.raw(code_.view().subspan(written, end - written));
    written = end;
  };
  for (const place& each : places_) {
    write_to(each.at, each.origin);
    origins_[origin++].rewritten = static_cast<std::uint32_t>(file.size());
    file.raw(each.body.view());
  }
  write_to(code_.size(), origins_.size());
  code_ = {};
  places_.clear();
  return std::move(origins_);
}

}  // namespace pagewise
