#include "explain/value_json.h"

#include <algorithm>

namespace pagewise {
namespace {

std::string_view role_name(shown_variable::role role) {
  switch (role) {
    case shown_variable::role::parameter: return "parameter";
    case shown_variable::role::local: return "local";
    case shown_variable::role::global: return "global";
    default: return "constant";
  }
}

}  // namespace

void value_json::write(const shown_variable& variable) {
  out_.begin_object().key("role").text(role_name(variable.what)).key("line").number(variable.line);
  out_.key("changed").boolean(is_changed(variable.value)).key("value");
  // An array of variable length lies below what the compiler laid out.
  const std::uint64_t laid_out = frame_start_;
  const shown_value& shown = variable.value;
  if (frame_end_ != 0 && shown.size == 0 && !shown.parts.empty() && shown.address && !shown.points_to)
    frame_start_ = std::min(frame_start_, *shown.address);
  value(shown);
  frame_start_ = laid_out;
  out_.end_object();
}

bool value_json::is_changed(const shown_value& shown) const {
  if (!shown.address) return false;
  const std::uint64_t start = *shown.address, end = start + std::max<std::uint32_t>(shown.size, 1);
  return std::ranges::any_of(changes_, [&](const changed_bytes& change) {
    return change.address < end && start < std::uint64_t{change.address} + change.size;
  });
}

bool value_json::is_unwritten(std::optional<std::uint64_t> address, std::uint32_t size) const {
  if (call_ == call::none || !address || size == 0) return false;
  const std::uint64_t start = *address, end = start + size;
  if (start < frame_start_ || end > frame_end_) return false;
  return !run_.is_written_since(call_, static_cast<std::uint32_t>(start), size);
}

void value_json::value(const shown_value& shown) {
  using enum shown_value::state;
  const bool has_value = !shown.text.empty() || !shown.parts.empty() || shown.is_cut;
  const bool is_unset = shown.what == known && has_value && is_unwritten(shown.address, shown.size);
  // A reference reads as what it refers to.
  const bool refers = shown.what == known && shown.type.ends_with('&');
  const bool unwritten = is_unset || (refers && is_unwritten(shown.points_to, shown.points_to_size));
  out_.begin_object().key("name").text(shown.name).key("type").text(shown.type);
  out_.key("text").text(unwritten ? "" : shown.text);
  const std::string_view state = shown.what == optimised_out ? "optimised-out"
                                 : shown.what == unavailable ? "unavailable"
                                 : unwritten                 ? "uninitialised"
                                                             : "known";
  out_.key("state").text(state);
  out_.key("address").or_null(shown.address, [&](std::uint64_t address) { out_.number(address); });
  out_.key("size").number(shown.size);
  out_.key("pointsTo").or_null(is_unset ? std::nullopt : shown.points_to, [&](std::uint64_t address) { out_.number(address); });
  out_.key("pointsToSize").number(shown.points_to_size);
  out_.key("isRaw").boolean(shown.is_raw).key("isCut").boolean(shown.is_cut);
  out_.key("parts").begin_array();
  if (!unwritten) for (const shown_value& part : shown.parts) value(part);
  out_.end_array().end_object();
}

}  // namespace pagewise
