#pragma once

#include <cstdint>
#include <expected>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "wasm/byte_reader.h"
#include "wasm/types.h"

namespace pagewise {

/// Why bytes are not a module that we can read, and where (offset in the file).
struct malformed {
  std::size_t offset;
  const char* reason;
};

namespace section_id {
inline constexpr std::uint8_t custom = 0, type = 1, import = 2, function = 3, table = 4, memory = 5, global = 6,
                              export_ = 7, start = 8, element = 9, code = 10, data = 11, data_count = 12, tag = 13;
}

/// What an import or an export is (core specification, section 5.5.5).
namespace external_kind {
inline constexpr std::uint8_t function = 0, table = 1, memory = 2, global = 3, tag = 4;
}

struct section {
  std::uint8_t id;
  std::string_view name;  ///< of a custom section
  std::size_t offset;     ///< of `contents` in the file
  bytes contents;         ///< after the section's size, and after the name of a custom section
};

struct memory_type : limits {
  bool is_imported = false;
};

struct function_body {
  std::size_t offset;  ///< of `contents` in the file
  bytes contents;      ///< declarations of locals, then code
};

/// A module taken apart as far as the rewriter needs; everything borrows the file's bytes.
struct module {
  bytes file{};
  std::vector<section> sections{};
  std::vector<function_type> types{};
  std::vector<std::uint32_t> functions{};  ///< type of each function, imported ones first
  std::uint32_t imported_functions = 0;
  std::uint32_t tables = 0;                ///< how many, imported ones among them
  std::vector<memory_type> memories{};     ///< imported ones first
  std::uint32_t imported_memories = 0;
  std::vector<std::uint32_t> tags{};       ///< type of each tag, imported ones first
  std::vector<global_type> globals{};      ///< imported ones first
  std::uint32_t imported_globals = 0;
  std::optional<std::uint32_t> start{};    ///< the function that runs at instantiation
  std::vector<function_body> bodies{};
  std::map<std::string_view, std::uint32_t> exported_functions{};
  std::map<std::string_view, std::uint32_t> exported_memories{};
  std::map<std::string_view, std::uint32_t> exported_globals{};
  std::set<std::string_view> other_exports{};      ///< names of exported tables and tags
  std::vector<std::string_view> function_names{};  ///< from the name section; may be shorter than `functions`
  std::optional<std::uint32_t> stack_pointer{};    ///< index of the global `__stack_pointer`, if it is an i32

  [[nodiscard]] const section* find(std::uint8_t id) const;
  [[nodiscard]] const section* find_custom(std::string_view name) const;
  /// Whether anything is exported under a name.
  [[nodiscard]] bool exports(std::string_view name) const;
};

/// Reads what the struct holds. Refuses what is not well-formed there, and indices of what does not exist; the rest,
/// such as types of operands, is left to the validation of the host.
std::expected<module, malformed> read_module(bytes file);

}  // namespace pagewise
