#include "debug/variables.h"

#include <algorithm>
#include <unordered_set>

#include "debug/address_lists.h"
#include "debug/expression.h"
#include "debug/operation.h"

namespace pagewise {
namespace {

using kind = attribute_value::kind;

/// The entry of a location, or of a list of them, that holds at an address. Its expression is empty when none does.
location_entry entry_at(const entry_table& entries, entry_index of, const attribute_value& location,
                        std::uint64_t address) {
  if (location.what == kind::block) return {.holds = std::nullopt, .expression = location.block};
  location_entry otherwise{};
  for (const location_entry& entry : location_list(entries, of, location)) {
    if (!entry.holds) otherwise = entry;
    else if (entry.holds->contains(address)) return entry;
  }
  return otherwise;
}

/// Where the code around an address begins in which a location holds: at the latest where that of its scope does.
std::uint64_t holds_from(const entry_table& entries, entry_index variable, const location_entry& entry,
                         std::uint64_t address) {
  if (entry.holds) return entry.holds->low;
  const entry_index scope = entries.parent(variable);
  if (scope == no_entry) return address;
  for (const address_range& range : code_ranges(entries, scope))
    if (range.contains(address)) return range.low;
  return address;
}

/// Whether a Wasm local that a variable's location reads was written since the location came to hold.
bool is_overwritten(variable_place& place, entry_index variable, const location_entry& entry) {
  std::vector<std::uint32_t> locals;
  add_locals(entry.expression, place.entries.unit_of(variable), locals);
  if (locals.empty()) return false;
  if (!place.writes) place.writes = place.locals.writes_before(place.address);
  const std::uint64_t since = holds_from(place.entries, variable, entry, place.address);
  return std::ranges::any_of(*place.writes, [&](const local_write& write) {
    return write.end > since && std::ranges::find(locals, write.local) != locals.end();
  });
}

/// Whether the place is fixed: an address, and nothing that depends on the frame.
bool is_fixed(bytes expression) {
  return !expression.empty() && (expression[0] == op::addr || expression[0] == op::addrx);
}

/// The address that a fixed place begins with; none when the linker dropped what was there.
std::optional<std::uint64_t> linked_address(const entry_table& entries, const unit& in, byte_reader& reader) {
  const operation first = read_operation(reader, in);
  const std::uint64_t address =
      first.code == op::addr ? first.first : indexed_address(entries.sections(), in, first.first);
  const std::uint64_t top = in.address_size == 4 ? 0xffff'ffff : ~std::uint64_t{0};
  if (!reader.ok() || address == 0 || address >= top - 1) return std::nullopt;
  return address;
}

storage constant(const attribute_value& value, std::uint64_t size) {
  constexpr std::uint64_t largest = 1 << 16;
  if (value.what == kind::block) {
    if (value.block.size() < size) return {};
    return {.what = storage::kind::held, .bytes_held = {value.block.begin(), value.block.end()}};
  }
  if (value.what == kind::text) {
    storage made{.what = storage::kind::held, .bytes_held = {value.text.begin(), value.text.end()}};
    if (size > largest) return {};
    made.bytes_held.resize(static_cast<std::size_t>(size));
    return made;
  }
  if (size > 16) return {};
  storage made = storage::of(value.number, static_cast<std::size_t>(size));
  // A negative number of 16 bytes is written in fewer.
  if (size > 8 && value.width == 0 && static_cast<std::int64_t>(value.number) < 0)
    std::fill(made.bytes_held.begin() + 8, made.bytes_held.end(), std::uint8_t{0xff});
  return made;
}

}  // namespace

located_variable locate(variable_place& place, entry_index variable, std::uint64_t size) {
  const entry_table& entries = place.entries;
  entry_index owner = variable;
  attribute_value location = entries.read(variable, attribute::location);
  if (!location) {
    if (const attribute_value value = entries.inherited(variable, attribute::const_value))
      return {.at = constant(value, size)};
    // A static variable keeps its address in its first description.
    owner = entries.origin(variable);
    location = entries.read(owner, attribute::location);
    if (location.what != kind::block || !is_fixed(location.block)) return {.at = storage::removed()};
  }
  const location_entry entry = entry_at(entries, owner, location, place.address);
  const bytes expression = entry.expression;
  if (expression.empty()) return {.at = storage::removed()};
  if (byte_reader reader(expression);
      is_fixed(expression) && !linked_address(entries, entries.unit_of(owner), reader))
    return {.at = storage::removed(), .is_static = true};
  if (is_overwritten(place, owner, entry)) return {};
  bytes frame_base;
  if (place.function != no_entry) {
    if (const attribute_value base = entries.read(place.function, attribute::frame_base))
      frame_base = entry_at(entries, place.function, base, place.address).expression;
  }
  const expression_context context{.entries = entries,
                                   .in = entries.unit_of(owner),
                                   .frame = place.frame,
                                   .local_types = place.local_types,
                                   .frame_base = frame_base};
  const bool is_single = location.what == kind::block;
  return {.at = evaluate(expression, context, size),
          .is_static = is_fixed(expression),
          .is_in_frame = is_single && !is_fixed(expression)};
}

std::optional<std::uint64_t> static_address(const entry_table& entries, entry_index variable) {
  const attribute_value location = entries.read(variable, attribute::location);
  if (location.what != kind::block || !is_fixed(location.block)) return std::nullopt;
  byte_reader reader(location.block);
  const auto address = linked_address(entries, entries.unit_of(variable), reader);
  return reader.at_end() ? address : std::nullopt;
}

std::vector<entry_index> global_variables(const entry_table& entries) {
  std::vector<entry_index> found;
  std::unordered_set<std::uint64_t> addresses;
  for (entry_index at = 0; at < entries.size(); ++at) {
    if (entries.tag(at) != tag::variable) continue;
    const entry_index parent = entries.parent(at);
    const bool is_outside =
        parent != no_entry && (entries.tag(parent) == tag::compile_unit || entries.tag(parent) == tag::name_space);
    if (const auto address = static_address(entries, at)) {
      if (!addresses.insert(*address).second) continue;
    } else if (!is_outside || entries.has(at, attribute::location) || entries.has(at, attribute::declaration)) {
      continue;
    }
    if (entries.inherited(at, attribute::name).text.empty() || entries.inherited(at, attribute::artificial)) continue;
    found.push_back(at);
  }
  return found;
}

}  // namespace pagewise
