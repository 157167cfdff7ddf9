#include "debug/data_symbols.h"

#include <algorithm>

#include "debug/types.h"
#include "debug/variables.h"

namespace pagewise {

std::vector<data_symbol> read_data_symbols(const module& in) {
  const entry_table entries(in);
  type_table types(entries);
  std::vector<data_symbol> symbols;
  for (entry_index at = 0; at < entries.size(); ++at) {
    if (entries.tag(at) != tag::variable) continue;
    const auto address = static_address(entries, at);
    const std::string_view name = address ? entries.inherited(at, attribute::name).text : std::string_view{};
    if (name.empty()) continue;
    const std::uint64_t size = types.size_of(entries.inherited_reference(at, attribute::type));
    symbols.push_back({.name = std::string(name),
                       .address = static_cast<std::uint32_t>(*address),
                       .size = static_cast<std::uint32_t>(size)});
  }
  std::ranges::sort(symbols, {}, &data_symbol::address);
  return symbols;
}

}  // namespace pagewise
