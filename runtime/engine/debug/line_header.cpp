#include "debug/line_header.h"

#include "debug/dwarf_constants.h"
#include "debug/line_table.h"

namespace pagewise {
namespace {

std::string joined(std::string_view folder, std::string_view name) {
  if (folder.empty() || name.starts_with('/')) return std::string(name);
  return std::string(folder) + "/" + std::string(name);
}

void read_version4_files(byte_reader& reader, line_header& into) {
  std::vector<std::string_view> folders{""};
  while (reader.ok() && reader.peek() != 0) folders.push_back(reader.zero_terminated());
  reader.u8();
  into.files.emplace_back();
  while (reader.ok() && reader.peek() != 0) {
    const std::string_view name = reader.zero_terminated();
    const std::uint64_t folder = reader.unsigned_leb(64);
    reader.unsigned_leb(64);
    reader.unsigned_leb(64);
    into.files.push_back(joined(folder < folders.size() ? folders[static_cast<std::size_t>(folder)] : "", name));
  }
  reader.u8();
}

/// One entry of a DWARF 5 list of folders or files: its path and the folder it is in.
struct path_entry {
  std::string_view path;
  std::uint64_t folder = 0;
};

std::vector<path_entry> read_entries(byte_reader& reader, const debug_sections& sections) {
  const unit plain{.start = 0, .entries = 0, .end = 0, .version = 5, .address_size = 4, .abbreviation_offset = 0};
  std::vector<attribute_format> formats(reader.u8());
  for (attribute_format& format : formats) {
    format.attribute = static_cast<std::uint32_t>(reader.unsigned_leb(64));
    format.form = static_cast<std::uint32_t>(reader.unsigned_leb(64));
  }
  std::vector<path_entry> entries;
  const std::uint64_t count = reader.unsigned_leb(64);
  for (std::uint64_t i = 0; i < count && !reader.at_end(); ++i) {
    const std::size_t start = reader.position();
    path_entry entry;
    for (const attribute_format& format : formats) {
      const attribute_value read = read_attribute(reader, sections, plain, format);
      if (format.attribute == line_content::path) entry.path = read.text;
      if (format.attribute == line_content::directory_index) entry.folder = read.number;
    }
    if (reader.position() == start) break;  // entries that take no bytes would never end
    entries.push_back(entry);
  }
  return entries;
}

void read_version5_files(byte_reader& reader, line_header& into, const debug_sections& sections) {
  const auto folders = read_entries(reader, sections);
  for (const path_entry& file : read_entries(reader, sections)) {
    const std::string_view folder =
        file.folder > 0 && file.folder < folders.size() ? folders[static_cast<std::size_t>(file.folder)].path : "";
    into.files.push_back(joined(folder, file.path));
  }
}

}  // namespace

std::optional<line_header> read_line_header(byte_reader& reader, const debug_sections& sections,
                                            std::string_view folder) {
  line_header header;
  const auto version = reader.fixed(2);
  if (version < 2 || version > 5) return std::nullopt;
  if (version == 5) reader.skip(2);  // sizes of an address and of a segment
  const auto header_length = static_cast<std::size_t>(reader.fixed(4));
  const std::size_t program = reader.position() + header_length;
  header.minimum_length = reader.u8();
  if (version >= 4) reader.u8();
  header.default_is_statement = reader.u8() != 0;
  header.line_base = static_cast<std::int8_t>(reader.u8());
  header.line_range = reader.u8();
  header.opcode_base = reader.u8();
  if (header.line_range == 0 || header.opcode_base == 0) return std::nullopt;
  for (int i = 1; i < header.opcode_base; ++i) header.operand_counts.push_back(reader.u8());
  if (version == 5) read_version5_files(reader, header, sections);
  else read_version4_files(reader, header);
  if (!reader.ok() || program < reader.position()) return std::nullopt;
  reader.skip(program - reader.position());
  if (is_library_path(std::string(folder) + "/")) {
    for (std::string& file : header.files) if (!file.empty()) file = joined(folder, file);
  }
  return header;
}

const std::string& file_names::name(entry_index of, std::uint64_t number) {
  static const std::string none;
  const std::uint64_t offset = entries_->unit_of(of).line_offset;
  auto found = by_unit_.find(offset);
  if (found == by_unit_.end()) {
    std::vector<std::string> files;
    const bytes lines = entries_->sections().lines;
    if (offset < lines.size()) {
      byte_reader reader(lines.subspan(static_cast<std::size_t>(offset)));
      reader.skip(4);
      if (auto header = read_line_header(reader, entries_->sections(), entries_->unit_of(of).folder))
        files = std::move(header->files);
    }
    found = by_unit_.emplace(offset, std::move(files)).first;
  }
  return number < found->second.size() ? found->second[static_cast<std::size_t>(number)] : none;
}

}  // namespace pagewise
