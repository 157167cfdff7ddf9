#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "wasm/byte_reader.h"

namespace pagewise {

inline constexpr std::uint8_t value_i32 = 0x7f, value_i64 = 0x7e, value_f32 = 0x7d, value_f64 = 0x7c,
                              value_v128 = 0x7b, value_funcref = 0x70, value_exnref = 0x69;
/// In the place of a block's type: it takes and leaves nothing.
inline constexpr std::uint8_t empty_block = 0x40;

/// A value type as the file encodes it: one byte, or for `(ref null? heaptype)` more (core specification, section
/// 5.3.6). Borrows the file's bytes, or those of a constant.
struct value_type {
  bytes encoding{};

  /// Whether this is the type with the one-byte code.
  [[nodiscard]] bool is(std::uint8_t code) const { return encoding.size() == 1 && encoding[0] == code; }
  /// The index of the type that a reference points to, or a negative number when there is none.
  [[nodiscard]] std::int64_t type_index() const {
    return encoding.size() <= 1 ? -1 : byte_reader(encoding.subspan(1)).signed_leb(33);
  }
};

/// Whether values of a type are references: neither numbers nor vectors (core specification, section 5.3.5).
[[nodiscard]] inline bool is_reference(value_type type) {
  return type.encoding.size() != 1 || type.encoding[0] < value_v128;
}

/// A function type; a struct or array type, whose fields nobody asks for, has `is_function` false.
struct function_type {
  std::vector<value_type> parameters{};
  std::vector<value_type> results{};
  bool is_function = false;
};

/// Size limits of a memory or a table, in pages or elements.
struct limits {
  std::uint64_t minimum = 0;
  std::optional<std::uint64_t> maximum{};
  bool is_64 = false;  ///< indexed by i64
  bool is_shared = false;
  std::uint32_t page_size_log2 = 16;  ///< other than 16 only with custom page sizes
};

struct global_type {
  value_type type{};
  bool is_mutable = false;
};

/// So many locals of one type in a function body's declarations.
struct local_group {
  std::uint32_t count;
  value_type type;
};

// Each reads one type with all of its bytes; what the specification does not define fails the reader.
value_type read_value_type(byte_reader& reader);
/// A type index, or a negative number for an abstract heap type.
std::int64_t read_heap_type(byte_reader& reader);
limits read_limits(byte_reader& reader);
global_type read_global_type(byte_reader& reader);
/// The declarations that begin a function body; its first instruction comes next.
std::vector<local_group> read_locals(byte_reader& reader);

}  // namespace pagewise
