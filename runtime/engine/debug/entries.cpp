#include "debug/entries.h"

#include <algorithm>
#include <optional>

namespace pagewise {
namespace {

constexpr int longest_chain = 8;  ///< of specifications and origins; damaged information may be cyclic

/// Reads a unit's header after its length. None when it is of a version or kind that we do not read.
std::optional<unit> read_header(byte_reader& reader, std::size_t start, std::size_t end) {
  unit header{.start = start,
              .entries = 0,
              .end = end,
              .version = static_cast<std::uint16_t>(reader.fixed(2)),
              .address_size = 4,
              .abbreviation_offset = 0};
  if (header.version == 5) {
    const std::uint8_t kind = reader.u8();
    header.address_size = reader.u8();
    header.abbreviation_offset = static_cast<std::size_t>(reader.fixed(4));
    if (kind == unit_type::skeleton || kind == unit_type::split_compile) reader.skip(8);
    else if (kind == unit_type::type || kind == unit_type::split_type) reader.skip(12);
    else if (kind != unit_type::compile && kind != unit_type::partial) return std::nullopt;
  } else if (header.version >= 2 && header.version <= 4) {
    header.abbreviation_offset = static_cast<std::size_t>(reader.fixed(4));
    header.address_size = reader.u8();
  } else {
    return std::nullopt;
  }
  if (!reader.ok() || (header.address_size != 4 && header.address_size != 8)) return std::nullopt;
  header.entries = reader.position();
  return header;
}

}  // namespace

entry_table::entry_table(const module& in) : sections_(in) {
  byte_reader reader(sections_.info);
  while (!reader.at_end()) {
    const std::size_t start = reader.position();
    const auto length = static_cast<std::size_t>(reader.fixed(4));
    const std::size_t body = reader.position();
    reader.skip(length);
    if (!reader.ok()) break;
    byte_reader inside(sections_.info.subspan(0, body + length));
    inside.skip(body);
    if (const auto header = read_header(inside, start, body + length)) {
      units_.push_back(
          {.header = *header, .formats = abbreviations(sections_.abbreviations, header->abbreviation_offset)});
    }
  }
  entries_.reserve(sections_.info.size() / 16);
  for (std::uint32_t i = 0; i < units_.size(); ++i) read_entries(i);
}

void entry_table::read_entries(std::uint32_t unit_index) {
  read_unit& in = units_[unit_index];
  const std::vector<abbreviation>& formats = in.formats.all();
  std::vector<int> sizes;  // of the attributes of each abbreviation, or -1
  for (const abbreviation& format : formats) {
    int total = 0;
    for (const attribute_format& one : format.attributes) {
      const int size = fixed_size(one.form, in.header);
      total = size < 0 || total < 0 ? -1 : total + size;
    }
    sizes.push_back(total);
  }
  byte_reader reader(sections_.info.subspan(0, in.header.end));
  reader.skip(in.header.entries);
  std::vector<entry_index> open;
  const entry_index first = size();
  while (!reader.at_end()) {
    const std::size_t offset = reader.position();
    const std::uint64_t code = reader.unsigned_leb(64);
    if (code == 0) {
      if (open.empty()) break;
      entries_[open.back()].end = size();
      open.pop_back();
      if (open.empty()) break;
      continue;
    }
    const abbreviation* format = in.formats.find(code);
    if (!format) break;
    if (const int known = sizes[static_cast<std::size_t>(format - formats.data())]; known >= 0) {
      reader.skip(static_cast<std::size_t>(known));
    } else {
      for (const attribute_format& one : format->attributes) skip_attribute(reader, in.header, one);
    }
    if (!reader.ok()) break;
    const entry_index index = size();
    entries_.push_back({.offset = static_cast<std::uint32_t>(offset), .unit = unit_index,
                        .parent = open.empty() ? no_entry : open.back(), .end = index + 1, .format = format});
    if (format->has_children) open.push_back(index);
    else if (open.empty()) break;
  }
  for (const entry_index left : open) entries_[left].end = size();
  if (first == size()) return;
  take_bases(in.header, first);
  folders_.emplace(in.header.line_offset, in.header.folder);
}

void entry_table::take_bases(unit& of, entry_index root) const {
  const auto take = [&](std::uint32_t attribute, std::uint64_t& into) {
    if (const attribute_value found = read(root, attribute)) into = found.number;
  };
  take(attribute::language, of.language);
  take(attribute::string_offsets_base, of.string_offsets_base);
  take(attribute::address_base, of.address_base);
  take(attribute::range_lists_base, of.range_lists_base);
  take(attribute::location_lists_base, of.location_lists_base);
  take(attribute::stmt_list, of.line_offset);
  of.folder = text(root, attribute::compilation_folder);
  take(attribute::low_pc, of.low_pc);  // may be an index: after the base of addresses
}

std::string_view entry_table::folder_of_lines(std::uint64_t line_offset) const {
  const auto found = folders_.find(line_offset);
  return found != folders_.end() ? found->second : std::string_view{};
}

entry_index entry_table::find(std::uint64_t offset) const {
  const auto at = std::ranges::lower_bound(entries_, offset, {}, &entry::offset);
  return at != entries_.end() && at->offset == offset ? static_cast<entry_index>(at - entries_.begin()) : no_entry;
}

attribute_value entry_table::read(entry_index at, std::uint32_t attribute) const {
  const entry& of = entries_[at];
  const unit& in = units_[of.unit].header;
  if (!has(at, attribute)) return {};
  byte_reader reader(sections_.info.subspan(0, in.end));
  reader.skip(of.offset);
  reader.unsigned_leb(64);
  for (const attribute_format& format : of.format->attributes) {
    if (format.attribute == attribute) return read_attribute(reader, sections_, in, format);
    skip_attribute(reader, in, format);
  }
  return {};
}

bool entry_table::has(entry_index at, std::uint32_t attribute) const {
  return std::ranges::any_of(entries_[at].format->attributes,
                             [&](const attribute_format& format) { return format.attribute == attribute; });
}

entry_index entry_table::reference(entry_index at, std::uint32_t attribute) const {
  const attribute_value found = read(at, attribute);
  return found.what == attribute_value::kind::reference ? find(found.number) : no_entry;
}

entry_index entry_table::described_by(entry_index at) const {
  const entry_index origin = reference(at, attribute::abstract_origin);
  return origin != no_entry ? origin : reference(at, attribute::specification);
}

entry_index entry_table::origin(entry_index at) const {
  for (int i = 0; i < longest_chain; ++i) {
    const entry_index before = described_by(at);
    if (before == no_entry) break;
    at = before;
  }
  return at;
}

attribute_value entry_table::inherited(entry_index at, std::uint32_t attribute) const {
  for (int i = 0; i < longest_chain && at != no_entry; ++i, at = described_by(at)) {
    if (const attribute_value found = read(at, attribute)) return found;
  }
  return {};
}

entry_index entry_table::inherited_reference(entry_index at, std::uint32_t attribute) const {
  const attribute_value found = inherited(at, attribute);
  return found.what == attribute_value::kind::reference ? find(found.number) : no_entry;
}

}  // namespace pagewise
