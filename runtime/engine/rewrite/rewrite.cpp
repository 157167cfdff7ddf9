#include "rewrite/rewrite.h"

#include <algorithm>
#include <optional>
#include <string>

#include "record/log_memory.h"
#include "rewrite/allocator_wrapper.h"
#include "rewrite/body.h"
#include "rewrite/branch_hints.h"
#include "rewrite/code_section.h"
#include "rewrite/section_writer.h"

namespace pagewise {
namespace {

struct exported {
  std::string name;
  std::uint8_t kind;
  std::uint32_t index;
};

class rewriter {
public:
  rewriter(const module& in, const rewrite_options& options)
      : in_(in), options_(options), types_(static_cast<std::uint32_t>(in.types.size())),
        allocators_(find_allocator_functions(in)) {}

  std::expected<rewritten_module, malformed> run() {
    if (in_.exports("pagewise.stack_low")) {
      return std::unexpected(malformed{in_.find(section_id::export_)->offset, "this module has been rewritten before"});
    }
    if (const char* reason = unrecordable()) {
      const section* memories = in_.find(section_id::memory);
      return std::unexpected(malformed{memories ? memories->offset : 0, reason});
    }
    choose_indices();
    if (const auto problem = rewrite_bodies()) return std::unexpected(*problem);
    out_.reserve(in_.file.size() + in_.file.size() / 4 + 4096);
    out_.raw(in_.file.first(8));
    constexpr std::uint8_t order[] = {
        section_id::type, section_id::import, section_id::function, section_id::table, section_id::memory,
        section_id::tag, section_id::global, section_id::export_, section_id::start, section_id::element,
        section_id::data_count, section_id::code, section_id::data};
    for (const std::uint8_t id : order) write_section(id);
    for (const section& each : in_.sections) {
      if (each.id == section_id::custom && each.name != branch_hints_section) copy_section(out_, each);
    }
    return rewritten_module{.file = out_.release(), .origins = std::move(origins_), .sites = std::move(sites_)};
  }

private:
  [[nodiscard]] bool records() const { return options_.how != recording::none; }
  /// Why the module's memories cannot be recorded, or null.
  [[nodiscard]] const char* unrecordable() const {
    if (records() && in_.memories.size() > most_memories) return "more memories than can be recorded";
    if (options_.how != recording::instance) return nullptr;
    if (in_.memories.size() > 1) return "several memories cannot be recorded by a host without multiple memories";
    const bool is_64 = !in_.memories.empty() && in_.memories[0].is_64;
    return is_64 ? "a 64-bit memory cannot be recorded without multiple memories" : nullptr;
  }
  [[nodiscard]] std::uint32_t other_memories() const {
    return in_.memories.empty() ? 0 : static_cast<std::uint32_t>(in_.memories.size()) - 1;
  }

  void choose_indices() {
    const auto globals = static_cast<std::uint32_t>(in_.globals.size());
    stack_low_ = globals;
    track_function_ = static_cast<std::uint32_t>(in_.functions.size());
    first_moved_ = track_function_ + 1;
    indices_ = {.how = options_.how, .table = in_.tables, .memory = static_cast<std::uint32_t>(in_.memories.size()),
                .active = globals + 1, .left = globals + 2, .depth = globals + 3, .outer = globals + 4,
                .pages = globals + 5, .line = globals + 6, .position = globals + 7, .end = globals + 8,
                .other_pages = globals + 9};
    if (records()) {
      const auto first_probe = first_moved_ + static_cast<std::uint32_t>(allocators_.size());
      probes_.emplace(in_, indices_, types_, first_probe);
    }
  }

  std::optional<malformed> rewrite_bodies() {
    std::vector<bool> library_files;
    bool has_lines = false;
    if (records() && options_.lines) {
      for (const std::string& file : options_.lines->files) library_files.push_back(is_library_path(file));
      has_lines = std::ranges::any_of(options_.lines->rows, [&](const line_row& row) {
        return row.line != 0 && !row.ends_sequence && !library_files[row.file];
      });
    }
    body_tools tools{.in = in_, .options = options_, .recorder = indices_, .types = types_,
                     .records = probes_ ? &*probes_ : nullptr, .track_function = track_function_,
                     .nothing_type = types_.index({}), .library_files = std::move(library_files),
                     .has_lines = has_lines, .sites = sites_};
    const section* code = in_.find(section_id::code);
    code_.reserve(code ? code->contents.size() + code->contents.size() / 6 + 4096 : 4096);
    std::vector<std::vector<std::uint8_t>> moved;
    std::vector<std::vector<body_piece>> moved_pieces;
    bool has_legacy = false, has_standard = false;
    auto next = allocators_.begin();
    for (std::size_t i = 0; i < in_.bodies.size(); ++i) {
      const function_body& old = in_.bodies[i];
      const auto function = static_cast<std::uint32_t>(i) + in_.imported_functions;
      byte_reader reader(old.contents, old.offset);
      const body_catches catches = rewrite_body(tools, function, reader);
      if (!reader.ok()) return malformed{reader.failed_at(), reader.reason()};
      const bool is_moved = next != allocators_.end() && next->index == function;
      const auto written_as = is_moved ? first_moved_ + static_cast<std::uint32_t>(moved.size()) : function;
      if (!tools.rare.empty()) rare_.push_back({written_as, tools.rare});
      has_legacy |= catches.legacy;
      has_standard |= catches.standard;
      if (!is_moved) {
        code_.add(tools.written.view(), tools.pieces, old.offset);
        continue;
      }
      code_.leave_place();
      moved.push_back(tools.written.release());
      moved_pieces.push_back(tools.pieces);
      ++next;
    }
    // Only now is it known what they have to catch.
    const exceptions caught = has_legacy     ? exceptions::legacy
                              : has_standard ? exceptions::standard
                                             : exceptions::none;
    for (std::size_t i = 0; i < allocators_.size(); ++i) {
      const auto& [function, call] = allocators_[i];
      const auto own = first_moved_ + static_cast<std::uint32_t>(i);
      const auto& type = in_.types[in_.functions[function]];
      code_.fill_place(i, wrapper_body(indices_, types_, probes_ ? &*probes_ : nullptr, type, call, own, caught));
    }
    code_.add(track_body());
    for (std::size_t i = 0; i < moved.size(); ++i) {
      code_.add(moved[i], moved_pieces[i], in_.bodies[allocators_[i].index - in_.imported_functions].offset);
    }
    // The exported probes are there even when no code of the module uses them.
    if (probes_) exports_ = recorder_exports();
    if (probes_) for (const auto& body : probes_->bodies()) code_.add(body);
    return std::nullopt;
  }

  /// Keeps the minimum of its argument in the global `pagewise.stack_low`, and returns the argument.
  std::vector<std::uint8_t> track_body() const {
    byte_writer body;
    body.unsigned_leb(0);
    code_builder code(body);
    code.get(0).get_global(stack_low_).op(opcode::i32_lt_u).if_();
    code.get(0).set_global(stack_low_).end();
    code.get(0).end();
    return body.release();
  }

  std::vector<exported> recorder_exports() {
    using namespace external_kind;
    std::vector<exported> list = {
        {"pagewise.active", global, indices_.active}, {"pagewise.left", global, indices_.left},
        {"pagewise.depth", global, indices_.depth}, {"pagewise.outer", global, indices_.outer},
        {"pagewise.pages", global, indices_.pages}, {"pagewise.line", global, indices_.line},
        {"pagewise.note", function, probes_->three_words()}, {"pagewise.unwind", function, probes_->unwind()}};
    if (!in_.memories.empty()) {
      list.push_back({"pagewise.range", function, probes_->range(0)});
      list.push_back({"pagewise.check_size", function, probes_->check_size()});
    }
    for (std::uint32_t i = 1; i < in_.memories.size(); ++i) list.push_back({"pagewise.memory" + std::to_string(i), memory, i});
    if (options_.how == recording::second_memory) {
      list.push_back({"pagewise.position", global, indices_.position});
      list.push_back({"pagewise.end", global, indices_.end});
      list.push_back({"pagewise.log", memory, indices_.memory});
    }
    // Not the function itself: what is exported may be referred to, what only starts the module may not.
    if (in_.start) list.push_back({"pagewise.start", function, probes_->start()});
    return list;
  }

  void write_section(std::uint8_t id) {
    const section* old = in_.find(id);
    switch (id) {
      case section_id::type:
        return extend_section(out_, id, old, types_.count(), [&](byte_writer& body) { body.raw(types_.entries()); });
      case section_id::function: return write_functions(old);
      case section_id::table: return write_tables(old);
      case section_id::memory: return write_memories(old);
      case section_id::global: return write_globals(old);
      case section_id::export_: return write_exports(old);
      case section_id::code:
        if (probes_) rare_.insert(rare_.end(), probes_->rare().begin(), probes_->rare().end());
        write_branch_hints(out_, rare_);
        origins_ = code_.write(out_);
        return;
      case section_id::start:
        if (old && !records()) copy_section(out_, *old);
        return;
      default:
        if (old) copy_section(out_, *old);
    }
  }

  void write_functions(const section* old) {
    const auto count = static_cast<std::uint32_t>(1 + allocators_.size() + (probes_ ? probes_->count() : 0));
    extend_section(out_, section_id::function, old, count, [&](byte_writer& body) {
      body.unsigned_leb(track_type_);
      for (const auto& allocator : allocators_) body.unsigned_leb(in_.functions[allocator.index]);
      if (probes_) for (const std::uint32_t type : probes_->types()) body.unsigned_leb(type);
    });
  }

  void write_tables(const section* old) {
    extend_section(out_, section_id::table, old, 1, [](byte_writer& body) {
      constexpr std::uint8_t with_maximum = 1;
      body.u8(value_funcref);
      body.u8(with_maximum);
      body.unsigned_leb(probe_slot::count);
      body.unsigned_leb(probe_slot::count);
    });
  }

  void write_memories(const section* old) {
    if (options_.how != recording::second_memory) {
      if (old) copy_section(out_, *old);
      return;
    }
    extend_section(out_, section_id::memory, old, 1, [this](byte_writer& body) {
      body.u8(0);  // 32-bit, without maximum
      body.unsigned_leb(log_memory::pages + log_memory::moved(other_memories()) / page_size);
    });
  }

  void write_globals(const section* old) {
    std::vector<std::uint32_t> added = {~0U};
    if (records()) {
      const auto pages = in_.memories.empty() ? 0 : static_cast<std::uint32_t>(in_.memories[0].minimum);
      added.insert(added.end(), {0, 0, 0, 0, pages, idle_frame::no_line});
    }
    if (options_.how == recording::second_memory) {
      const std::uint32_t start = log_memory::start + log_memory::moved(other_memories());
      added.insert(added.end(), {start, start + log_memory::capacity - log_memory::slack});
      for (std::uint32_t i = 1; i < in_.memories.size(); ++i) {
        added.push_back(static_cast<std::uint32_t>(in_.memories[i].minimum));
      }
    }
    extend_section(out_, section_id::global, old, static_cast<std::uint32_t>(added.size()), [&](byte_writer& body) {
      for (const std::uint32_t value : added) {
        body.u8(value_i32);
        body.u8(1);  // mutable
        code_builder(body).i32(value).end();
      }
    });
  }

  void write_exports(const section* old) {
    using namespace external_kind;
    exports_.push_back({"pagewise.probes", table, indices_.table});
    exports_.push_back({"pagewise.stack_low", global, stack_low_});
    if (in_.stack_pointer) exports_.push_back({"pagewise.stack_pointer", global, *in_.stack_pointer});
    if (!in_.memories.empty() && !in_.exports("memory")) exports_.push_back({"memory", memory, 0});
    extend_section(out_, section_id::export_, old, static_cast<std::uint32_t>(exports_.size()), [&](byte_writer& body) {
      for (const auto& [name, kind, index] : exports_) {
        body.name(name);
        body.u8(kind);
        body.unsigned_leb(index);
      }
    });
  }

  const module& in_;
  const rewrite_options& options_;
  appended_types types_;
  std::uint32_t track_type_ = types_.index({value_i32}, {value_i32});
  std::vector<allocator_function> allocators_;
  recorder_indices indices_{};
  std::uint32_t stack_low_ = 0, track_function_ = 0, first_moved_ = 0;
  std::optional<probes> probes_;
  std::vector<line_site> sites_;
  std::vector<probes::rare_branches> rare_;
  std::vector<exported> exports_;
  code_section code_;
  std::vector<code_origin> origins_;
  byte_writer out_;
};

}  // namespace

std::expected<rewritten_module, malformed> rewrite(const module& in, const rewrite_options& options) {
  return rewriter(in, options).run();
}

}  // namespace pagewise
