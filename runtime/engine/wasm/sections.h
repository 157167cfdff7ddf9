#pragma once

#include "wasm/module.h"

namespace pagewise {

// Each reads the contents of one section (core specification, section 5.5) into the module; errors stay in the reader.
void read_types(byte_reader& reader, module& into);
void read_imports(byte_reader& reader, module& into);
void read_functions(byte_reader& reader, module& into);
void read_tables(byte_reader& reader, module& into);
void read_memories(byte_reader& reader, module& into);
void read_tags(byte_reader& reader, module& into);
void read_globals(byte_reader& reader, module& into);
void read_exports(byte_reader& reader, module& into);
void read_start(byte_reader& reader, module& into);
/// Segments are not kept; only what they name is checked.
void read_elements(byte_reader& reader, module& into);
void read_data(byte_reader& reader, module& into);
void read_code(byte_reader& reader, module& into);
/// Names of functions, and which global is the stack pointer (appendix "Custom Sections" of the specification).
void read_names(byte_reader& reader, module& into);

/// Instructions up to the `end` that closes them.
void read_constant_expression(byte_reader& reader, const module& in);

}  // namespace pagewise
