#include "debug/debug_info.h"

#include <algorithm>

#include "debug/address_lists.h"
#include "debug/expression.h"
#include "debug/function_table.h"
#include "debug/line_header.h"
#include "debug/line_table.h"
#include "debug/operation.h"
#include "debug/scopes.h"
#include "debug/type_names.h"
#include "debug/value_reader.h"
#include "debug/variables.h"
#include "debug/wasm_locals.h"

namespace pagewise {

struct debug_info::state {
  explicit state(const module& in)
      : entries(in),
        types(entries),
        names(entries, types),
        scopes(entries),
        locals(in),
        table(in),
        function_names(in.function_names),
        lines(read_line_table(in, entries)),
        files(entries) {}

  entry_table entries;
  type_table types;
  type_names names;
  scope_table scopes;
  wasm_locals locals;
  function_table table;
  std::vector<std::string_view> function_names;
  line_table lines;
  file_names files;

  /// Whether the compiler optimised a function: it says so, inlined calls into it, or moved a variable of it about.
  [[nodiscard]] bool is_optimised(entry_index function) const {
    if (entries.has(function, attribute::all_calls) || entries.has(function, attribute::gnu_all_calls)) return true;
    for (entry_index at = function; at < entries.end(function); ++at) {
      if (entries.tag(at) == tag::inlined_subroutine) return true;
      const attribute_value location = entries.read(at, attribute::location);
      if (location && location.what != attribute_value::kind::block) return true;
    }
    return false;
  }

  /// Whether the code at an address, of function `number` of those that it is in, comes from a variable's line or one above.
  [[nodiscard]] bool is_up_to(std::span<const entry_index> frames, std::uint32_t number, code_address at,
                              entry_index variable) {
    const std::uint64_t declared = entries.inherited(variable, attribute::decl_line).number;
    const std::string& file = files.name(variable, entries.inherited(variable, attribute::decl_file).number);
    if (number > 0) {
      const entry_index call = frames[number - 1];
      return entries.number(call, attribute::call_line) <= declared &&
             files.name(call, entries.number(call, attribute::call_file)) == file;
    }
    const line_row* row = lines.find(at);
    return row && row->line <= declared && lines.files[row->file] == file;
  }

  /// The function that a pointer means; empty when it is not known.
  [[nodiscard]] std::string function_of(std::uint64_t pointer) const {
    const std::optional<table_function> found = table.at(pointer);
    if (!found) return {};
    const entry_index entry = found->starts ? scopes.function_at(*found->starts) : no_entry;
    if (entry != no_entry) return names.of_entity(entry);
    return found->index < function_names.size() ? std::string(function_names[found->index]) : std::string();
  }

  [[nodiscard]] value_reader reader(const frame_view& frame, const value_limits& limits,
                                    value_reader::counter count_of = {}) {
    return value_reader(object_reader(entries, types, frame), names, limits,
                        [this](std::uint64_t pointer) { return function_of(pointer); }, std::move(count_of));
  }
};

debug_info::debug_info(const module& in) : state_(std::make_unique<state>(in)) {}
debug_info::~debug_info() = default;
debug_info::debug_info(debug_info&&) noexcept = default;
debug_info& debug_info::operator=(debug_info&&) noexcept = default;

bool debug_info::covers(code_address at) const { return state_->scopes.function_at(at) != no_entry; }

std::vector<source_frame> debug_info::functions_at(code_address at) const {
  state& my = *state_;
  std::vector<source_frame> frames;
  for (const entry_index frame : my.scopes.frames_at(at)) {
    source_frame made{.name = my.names.of_entity(frame),
                      .is_inlined = my.entries.tag(frame) == tag::inlined_subroutine};
    if (made.is_inlined) {
      made.call_path = my.files.name(frame, my.entries.number(frame, attribute::call_file));
      made.call_line = static_cast<std::uint32_t>(my.entries.number(frame, attribute::call_line));
      made.call_column = static_cast<std::uint32_t>(my.entries.number(frame, attribute::call_column));
    }
    frames.push_back(std::move(made));
  }
  return frames;
}

std::optional<code_address> debug_info::prologue_end(code_address at) const {
  const address_range range = state_->scopes.range_at(at);
  auto row = std::ranges::lower_bound(state_->lines.rows, range.low, {}, &line_row::address);
  for (; row != state_->lines.rows.end() && range.contains(row->address); ++row) {
    if (row->prologue_end) return row->address;
  }
  return std::nullopt;
}

std::optional<std::uint64_t> debug_info::frame_base(code_address at, const frame_view& frame) const {
  constexpr std::uint8_t start_of_frame[] = {op::fbreg, 0};
  const state& my = *state_;
  const entry_index function = my.scopes.function_at(at);
  if (function == no_entry) return std::nullopt;
  const attribute_value base = my.entries.read(function, attribute::frame_base);
  if (base.what != attribute_value::kind::block) return std::nullopt;
  const std::vector<std::uint8_t> local_types = my.locals.types_at(at);
  const expression_context context{.entries = my.entries, .in = my.entries.unit_of(function), .frame = frame,
                                   .local_types = local_types, .frame_base = base.block};
  const storage found = evaluate(start_of_frame, context, 1);
  if (found.what != storage::kind::memory) return std::nullopt;
  return found.address;
}

bool debug_info::is_variable(code_address function_start, std::uint64_t offset) const {
  state& my = *state_;
  const entry_index function = my.scopes.function_at(function_start);
  if (function == no_entry) return true;
  for (entry_index at = function; at < my.entries.end(function); ++at) {
    const attribute_value location = my.entries.read(at, attribute::location);
    if (location.what != attribute_value::kind::block) continue;
    byte_reader reader(location.block);
    const operation place = read_operation(reader, my.entries.unit_of(at));
    const bool is_in_frame = reader.at_end() && place.code == op::fbreg && place.first <= offset;
    if (is_in_frame && offset - place.first < my.types.size_of(my.entries.inherited_reference(at, attribute::type)))
      return true;
  }
  return false;
}

std::vector<std::uint32_t> debug_info::locals_needed(code_address function_start) const {
  const state& my = *state_;
  std::vector<std::uint32_t> needed;
  const entry_index function = my.scopes.function_at(function_start);
  if (function == no_entry) return needed;
  for (entry_index at = function; at < my.entries.end(function); ++at) {
    for (const std::uint32_t attribute : {attribute::location, attribute::frame_base}) {
      const attribute_value location = my.entries.read(at, attribute);
      if (location.what == attribute_value::kind::block) add_locals(location.block, my.entries.unit_of(at), needed);
      else if (location)
        for (const location_entry& entry : location_list(my.entries, at, location))
          add_locals(entry.expression, my.entries.unit_of(at), needed);
    }
  }
  std::ranges::sort(needed);
  return needed;
}

std::vector<shown_variable> debug_info::variables(code_address at, std::uint32_t function, const frame_view& frame,
                                                  const value_limits& limits) const {
  state& my = *state_;
  const std::vector<entry_index> frames = my.scopes.frames_at(at);
  std::vector<shown_variable> shown;
  if (function >= frames.size()) return shown;
  variable_place place{
      .entries = my.entries, .frame = frame, .function = frames.back(), .address = at, .locals = my.locals};
  const std::optional<code_address> end = prologue_end(at);
  const bool is_inlined = function + 1 < frames.size();
  for (const scoped_variable& one : my.scopes.variables(frames[function], at)) {
    const bool is_parameter = my.entries.tag(one.entry) == tag::formal_parameter;
    std::string name(my.entries.inherited(one.entry, attribute::name).text);
    // The compiler's own have names of its own; those of the members of a union without a name are the program's.
    const bool is_hidden = name.starts_with("__") && my.entries.inherited(one.entry, attribute::artificial);
    if (name.empty() || (is_hidden && !is_parameter)) continue;
    const entry_index type = my.entries.inherited_reference(one.entry, attribute::type);
    located_variable located = locate(place, one.entry, my.types.size_of(type));
    // Until its declaration has run, an optimised function may keep another variable in its bytes.
    const bool is_in_frame = !is_parameter && located.is_in_frame && located.at.what == storage::kind::memory;
    if (is_in_frame && my.is_up_to(frames, function, at, one.entry) && my.is_optimised(frames.back())) located.at = {};
    value_reader reader = my.reader(frame, limits, [&](entry_index counted_by) {
      const object count{.type = my.entries.inherited_reference(counted_by, attribute::type), .at = {}};
      return object_reader(my.entries, my.types, frame)
          .number({.type = count.type, .at = locate(place, counted_by, my.types.size_of(count.type)).at});
    });
    shown.push_back({.what = is_parameter        ? shown_variable::role::parameter
                             : located.is_static ? shown_variable::role::global
                                                 : shown_variable::role::local,
                     .in_prologue = end && at < *end && !is_inlined && located.is_in_frame,
                     .line = static_cast<std::uint32_t>(my.entries.inherited(one.entry, attribute::decl_line).number),
                     .scope = one.depth,
                     .value = reader.read(std::move(name), {.type = type, .at = located.at})});
  }
  return shown;
}

std::vector<shown_variable> debug_info::globals(const frame_view& memory, const value_limits& limits) const {
  state& my = *state_;
  std::vector<shown_variable> shown;
  for (const entry_index variable : global_variables(my.entries)) {
    const std::string& file = my.files.name(variable, my.entries.inherited(variable, attribute::decl_file).number);
    if (file.empty() || is_library_path(file)) continue;
    const entry_index type = my.entries.inherited_reference(variable, attribute::type);
    variable_place place{
        .entries = my.entries, .frame = memory, .function = no_entry, .address = 0, .locals = my.locals};
    const located_variable located = locate(place, variable, my.types.size_of(type));
    value_reader reader = my.reader(memory, limits);
    shown.push_back({.what = located.is_static ? shown_variable::role::global : shown_variable::role::constant,
                     .in_prologue = false,
                     .line = static_cast<std::uint32_t>(my.entries.inherited(variable, attribute::decl_line).number),
                     .scope = 0,
                     .value = reader.read(my.names.of_entity(variable), {.type = type, .at = located.at})});
  }
  return shown;
}

std::optional<shown_value> debug_info::value_at(std::string_view type, std::uint64_t address, const frame_view& memory,
                                                const value_limits& limits) const {
  state& my = *state_;
  const entry_index found = my.names.find(type);
  if (found == no_entry) return std::nullopt;
  value_reader reader = my.reader(memory, limits);
  return reader.read({}, {.type = found, .at = storage::in_memory(address)});
}

std::uint64_t debug_info::size_of(std::string_view type) const {
  const entry_index found = state_->names.find(type);
  return found == no_entry ? 0 : state_->types.size_of(found);
}

}  // namespace pagewise
