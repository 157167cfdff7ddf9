#include "debug/data_symbols.h"

#include <algorithm>

#include "debug/abbreviations.h"

namespace pagewise {
namespace {

namespace tag {
constexpr std::uint32_t array = 0x01, pointer = 0x0f, reference = 0x10, rvalue_reference = 0x42, subrange = 0x21,
                        variable = 0x34;
}
namespace attribute {
constexpr std::uint32_t location = 0x02, name = 0x03, byte_size = 0x0b, upper_bound = 0x2f, count = 0x37,
                        specification = 0x47, type = 0x49;
}

struct value {
  std::uint64_t number = 0;
  std::string_view text{};
  bytes block{};
};

/// An entry as far as sizes and addresses need it. Offsets are in `.debug_info`.
struct entry {
  std::uint32_t tag = 0;
  std::string_view name{};
  std::uint64_t byte_size = 0;
  std::uint64_t elements = 1;  ///< of an array
  std::size_t type = 0;
  std::size_t specification = 0;
  std::uint64_t address = 0;
  bool has_address = false;
};

struct unit {
  std::size_t start;
  std::uint64_t version;
};

class info_reader {
public:
  explicit info_reader(const module& in)
      : info_(contents(in, ".debug_info")), abbrev_(contents(in, ".debug_abbrev")), strings_(contents(in, ".debug_str")),
        line_strings_(contents(in, ".debug_line_str")), string_offsets_(contents(in, ".debug_str_offsets")),
        addresses_(contents(in, ".debug_addr")) {}

  std::vector<data_symbol> run() {
    byte_reader reader(info_);
    while (!reader.at_end()) {
      const std::size_t start = reader.position();
      const auto length = static_cast<std::size_t>(reader.fixed(4));
      const std::size_t body = reader.position();
      reader.skip(length);
      if (!reader.ok()) break;
      byte_reader inside(info_.subspan(0, body + length));
      inside.skip(body);
      read_unit(inside, start);
    }
    return symbols();
  }

private:
  static bytes contents(const module& in, std::string_view name) {
    const section* found = in.find_custom(name);
    return found ? found->contents : bytes{};
  }

  void read_unit(byte_reader& reader, std::size_t start) {
    const unit in{.start = start, .version = reader.fixed(2)};
    std::uint64_t table_at = 0;
    if (in.version == 5) {
      const std::uint8_t kind = reader.u8();
      reader.u8();
      table_at = reader.fixed(4);
      if (kind == 4 || kind == 5) reader.skip(8);
      if (kind == 2 || kind == 6) reader.skip(12);
    } else if (in.version >= 2 && in.version <= 4) {
      table_at = reader.fixed(4);
      reader.u8();
    } else {
      return;
    }
    const abbreviations table = read_abbreviations(abbrev_, static_cast<std::size_t>(table_at));
    std::vector<std::size_t> parents;
    while (!reader.at_end()) {
      const std::size_t offset = reader.position();
      const std::uint64_t code = reader.unsigned_leb(64);
      if (code == 0) {
        if (parents.empty()) return;
        parents.pop_back();
        continue;
      }
      const auto found = table.find(code);
      if (found == table.end()) return;
      entry read{.tag = found->second.tag};
      for (const auto& format : found->second.attributes) take_attribute(reader, in, format, read);
      if (!reader.ok()) return;
      if (read.tag == tag::subrange && !parents.empty()) {
        if (const auto parent = entries_.find(parents.back()); parent != entries_.end()) {
          parent->second.elements *= read.elements;
        }
      }
      entries_.emplace(offset, read);
      if (read.tag == tag::variable && read.has_address) variables_.push_back(offset);
      if (found->second.has_children) parents.push_back(offset);
    }
  }

  void take_attribute(byte_reader& reader, const unit& in, const attribute_format& format, entry& into) {
    const value read = read_form(reader, in, format.form);
    switch (format.attribute) {
      case attribute::name: into.name = read.text; break;
      case attribute::byte_size: into.byte_size = read.number; break;
      case attribute::count: into.elements = read.number; break;
      case attribute::upper_bound: into.elements = read.number + 1; break;
      case attribute::type: into.type = static_cast<std::size_t>(read.number); break;
      case attribute::specification: into.specification = static_cast<std::size_t>(read.number); break;
      case attribute::location: take_location(read.block, into); break;
      default: break;
    }
  }

  /// Only `DW_OP_addr` and `DW_OP_addrx` are fixed addresses.
  void take_location(bytes expression, entry& into) {
    constexpr std::uint8_t op_addr = 0x03, op_addrx = 0xa1;
    byte_reader reader(expression);
    const std::uint8_t op = reader.u8();
    if (op == op_addr && expression.size() == 5) into.address = reader.fixed(4);
    else if (op == op_addrx) into.address = fixed_at(addresses_, 8 + 4 * reader.unsigned_leb(64));
    else return;
    into.has_address = reader.ok() && into.address != 0 && into.address != 0xffffffff;
  }

  value read_form(byte_reader& reader, const unit& in, std::uint32_t form) {
    const auto block = [&](std::uint64_t length) { return value{.block = reader.take(static_cast<std::size_t>(length))}; };
    const auto number = [](std::uint64_t n) { return value{.number = n}; };
    const auto string = [](std::string_view text) { return value{.text = text}; };
    const auto indexed = [&](std::uint64_t index) { return string(text_at(strings_, fixed_at(string_offsets_, 8 + 4 * index))); };
    switch (form) {
      case 0x01: case 0x06: case 0x17: case 0x1c: return number(reader.fixed(4));
      case 0x03: return block(reader.fixed(2));
      case 0x04: return block(reader.fixed(4));
      case 0x05: return number(reader.fixed(2));
      case 0x07: case 0x14: case 0x20: case 0x24: return number(reader.fixed(8));
      case 0x08: return string(reader.zero_terminated());
      case 0x09: case 0x18: return block(reader.unsigned_leb(64));
      case 0x0a: return block(reader.fixed(1));
      case 0x0b: case 0x0c: return number(reader.fixed(1));
      case 0x0d: return number(static_cast<std::uint64_t>(reader.signed_leb(64)));
      case 0x0e: return string(text_at(strings_, reader.fixed(4)));
      case 0x0f: case 0x1b: case 0x22: case 0x23: return number(reader.unsigned_leb(64));
      case 0x10: return number(reader.fixed(4));
      case 0x11: return number(in.start + reader.fixed(1));
      case 0x12: return number(in.start + reader.fixed(2));
      case 0x13: return number(in.start + reader.fixed(4));
      case 0x15: return number(in.start + reader.unsigned_leb(64));
      case 0x16: return read_form(reader, in, static_cast<std::uint32_t>(reader.unsigned_leb(64)));
      case 0x19: case 0x21: return number(1);
      case 0x1a: return indexed(reader.unsigned_leb(64));
      case 0x1e: return block(16);
      case 0x1f: return string(text_at(line_strings_, reader.fixed(4)));
      case 0x25: return indexed(reader.fixed(1));
      case 0x26: return indexed(reader.fixed(2));
      case 0x27: return indexed(reader.fixed(3));
      case 0x28: return indexed(reader.fixed(4));
      case 0x29: return number(reader.fixed(1));
      case 0x2a: return number(reader.fixed(2));
      case 0x2b: return number(reader.fixed(3));
      case 0x2c: return number(reader.fixed(4));
      default: reader.fail("unknown form"); return {};
    }
  }

  static std::string_view text_at(bytes section, std::uint64_t offset) {
    if (offset >= section.size()) return {};
    return byte_reader(section.subspan(static_cast<std::size_t>(offset))).zero_terminated();
  }
  static std::uint64_t fixed_at(bytes section, std::uint64_t offset) {
    if (offset + 4 > section.size()) return 0;
    return byte_reader(section.subspan(static_cast<std::size_t>(offset))).fixed(4);
  }

  /// Follows typedefs and qualifiers to a size; arrays multiply. Depth is bounded: damaged information may be cyclic.
  std::uint64_t size_of(std::size_t type, int depth = 0) const {
    const auto at = entries_.find(type);
    if (at == entries_.end() || depth > 32) return 0;
    const entry& found = at->second;
    if (found.byte_size != 0) return found.byte_size;
    if (found.tag == tag::pointer || found.tag == tag::reference || found.tag == tag::rvalue_reference) return 4;
    if (found.type == 0) return 0;
    return size_of(found.type, depth + 1) * (found.tag == tag::array ? found.elements : 1);
  }

  std::vector<data_symbol> symbols() const {
    std::vector<data_symbol> list;
    for (const std::size_t offset : variables_) {
      const entry& variable = entries_.at(offset);
      entry declared = variable;
      if (const auto at = entries_.find(variable.specification); at != entries_.end()) declared = at->second;
      const std::string_view name = variable.name.empty() ? declared.name : variable.name;
      if (name.empty()) continue;
      const std::uint64_t size = size_of(variable.type != 0 ? variable.type : declared.type);
      list.push_back({.name = std::string(name), .address = static_cast<std::uint32_t>(variable.address),
                      .size = static_cast<std::uint32_t>(size)});
    }
    std::ranges::sort(list, {}, &data_symbol::address);
    return list;
  }

  bytes info_, abbrev_, strings_, line_strings_, string_offsets_, addresses_;
  std::unordered_map<std::size_t, entry> entries_;
  std::vector<std::size_t> variables_;
};

}  // namespace

std::vector<data_symbol> read_data_symbols(const module& in) { return info_reader(in).run(); }

}  // namespace pagewise
