#pragma once

#include <optional>

#include "explain/json.h"
#include "explain/recorded_run.h"

namespace pagewise {

/// `{"path", "line", "column"}`, or null.
inline void write_place(json& out, const std::optional<source_place>& place) {
  if (!place) {
    out.null();
    return;
  }
  out.begin_object().key("path").text(place->path).key("line").number(place->line);
  out.key("column").number(place->column).end_object();
}

/// `{"step", "place", "function", "note"}`: where a step stands, in C++, in code without lines, or in JavaScript.
inline void write_step(json& out, const recorded_run& run, step_number step) {
  out.begin_object().key("step").number(step).key("place");
  write_place(out, run.place_of(step));
  const auto function = run.function_without_lines_of(step);
  out.key("function").or_null(function, [&](const std::string& name) { out.text(name); });
  out.key("note");
  if (const auto note = run.note_of(step)) {
    out.begin_array().number(static_cast<std::uint32_t>(note->kind)).number(note->line).number(note->what).end_array();
  } else {
    out.null();
  }
  out.end_object();
}

}  // namespace pagewise
