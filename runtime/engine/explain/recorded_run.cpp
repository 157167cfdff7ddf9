#include "explain/recorded_run.h"

#include <algorithm>

namespace pagewise {

recorded_run::recorded_run(const module& program, const line_table& lines, const std::vector<line_site>& sites, trace& log,
                           other_memories* others)
    : program_(program), lines_(lines), sites_(sites), log_(log), others_(others), debug_(program) {}

std::optional<source_place> recorded_run::place_of_site(std::uint32_t site) const {
  if (site >= sites_.size() || sites_[site].line == 0) return std::nullopt;
  const line_site& found = sites_[site];
  return source_place{.path = lines_.files[found.file], .line = found.line, .column = found.column};
}

std::optional<source_place> recorded_run::place_of(step_number step) const {
  if (step >= log_.steps()) return std::nullopt;
  const record found = log_.at(log_.position_of(step));
  if (found.kind() != record_kind::line) return std::nullopt;
  return place_of_site(found.payload());
}

std::optional<source_place> recorded_run::place_at(log_position position) const {
  const auto found = log_.step_at(position);
  if (!found) return std::nullopt;
  const std::uint32_t begun = log_.depth_at(*found);
  std::uint32_t depth = begun, lowest = begun;
  log_.each_record(log_.position_of(*found), position, [&](const record& each) {
    if (each.kind() == record_kind::enter) ++depth;
    if (each.kind() == record_kind::exit && depth > 0) --depth;
    if (each.kind() == record_kind::unwind) depth = std::min(depth, each.payload());
    lowest = std::min(lowest, depth);
  });
  if (lowest == begun) return place_of(*found);
  const step_number here = log_.step();
  log_.seek(*found);
  const std::span<const std::uint32_t> stack = log_.stack();
  std::optional<std::uint32_t> site;
  for (std::uint32_t i = std::min<std::uint32_t>(lowest, static_cast<std::uint32_t>(stack.size())); i > 0 && !site; --i) {
    site = log_.site_of(stack[i - 1]);
  }
  log_.seek(here);
  return site ? place_of_site(*site) : std::nullopt;
}

std::optional<step_note> recorded_run::note_of(step_number step) const {
  if (step >= log_.steps()) return std::nullopt;
  const record found = log_.at(log_.position_of(step));
  if (found.kind() != record_kind::note) return std::nullopt;
  return step_note{.kind = static_cast<note_kind>(found.payload()), .line = found.words[1], .what = found.words[2]};
}

std::optional<std::string> recorded_run::function_without_lines_of(step_number step) const {
  if (step >= log_.steps()) return std::nullopt;
  const record found = log_.at(log_.position_of(step));
  if (found.kind() != record_kind::line || found.payload() >= sites_.size()) return std::nullopt;
  const line_site& site = sites_[found.payload()];
  if (site.line != 0) return std::nullopt;
  return name_of(site.function);
}

std::optional<source_place> recorded_run::place_of_code(code_address at) const {
  const line_row* row = lines_.find(at);
  if (!row) return std::nullopt;
  return source_place{.path = lines_.files[row->file], .line = row->line, .column = row->column};
}

std::vector<bool> recorded_run::sites_of(std::string_view path, std::uint32_t line) const {
  const auto is_same_file = [&](std::string_view file) {
    if (!file.ends_with(path)) return false;
    return file.size() == path.size() || file[file.size() - path.size() - 1] == '/';
  };
  std::vector<bool> chosen(sites_.size());
  for (std::size_t i = 0; i < sites_.size(); ++i) {
    chosen[i] = sites_[i].line == line && line != 0 && is_same_file(lines_.files[sites_[i].file]);
  }
  return chosen;
}

code_address recorded_run::address_in(std::uint32_t call_number) const {
  if (const auto site = log_.site_of(call_number); site && *site < sites_.size()) return sites_[*site].address;
  return start_of(log_.call_numbered(call_number).function);
}

code_address recorded_run::start_of(std::uint32_t function) const {
  const section* code = program_.find(section_id::code);
  if (function < program_.imported_functions || !code) return 0;
  const function_body& body = program_.bodies[function - program_.imported_functions];
  return static_cast<code_address>(body.offset - code->offset);
}

std::string recorded_run::name_of(std::uint32_t function) const {
  if (function < program_.function_names.size() && !program_.function_names[function].empty()) {
    return std::string(program_.function_names[function]);
  }
  for (const auto& [name, index] : program_.exported_functions) if (index == function) return std::string(name);
  return "function " + std::to_string(function);
}

bool recorded_run::is_written_since(std::uint32_t call_number, std::uint32_t start, std::uint32_t size) {
  if (log_.call_numbered(call_number).entered < opening_) return true;
  if (searched_ != log_.size()) first_writes_.clear();
  searched_ = log_.size();
  const written_bytes key{call_number, start, size};
  auto known = first_writes_.find(key);
  if (known == first_writes_.end()) {
    constexpr std::size_t most = 200'000;
    if (first_writes_.size() > most) first_writes_.clear();
    const auto first = log_.next_write(start, std::uint64_t{start} + size, log_.call_numbered(call_number).entered);
    known = first_writes_.emplace(key, first.value_or(never)).first;
  }
  return known->second < log_.position_of(log_.step());
}

void recorded_run::set_regions(const memory_regions& regions) {
  if (regions != regions_) checked_.reset();
  regions_ = regions;
}

std::span<const finding> recorded_run::findings() const {
  if (checks_ && checked_ != log_.size()) {
    findings_ = find_mistakes(log_, {.what = program_, .sites = sites_, .regions = regions_,
                                     .is_optimised = is_optimised(), .opening = opening_,
                                     .is_variable = [this](std::uint32_t function, std::uint32_t offset) {
                                       return debug_.is_variable(start_of(function), offset);
                                     }});
    checked_ = log_.size();
  }
  return findings_;
}

/// Without optimisation clang inlines nothing.
bool recorded_run::is_optimised() const {
  return std::ranges::any_of(sites_, [this](const line_site& site) {
    return site.line != 0 && debug_.functions_at(site.address).size() > 1;
  });
}

}  // namespace pagewise
