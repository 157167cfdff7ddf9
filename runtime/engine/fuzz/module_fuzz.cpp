// Any bytes: a module is read or refused, its functions have a text, and in every mode it is rewritten or refused. What
// was written can be read again.

#include "debug/line_table.h"
#include "rewrite/rewrite.h"
#include "target.h"
#include "text/function_text.h"
#include "wasm/instruction.h"
#include "wasm/module.h"

namespace {

using namespace pagewise;

void check_refusal(const malformed& why, std::size_t size) {
  must_hold(why.reason != nullptr, "a refusal has a reason");
  must_hold(why.offset <= size, "a refusal has an offset in the file");
}

void check_body(const function_body& body) {
  byte_reader reader(body.contents, body.offset);
  read_locals(reader);
  while (!reader.at_end()) read_instruction(reader);
  must_hold(reader.ok(), "the code that was written is read to its end");
}

void check_text(const module& in, std::size_t size) {
  constexpr std::size_t most = 1000;
  for (std::uint32_t function = 0; function < in.functions.size(); ++function) {
    must_hold(!function_heading(in, function).empty(), "a function has a heading");
    for (const instruction_line& line : function_text(in, function, most)) {
      must_hold(!line.text.empty(), "an instruction that was read has a name");
      must_hold(line.offset < size, "an instruction lies in the file");
    }
  }
}

void check_rewritten(const rewritten_module& written, std::size_t size_before) {
  const auto again = read_module(written.file);
  must_hold(again.has_value(), "the module that was written can be read");
  for (const function_body& body : again->bodies) check_body(body);
  std::uint32_t before = 0;
  for (const code_origin& origin : written.origins) {
    must_hold(before <= origin.rewritten && origin.rewritten <= written.file.size(), "origins are in order");
    must_hold(origin.original == ~std::uint32_t{0} || origin.original <= size_before, "origins lie in the file");
    before = origin.rewritten;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto read = read_module({data, size});
  if (!read) {
    check_refusal(read.error(), size);
    return 0;
  }
  check_text(*read, size);
  const line_table lines = read_line_table(*read);
  for (const recording how : {recording::none, recording::second_memory, recording::instance}) {
    const auto written = rewrite(*read, {.how = how, .loads = size % 2 == 0, .lines = &lines});
    if (written) check_rewritten(*written, size);
    else check_refusal(written.error(), size);
  }
  return 0;
}
