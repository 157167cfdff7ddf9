#include "debug/type_names.h"

#include "debug/source_names.h"

namespace pagewise {
namespace {

constexpr int deepest = 24;  ///< pointers to pointers and the like; damaged information may be cyclic
constexpr std::size_t longest = 2000;  ///< characters of a name
constexpr std::uint32_t most_parts = 400;  ///< types that one name speaks of

constexpr std::uint64_t language_rust = 0x1c;

bool is_scope(std::uint32_t tag) {
  return tag == tag::name_space || tag == tag::structure_type || tag == tag::class_type || tag == tag::union_type ||
         tag == tag::enumeration_type;
}

/// Rust programs name types without their path.
std::string written_name(std::string_view name, const std::string& scope, bool is_rust) {
  return is_rust ? without_paths(simplified_name(name)) : simplified_name(name, simplified_name(scope));
}

}  // namespace

std::string type_names::scope_of(entry_index of) const {
  std::string scope;
  entry_index at = entries_->parent(of);
  for (int i = 0; i < deepest && at != no_entry && is_scope(entries_->tag(at)); ++i, at = entries_->parent(at)) {
    const std::string_view name = entries_->text(at, attribute::name);
    const bool is_namespace = entries_->tag(at) == tag::name_space;
    if (name.empty() || (is_namespace && (is_hidden_namespace(name) || entries_->has(at, attribute::export_symbols))))
      continue;
    scope = std::string(name) + "::" + scope;
  }
  return scope;
}

std::string type_names::of_entity(entry_index entity) const {
  const entry_index origin = entries_->origin(entity);
  if (entries_->tag(origin) != tag::variable) return without_function(entity);
  // A static variable is named after its function.
  entry_index function = entries_->parent(origin);
  for (int i = 0; i < deepest && function != no_entry && entries_->tag(function) == tag::lexical_block; ++i)
    function = entries_->parent(function);
  const bool is_inside = function != no_entry && entries_->tag(function) == tag::subprogram;
  return (is_inside ? without_function(function) + "::" : "") + without_function(entity);
}

std::string type_names::without_function(entry_index entity) const {
  const entry_index origin = entries_->origin(entity);
  std::string_view name = entries_->text(origin, attribute::name);
  if (name.empty()) name = entries_->inherited(entity, attribute::linkage_name).text;
  const std::string whole = scope_of(origin) + std::string(name);
  return whole.empty() ? std::string() : simplified_name(whole);
}

const std::string& type_names::of(entry_index type) {
  if (const auto found = known_.find(type); found != known_.end()) return found->second;
  budget_ = most_parts;
  declarator parts = declare(type, 0);
  std::string name = parts.left + parts.right;
  if (name.size() > longest) name = name.substr(0, longest) + "…";
  return known_.emplace(type, std::move(name)).first->second;
}

type_names::declarator type_names::declare(entry_index entry, int depth) {
  if (depth > deepest || budget_ == 0) return {.left = "…", .right = {}};
  --budget_;
  const type& of = types_->at(entry);
  const bool is_rust = entry != no_entry && entries_->unit_of(of.entry).language == language_rust;
  switch (of.kind) {
    case type_kind::nothing: return {.left = "void", .right = {}};
    case type_kind::pointer: case type_kind::reference: case type_kind::member_pointer:
      if (!of.name.empty()) return {.left = written_name(of.name, {}, is_rust), .right = {}};
      return declare_pointer(of, depth);
    case type_kind::array: {
      declarator element = declare(of.target, depth + 1);
      if (is_rust && of.dimensions.size() == 1) {
        return {.left = "[" + element.left + element.right + "; " + std::to_string(of.dimensions[0].count) + "]",
                .right = {}};
      }
      std::string extents;
      for (const type_dimension& dimension : of.dimensions) {
        extents += "[" +
                   (dimension.counted_by == no_entry && dimension.count > 0 ? std::to_string(dimension.count) : "") +
                   "]";
      }
      return {.left = std::move(element.left), .right = extents + element.right};
    }
    case type_kind::function: {
      declarator result = declare(of.target, depth + 1);
      std::string parameters;
      entries_->each_child(of.entry, [&](entry_index child) {
        const bool is_written = entries_->tag(child) == tag::formal_parameter && !entries_->has(child, attribute::artificial);
        if (!is_written || parameters.size() > longest) return true;
        declarator parameter = declare(entries_->reference(child, attribute::type), depth + 1);
        parameters += (parameters.empty() ? "" : ", ") + parameter.left + parameter.right;
        return true;
      });
      return {.left = result.left + " ", .right = "(" + parameters + ")" + result.right};
    }
    case type_kind::qualified: {
      declarator inner = declare(of.target, depth + 1);
      const type_kind kind = types_->at(of.target).kind;
      const std::uint32_t tag = entries_->tag(of.entry);
      const std::string word = tag == tag::const_type      ? "const"
                               : tag == tag::volatile_type ? "volatile"
                               : tag == tag::restrict_type ? "restrict"
                                                           : "_Atomic";
      if (kind == type_kind::pointer || kind == type_kind::member_pointer)
        return {.left = inner.left + " " + word, .right = inner.right};
      return {.left = word + " " + inner.left, .right = inner.right};
    }
    default: break;
  }
  const std::string scope = scope_of(of.entry);
  // Names that the library gives within its classes, or by computing types, are nothing that people write.
  const bool is_inner = scope.find('<') != std::string::npos || of.name.find('<') != std::string_view::npos;
  if (of.kind == type_kind::alias && scope.starts_with("std::") && is_inner) return declare(of.target, depth + 1);
  if (of.name.empty()) {
    switch (of.kind) {
      case type_kind::union_: return {.left = scope + "union {…}", .right = {}};
      case type_kind::enumeration: return {.left = scope + "enum {…}", .right = {}};
      default: break;
    }
    return {.left = entries_->tag(of.entry) == tag::class_type ? "lambda" : scope + "struct {…}", .right = {}};
  }
  return {.left = written_name(of.name, scope, is_rust), .right = {}};
}

type_names::declarator type_names::declare_pointer(const type& pointer, int depth) {
  declarator target = declare(pointer.target, depth + 1);
  std::string mark = "*";
  if (pointer.kind == type_kind::reference) mark = entries_->tag(pointer.entry) == tag::rvalue_reference ? "&&" : "&";
  if (pointer.kind == type_kind::member_pointer) {
    const declarator of = declare(entries_->reference(pointer.entry, attribute::containing_type), depth + 1);
    mark = of.left + "::*";
    if (!target.right.starts_with('(')) mark.insert(0, " ");
  }
  const bool binds_tighter = target.right.starts_with('[') || target.right.starts_with('(');
  if (!binds_tighter) return {.left = target.left + mark, .right = target.right};
  const std::string space = target.left.ends_with(' ') ? "" : " ";
  return {.left = target.left + space + "(" + mark, .right = ")" + target.right};
}

entry_index type_names::find(std::string_view name) {
  if (!has_all_) {
    has_all_ = true;
    for (entry_index i = 0; i < entries_->size(); ++i) {
      if (type_kind_of(entries_->tag(i)) != type_kind::nothing && types_->at(i).is_complete) by_name_.emplace(of(i), i);
    }
  }
  const auto found = by_name_.find(std::string(name));
  return found != by_name_.end() ? found->second : no_entry;
}

}  // namespace pagewise
