#include <algorithm>

#include "explain/json.h"
#include "explain/overview.h"
#include "explain/place_json.h"
#include "text/function_text.h"

namespace pagewise {

std::string code_json(const recorded_run& run, std::uint32_t call_number) {
  const trace& log = run.log();
  const module& program = run.program();
  const section* code = program.find(section_id::code);
  if (call_number >= log.calls() || !code) return "null";
  const std::uint32_t function = log.call_numbered(call_number).function;
  if (function < program.imported_functions) return "null";
  const std::vector<instruction_line> lines = function_text(program, function);
  const std::optional<std::uint32_t> site = log.site_of(call_number);
  const std::size_t at = site ? code->offset + run.site(*site).address : 0;

  json out;
  out.begin_object().key("name").text(run.name_of(function)).key("current");
  const auto current = std::ranges::lower_bound(lines, at, {}, &instruction_line::offset);
  if (site && current != lines.end()) out.number(static_cast<std::uint64_t>(current - lines.begin()));
  else out.null();
  out.key("lines").begin_array();
  for (const instruction_line& line : lines) {
    out.begin_array().number(line.offset).number(line.indent).text(line.text);
    write_place(out, run.place_of_code(static_cast<std::uint32_t>(line.offset - code->offset)));
    out.end_array();
  }
  out.end_array().key("locals").begin_array();
  const traced_frame frame(log, call_number);
  const auto value = [&](std::string name, std::optional<std::uint64_t> known) {
    if (known) out.begin_object().key("name").text(name).key("value").text(std::to_string(*known)).end_object();
  };
  const auto offset = program.bodies[function - program.imported_functions].offset - code->offset;
  for (const std::uint32_t local : run.debug().locals_needed(static_cast<code_address>(offset))) {
    value("local " + std::to_string(local), frame.local(local));
  }
  for (std::uint32_t global = 0; global < program.globals.size(); ++global) {
    const bool is_stack_pointer = program.stack_pointer == global;
    value(is_stack_pointer ? "__stack_pointer" : "global " + std::to_string(global), log.global(global));
  }
  return out.end_array().end_object().release();
}

}  // namespace pagewise
