#pragma once

#include <cstdint>
#include <string_view>

#include "debug/abbreviations.h"
#include "wasm/module.h"

namespace pagewise {

/// The sections of debug information, empty where the module has none.
struct debug_sections {
  explicit debug_sections(const module& in);

  bytes info, abbreviations, lines, strings, line_strings, string_offsets, addresses, locations, location_lists, ranges,
      range_lists;
};

/// A compilation unit's header, and the attributes of its first entry that others are relative to.
struct unit {
  std::size_t start;    ///< offset of the header in `.debug_info`
  std::size_t entries;  ///< offset of the first entry
  std::size_t end;
  std::uint16_t version;
  std::uint8_t address_size;
  std::size_t abbreviation_offset;
  std::uint64_t language = 0;
  std::string_view folder{};  ///< in which it was compiled
  std::uint64_t low_pc = 0;
  std::uint64_t string_offsets_base = 8, address_base = 8, range_lists_base = 12, location_lists_base = 12;
  std::uint64_t line_offset = ~std::uint64_t{0};  ///< of its header in `.debug_line`, ~0 for none
};

/// The value of an attribute, by its class (DWARF 5, section 7.5.5).
struct attribute_value {
  enum class kind : std::uint8_t {
    none,
    number,     ///< `number`; sign-extended where the form is signed
    text,       ///< `text`
    block,      ///< `block`: bytes, or an expression
    reference,  ///< `number`: offset in `.debug_info`
    address,    ///< `number`
    offset,     ///< `number`: offset in another section
    list_index  ///< `number`: index into the unit's offsets of range or location lists
  };
  kind what = kind::none;
  std::uint64_t number = 0;
  std::string_view text{};
  bytes block{};
  std::uint8_t width = 0;  ///< bytes of a number of fixed width, else 0

  explicit operator bool() const { return what != kind::none; }
};

/// Reads one attribute of an entry of the unit. An unknown form fails the reader.
attribute_value read_attribute(byte_reader& reader, const debug_sections& sections, const unit& in,
                               const attribute_format& format);

/// Bytes that the form of this code takes in the unit's entries, or -1 when they vary.
int fixed_size(std::uint32_t code, const unit& in);

/// Moves the reader past one attribute.
void skip_attribute(byte_reader& reader, const unit& in, const attribute_format& format);

/// A little-endian number of `width` bytes in a section; 0 where it does not reach.
std::uint64_t number_at(bytes section, std::uint64_t offset, unsigned width);

/// Text that ends with a zero byte in a section; empty where there is none.
std::string_view text_at(bytes section, std::uint64_t offset);

/// Entry `index` of `.debug_addr`, for this unit.
std::uint64_t indexed_address(const debug_sections& sections, const unit& in, std::uint64_t index);

}  // namespace pagewise
