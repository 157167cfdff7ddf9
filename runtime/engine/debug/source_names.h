#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pagewise {

/// A name of a template taken apart: `vector<int, std::allocator<int> >` has the head `vector` and two arguments.
struct template_name {
  std::string_view head;
  std::vector<std::string_view> arguments;
  std::string_view rest;  ///< what follows the arguments: `::iterator`
};

/// Splits at the first `<` that opens arguments. Without one, everything is the head.
template_name split_template(std::string_view name);

/// Whether a namespace is one that libraries hide in their names: `__2` of libc++, `__cxx11` of libstdc++.
bool is_hidden_namespace(std::string_view name);

/// A name as debug information has it, in the way that people write it: `std::vector<int>` for
/// `std::__2::vector<int, std::__2::allocator<int> >`, `std::string` for what that stands for, `Vec<i32>` for
/// `Vec<i32, alloc::alloc::Global>`. `scope` is the namespace it stands in, where the name itself does not say.
std::string simplified_name(std::string_view name, std::string_view scope = {});

/// A name of Rust without the paths of modules and crates in it: `Vec<String>` for
/// `alloc::vec::Vec<alloc::string::String>`.
std::string without_paths(std::string_view name);

}  // namespace pagewise
