#include "wasm/memory_access.h"

#include <array>

namespace pagewise {
namespace {

constexpr std::uint8_t i32 = value_i32, i64 = value_i64, f32 = value_f32, f64 = value_f64, v128 = value_v128, nothing = 0;
constexpr std::array<std::uint8_t, 2> two_i32 = {i32, i32}, two_i64 = {i64, i64};
constexpr std::array<std::uint8_t, 1> one_i32 = {i32}, one_i64 = {i64}, one_f32 = {f32}, one_f64 = {f64}, one_v128 = {v128};

std::span<const std::uint8_t> one(std::uint8_t type) {
  switch (type) {
    case i32: return one_i32;
    case i64: return one_i64;
    case f32: return one_f32;
    case f64: return one_f64;
    default: return one_v128;
  }
}

struct plain {
  std::uint8_t type;
  std::uint8_t size;
};

// From i32.load and from i32.store on.
constexpr std::array<plain, 14> loads = {{{i32, 4}, {i64, 8}, {f32, 4}, {f64, 8}, {i32, 1}, {i32, 1}, {i32, 2},
                                          {i32, 2}, {i64, 1}, {i64, 1}, {i64, 2}, {i64, 2}, {i64, 4}, {i64, 4}}};
constexpr std::array<plain, 9> stores = {
    {{i32, 4}, {i64, 8}, {f32, 4}, {f64, 8}, {i32, 1}, {i32, 2}, {i64, 1}, {i64, 2}, {i64, 4}}};

std::optional<memory_access> vector_access(std::uint32_t extended) {
  using enum memory_access::kind;
  const auto load_of = [](std::uint32_t size) { return memory_access{load, size, {}, v128, false, false}; };
  if (extended == 0) return load_of(16);
  if (extended <= 6) return load_of(8);                                  // v128.load8x8_s …
  if (extended <= 10) return load_of(1U << (extended - 7));              // v128.load8_splat …
  if (extended == 11) return memory_access{store, 16, one_v128, nothing, false, false};
  if (extended == 92 || extended == 93) return load_of(extended == 92 ? 4 : 8);  // v128.load32_zero …
  if (extended < 84 || extended > 91) return std::nullopt;
  const std::uint32_t size = 1U << ((extended - 84) % 4);
  if (extended < 88) return memory_access{load, size, one_v128, v128, false, true};
  return memory_access{store, size, one_v128, nothing, false, true};
}

std::optional<memory_access> atomic_access(std::uint32_t extended) {
  using enum memory_access::kind;
  if (extended < 0x10 || extended > 0x4e) return std::nullopt;
  constexpr std::array<plain, 7> widths = {{{i32, 4}, {i64, 8}, {i32, 1}, {i32, 2}, {i64, 1}, {i64, 2}, {i64, 4}}};
  const std::uint32_t group = (extended - 0x10) / 7;
  const auto [type, size] = widths[(extended - 0x10) % 7];
  if (group == 0) return memory_access{load, size, {}, type, true, false};
  if (group == 1) return memory_access{store, size, one(type), nothing, true, false};
  if (group < 8) return memory_access{read_modify_write, size, one(type), type, true, false};
  return memory_access{read_modify_write, size, type == i32 ? std::span(two_i32) : std::span(two_i64), type, true, false};
}

}  // namespace

std::optional<memory_access> memory_access_of(const instruction& read) {
  using enum memory_access::kind;
  if (read.opcode >= opcode::i32_load && read.opcode <= opcode::i64_load32_u) {
    const auto [type, size] = loads[std::size_t{read.opcode} - opcode::i32_load];
    return memory_access{load, size, {}, type, false, false};
  }
  if (read.opcode >= opcode::i32_store && read.opcode <= opcode::i64_store32) {
    const auto [type, size] = stores[std::size_t{read.opcode} - opcode::i32_store];
    return memory_access{store, size, one(type), nothing, false, false};
  }
  if (read.opcode == opcode::vector_prefix) return vector_access(read.extended);
  if (read.opcode == opcode::atomic_prefix) return atomic_access(read.extended);
  return std::nullopt;
}

const char* invalid_immediate(const instruction& read, const memory_access& access, const limits& memory) {
  constexpr std::uint32_t vector_size = 16;
  const std::uint64_t alignment = std::uint64_t{1} << read.alignment_log2;
  if (access.is_atomic && alignment != access.size) return "atomic alignment must be natural";
  if (alignment > access.size) return "alignment must not be larger than natural";
  if (access.has_lane && read.lane >= vector_size / access.size) return "invalid lane index";
  return !memory.is_64 && read.memory_offset >> 32 != 0 ? "offset out of range" : nullptr;
}

}  // namespace pagewise
