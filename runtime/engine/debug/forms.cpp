#include "debug/forms.h"

#include "debug/dwarf_constants.h"

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
    case form::addr: return fixed_number(reader, kind::address, in.address_size);
    case form::block2: return block(reader.fixed(2));
    case form::block4: return block(reader.fixed(4));
    case form::data2: return fixed_number(reader, kind::number, 2);
    case form::data4: return fixed_number(reader, kind::number, 4);
    case form::data8: return fixed_number(reader, kind::number, 8);
    case form::string: return text(reader.zero_terminated());
    case form::block: case form::exprloc: return block(reader.unsigned_leb(64));
    case form::block1: return block(reader.fixed(1));
    case form::data1: case form::flag: return fixed_number(reader, kind::number, 1);
    case form::sdata: return number(kind::number, static_cast<std::uint64_t>(reader.signed_leb(64)));
    case form::strp: return text(text_at(sections.strings, reader.fixed(4)));
    case form::udata: return number(kind::number, reader.unsigned_leb(64));
    case form::ref_addr: return number(kind::reference, reader.fixed(in.version == 2 ? in.address_size : 4));
    case form::ref1: return number(kind::reference, in.start + reader.fixed(1));
    case form::ref2: return number(kind::reference, in.start + reader.fixed(2));
    case form::ref4: return number(kind::reference, in.start + reader.fixed(4));
    case form::ref8: return number(kind::reference, in.start + reader.fixed(8));
    case form::ref_udata: return number(kind::reference, in.start + reader.unsigned_leb(64));
    case form::sec_offset: return number(kind::offset, reader.fixed(4));
    case form::flag_present: return number(kind::number, 1);
    case form::strx: return indexed_text(reader.unsigned_leb(64));
    case form::addrx: return address(reader.unsigned_leb(64));
    case form::data16: return block(16);
    case form::line_strp: return text(text_at(sections.line_strings, reader.fixed(4)));
    case form::implicit_const: return number(kind::number, static_cast<std::uint64_t>(format.implicit));
    case form::loclistx: case form::rnglistx: return number(kind::list_index, reader.unsigned_leb(64));
    case form::strx1: return indexed_text(reader.fixed(1));
    case form::strx2: return indexed_text(reader.fixed(2));
    case form::strx3: return indexed_text(reader.fixed(3));
    case form::strx4: return indexed_text(reader.fixed(4));
    case form::addrx1: return address(reader.fixed(1));
    case form::addrx2: return address(reader.fixed(2));
    case form::addrx3: return address(reader.fixed(3));
    case form::addrx4: return address(reader.fixed(4));
    default: skip_attribute(reader, in, format); return {};
  }
}

int fixed_size(std::uint32_t code, const unit& in) {
  switch (code) {
    case form::addr: return in.address_size;
    case form::data1: case form::flag: case form::ref1: case form::strx1: case form::addrx1: return 1;
    case form::data2: case form::ref2: case form::strx2: case form::addrx2: return 2;
    case form::strx3: case form::addrx3: return 3;
    case form::data4: case form::strp: case form::ref4: case form::sec_offset: case form::ref_sup4:
    case form::strp_sup: case form::line_strp: case form::strx4: case form::addrx4: return 4;
    case form::data8: case form::ref8: case form::ref_sig8: case form::ref_sup8: return 8;
    case form::ref_addr: return in.version == 2 ? in.address_size : 4;
    case form::data16: return 16;
    case form::flag_present: case form::implicit_const: return 0;
    default: return -1;
  }
}

void skip_attribute(byte_reader& reader, const unit& in, const attribute_format& format) {
  if (const int size = fixed_size(format.form, in); size >= 0) {
    reader.skip(static_cast<std::size_t>(size));
    return;
  }
  switch (format.form) {
    case form::block2: reader.skip(static_cast<std::size_t>(reader.fixed(2))); break;
    case form::block4: reader.skip(static_cast<std::size_t>(reader.fixed(4))); break;
    case form::string: reader.zero_terminated(); break;
    case form::block: case form::exprloc: reader.skip(static_cast<std::size_t>(reader.unsigned_leb(64))); break;
    case form::block1: reader.skip(static_cast<std::size_t>(reader.fixed(1))); break;
    case form::sdata: reader.signed_leb(64); break;
    case form::udata: case form::ref_udata: case form::strx: case form::addrx: case form::loclistx: case form::rnglistx:
      reader.unsigned_leb(64);
      break;
    default: reader.fail("unknown form"); break;  // DW_FORM_indirect among them: no compiler writes it
  }
}

}  // namespace pagewise
