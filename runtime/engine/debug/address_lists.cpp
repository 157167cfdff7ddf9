#include "debug/address_lists.h"

#include "debug/dwarf_constants.h"

namespace pagewise {
namespace {

using kind = attribute_value::kind;

constexpr int longest_list = 4000;  ///< entries; forged lists may overlap, and each be as long as the section

/// Where linkers put code that they drop: at 0, or near the top.
bool was_dropped(std::uint64_t low, const unit& in) {
  const std::uint64_t top = in.address_size == 4 ? 0xffff'ffff : ~std::uint64_t{0};
  return low == 0 || low >= top - 1;
}

/// The offset of a list: the attribute tells it, or is an index into the unit's table of offsets.
std::uint64_t list_offset(const attribute_value& list, bytes section, std::uint64_t base) {
  if (list.what != kind::list_index) return list.number;
  if (list.number > section.size()) return ~std::uint64_t{0};
  return base + number_at(section, base + 4 * list.number, 4);
}

byte_reader reader_at(bytes section, std::uint64_t offset) {
  return byte_reader(offset < section.size() ? section.subspan(static_cast<std::size_t>(offset)) : bytes{});
}

/// Walks a list of DWARF 4. `take_block` reads what follows each pair, if anything does.
template <typename Take>
void each_old(byte_reader reader, const unit& in, Take take) {
  const std::uint64_t escape = in.address_size == 4 ? 0xffff'ffff : ~std::uint64_t{0};
  std::uint64_t base = in.low_pc;
  for (int i = 0; i < longest_list && !reader.at_end(); ++i) {
    const std::uint64_t low = reader.fixed(in.address_size);
    const std::uint64_t high = reader.fixed(in.address_size);
    if (!reader.ok() || (low == 0 && high == 0)) break;
    if (low == escape) base = high;
    else take(reader, address_range{.low = base + low, .high = base + high});
  }
}

/// Walks a list of DWARF 5 (sections 2.17.3 and 2.6.2).
template <typename Take>
void each_new(byte_reader reader, const entry_table& entries, const unit& in, bool of_locations, Take take) {
  std::uint64_t base = in.low_pc;
  const auto address = [&] { return reader.fixed(in.address_size); };
  const auto offset = [&] { return reader.unsigned_leb(64); };
  const auto indexed = [&] { return indexed_address(entries.sections(), in, offset()); };
  for (int i = 0; i < longest_list && !reader.at_end(); ++i) {
    const std::uint8_t code = reader.u8();
    if (code == list_entry::end_of_list) break;
    if (code == list_entry::base_addressx) { base = indexed(); continue; }
    if (of_locations && code == list_entry::default_location) { take(reader, std::nullopt); continue; }
    std::uint64_t low = 0, high = 0;
    switch (of_locations && code > list_entry::default_location ? code - 1 : code) {
      case list_entry::startx_endx: low = indexed(); high = indexed(); break;
      case list_entry::startx_length: low = indexed(); high = low + offset(); break;
      case list_entry::offset_pair: low = base + offset(); high = base + offset(); break;
      case list_entry::base_address: base = address(); continue;
      case list_entry::start_end: low = address(); high = address(); break;
      case list_entry::start_length: low = address(); high = low + offset(); break;
      default: return;
    }
    take(reader, address_range{.low = low, .high = high});
  }
}

}  // namespace

std::vector<address_range> code_ranges(const entry_table& entries, entry_index of) {
  const unit& in = entries.unit_of(of);
  const debug_sections& sections = entries.sections();
  std::vector<address_range> ranges;
  const auto add = [&](byte_reader&, std::optional<address_range> range) {
    if (range && !was_dropped(range->low, in) && range->low < range->high) ranges.push_back(*range);
  };
  if (const attribute_value list = entries.read(of, attribute::ranges)) {
    if (in.version >= 5)
      each_new(reader_at(sections.range_lists, list_offset(list, sections.range_lists, in.range_lists_base)), entries,
               in, false, add);
    else each_old(reader_at(sections.ranges, list.number), in, add);
    return ranges;
  }
  const attribute_value low = entries.read(of, attribute::low_pc);
  const attribute_value high = entries.read(of, attribute::high_pc);
  if (!low || !high) return ranges;
  byte_reader none({});
  add(none,
      address_range{.low = low.number, .high = high.what == kind::address ? high.number : low.number + high.number});
  return ranges;
}

std::vector<location_entry> location_list(const entry_table& entries, entry_index of, const attribute_value& list) {
  const unit& in = entries.unit_of(of);
  const debug_sections& sections = entries.sections();
  std::vector<location_entry> found;
  if (in.version >= 5) {
    each_new(reader_at(sections.location_lists, list_offset(list, sections.location_lists, in.location_lists_base)),
             entries, in, true, [&](byte_reader& reader, std::optional<address_range> range) {
               found.push_back(
                   {.holds = range, .expression = reader.take(static_cast<std::size_t>(reader.unsigned_leb(64)))});
             });
  } else {
    each_old(reader_at(sections.locations, list.number), in, [&](byte_reader& reader, address_range range) {
      found.push_back({.holds = range, .expression = reader.take(static_cast<std::size_t>(reader.fixed(2)))});
    });
  }
  return found;
}

}  // namespace pagewise
