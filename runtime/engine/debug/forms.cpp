#include "debug/forms.h"

namespace pagewise {
namespace {

using kind = attribute_value::kind;

attribute_value fixed_number(byte_reader& reader, kind what, std::uint8_t width) {
  return {.what = what, .number = reader.fixed(width), .width = width};
}

}  // namespace

debug_sections::debug_sections(const module& in) {
  const auto contents = [&](std::string_view name) {
    const section* found = in.find_custom(name);
    return found ? found->contents : bytes{};
  };
  info = contents(".debug_info");
  abbreviations = contents(".debug_abbrev");
  lines = contents(".debug_line");
  strings = contents(".debug_str");
  line_strings = contents(".debug_line_str");
  string_offsets = contents(".debug_str_offsets");
  addresses = contents(".debug_addr");
  locations = contents(".debug_loc");
  location_lists = contents(".debug_loclists");
  ranges = contents(".debug_ranges");
  range_lists = contents(".debug_rnglists");
}

std::uint64_t number_at(bytes section, std::uint64_t offset, unsigned width) {
  if (offset > section.size() || width > section.size() - offset) return 0;
  return byte_reader(section.subspan(static_cast<std::size_t>(offset))).fixed(width);
}

std::string_view text_at(bytes section, std::uint64_t offset) {
  if (offset >= section.size()) return {};
  return byte_reader(section.subspan(static_cast<std::size_t>(offset))).zero_terminated();
}

std::uint64_t indexed_address(const debug_sections& sections, const unit& in, std::uint64_t index) {
  if (index > sections.addresses.size()) return 0;
  return number_at(sections.addresses, in.address_base + index * in.address_size, in.address_size);
}

attribute_value read_attribute(byte_reader& reader, const debug_sections& sections, const unit& in,
                               const attribute_format& format) {
  const auto block = [&](std::uint64_t length) {
    return attribute_value{.what = kind::block, .block = reader.take(static_cast<std::size_t>(length))};
  };
  const auto text = [](std::string_view found) { return attribute_value{.what = kind::text, .text = found}; };
  const auto number = [](kind what, std::uint64_t n) { return attribute_value{.what = what, .number = n}; };
  const auto indexed_text = [&](std::uint64_t index) {
    if (index > sections.string_offsets.size()) return text({});
    return text(text_at(sections.strings, number_at(sections.string_offsets, in.string_offsets_base + 4 * index, 4)));
  };
  const auto address = [&](std::uint64_t index) { return number(kind::address, indexed_address(sections, in, index)); };
  switch (format.form) {
    case 0x01: return fixed_number(reader, kind::address, in.address_size);
    case 0x03: return block(reader.fixed(2));
    case 0x04: return block(reader.fixed(4));
    case 0x05: return fixed_number(reader, kind::number, 2);
    case 0x06: return fixed_number(reader, kind::number, 4);
    case 0x07: return fixed_number(reader, kind::number, 8);
    case 0x08: return text(reader.zero_terminated());
    case 0x09: case 0x18: return block(reader.unsigned_leb(64));
    case 0x0a: return block(reader.fixed(1));
    case 0x0b: case 0x0c: return fixed_number(reader, kind::number, 1);
    case 0x0d: return number(kind::number, static_cast<std::uint64_t>(reader.signed_leb(64)));
    case 0x0e: return text(text_at(sections.strings, reader.fixed(4)));
    case 0x0f: return number(kind::number, reader.unsigned_leb(64));
    case 0x10: return number(kind::reference, reader.fixed(in.version == 2 ? in.address_size : 4));
    case 0x11: return number(kind::reference, in.start + reader.fixed(1));
    case 0x12: return number(kind::reference, in.start + reader.fixed(2));
    case 0x13: return number(kind::reference, in.start + reader.fixed(4));
    case 0x14: return number(kind::reference, in.start + reader.fixed(8));
    case 0x15: return number(kind::reference, in.start + reader.unsigned_leb(64));
    case 0x17: return number(kind::offset, reader.fixed(4));
    case 0x19: return number(kind::number, 1);
    case 0x1a: return indexed_text(reader.unsigned_leb(64));
    case 0x1b: return address(reader.unsigned_leb(64));
    case 0x1e: return block(16);
    case 0x1f: return text(text_at(sections.line_strings, reader.fixed(4)));
    case 0x21: return number(kind::number, static_cast<std::uint64_t>(format.implicit));
    case 0x22: case 0x23: return number(kind::list_index, reader.unsigned_leb(64));
    case 0x25: return indexed_text(reader.fixed(1));
    case 0x26: return indexed_text(reader.fixed(2));
    case 0x27: return indexed_text(reader.fixed(3));
    case 0x28: return indexed_text(reader.fixed(4));
    case 0x29: return address(reader.fixed(1));
    case 0x2a: return address(reader.fixed(2));
    case 0x2b: return address(reader.fixed(3));
    case 0x2c: return address(reader.fixed(4));
    default: skip_attribute(reader, in, format); return {};
  }
}

int fixed_size(std::uint32_t form, const unit& in) {
  switch (form) {
    case 0x01: return in.address_size;
    case 0x0b: case 0x0c: case 0x11: case 0x25: case 0x29: return 1;
    case 0x05: case 0x12: case 0x26: case 0x2a: return 2;
    case 0x27: case 0x2b: return 3;
    case 0x06: case 0x0e: case 0x13: case 0x17: case 0x1c: case 0x1d: case 0x1f: case 0x28: case 0x2c: return 4;
    case 0x07: case 0x14: case 0x20: case 0x24: return 8;
    case 0x10: return in.version == 2 ? in.address_size : 4;
    case 0x1e: return 16;
    case 0x19: case 0x21: return 0;
    default: return -1;
  }
}

void skip_attribute(byte_reader& reader, const unit& in, const attribute_format& format) {
  if (const int size = fixed_size(format.form, in); size >= 0) {
    reader.skip(static_cast<std::size_t>(size));
    return;
  }
  switch (format.form) {
    case 0x03: reader.skip(static_cast<std::size_t>(reader.fixed(2))); break;
    case 0x04: reader.skip(static_cast<std::size_t>(reader.fixed(4))); break;
    case 0x08: reader.zero_terminated(); break;
    case 0x09: case 0x18: reader.skip(static_cast<std::size_t>(reader.unsigned_leb(64))); break;
    case 0x0a: reader.skip(static_cast<std::size_t>(reader.fixed(1))); break;
    case 0x0d: reader.signed_leb(64); break;
    case 0x0f: case 0x15: case 0x1a: case 0x1b: case 0x22: case 0x23: reader.unsigned_leb(64); break;
    default: reader.fail("unknown form"); break;  // DW_FORM_indirect among them: no compiler writes it
  }
}

}  // namespace pagewise
