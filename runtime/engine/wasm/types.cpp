#include "wasm/types.h"

namespace pagewise {
namespace {

constexpr std::uint8_t ref = 0x64, ref_null = 0x63;
/// The codes of abstract heap types, which stand for nullable references to them.
constexpr std::uint8_t first_abstract = 0x68, last_abstract = 0x75;

}  // namespace

std::int64_t read_heap_type(byte_reader& reader) {
  const std::uint8_t first = reader.peek();
  const std::int64_t type = reader.signed_leb(33);
  const bool is_abstract = first >= first_abstract && first <= last_abstract;
  if (type < 0 && !is_abstract) reader.fail("malformed heap type");
  return type;
}

value_type read_value_type(byte_reader& reader) {
  const std::size_t start = reader.position();
  const std::uint8_t code = reader.u8();
  if (code == ref || code == ref_null) {
    read_heap_type(reader);
  } else if ((code < first_abstract || code > last_abstract) && (code < value_v128 || code > value_i32)) {
    reader.fail("malformed value type");
  }
  return {.encoding = reader.between(start, reader.position())};
}

limits read_limits(byte_reader& reader) {
  constexpr std::uint8_t has_maximum = 1, shared = 2, is_64 = 4, custom_page_size = 8;
  const std::uint8_t flags = reader.u8();
  if (flags > 0x0f) reader.fail("malformed limits flags");
  limits read{.is_64 = (flags & is_64) != 0, .is_shared = (flags & shared) != 0};
  read.minimum = reader.unsigned_leb(64);
  if ((flags & has_maximum) != 0) read.maximum = reader.unsigned_leb(64);
  if ((flags & custom_page_size) != 0) read.page_size_log2 = reader.u32();
  if (read.is_shared && !read.maximum) reader.fail("a shared memory must have a maximum");
  if (read.page_size_log2 > 16) reader.fail("malformed custom page size");
  return read;
}

global_type read_global_type(byte_reader& reader) {
  const value_type type = read_value_type(reader);
  const std::uint8_t is_mutable = reader.u8();
  if (is_mutable > 1) reader.fail("malformed mutability");
  return {.type = type, .is_mutable = is_mutable == 1};
}

std::vector<local_group> read_locals(byte_reader& reader) {
  constexpr std::uint64_t most = 0xffff'ffff;
  std::vector<local_group> groups;
  std::uint64_t total = 0;
  const std::uint32_t count = reader.u32();
  for (std::uint32_t i = 0; i < count && reader.ok(); ++i) {
    const std::uint32_t locals = reader.u32();
    const value_type type = read_value_type(reader);
    total += locals;
    if (total > most) reader.fail("too many locals");
    if (reader.ok()) groups.push_back({.count = locals, .type = type});
  }
  return groups;
}

}  // namespace pagewise
