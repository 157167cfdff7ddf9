#include "rewrite/rewrite.h"

#include <optional>

#include "rewrite/appended.h"
#include "rewrite/code_builder.h"
#include "rewrite/frame_probes.h"

namespace pagewise {
namespace {

constexpr std::uint32_t written_here = ~std::uint32_t{0};

/// Copies a section that is a vector and adds entries at its end.
template <typename Add>
void extend(byte_writer& file, std::uint8_t id, const section* old, std::uint32_t count, Add add) {
  byte_writer body;
  std::uint32_t before = 0;
  bytes entries;
  if (old) {
    byte_reader reader(old->contents, old->offset);
    before = reader.u32();
    entries = old->contents.subspan(reader.position());
  }
  body.unsigned_leb(before + count);
  body.raw(entries);
  add(body);
  file.u8(id);
  file.unsigned_leb(body.size());
  file.raw(body.view());
}

class rewriter {
public:
  explicit rewriter(const module& in) : in_(in), allocators_(find_allocator_functions(in)) {}

  std::expected<rewritten_module, malformed> run() {
    if (const auto problem = find_probes()) return std::unexpected(*problem);
    choose_indices();
    out_.reserve(in_.file.size() + in_.file.size() / 8 + 4096);
    out_.raw(in_.file.first(8));
    constexpr std::uint8_t order[] = {
        section_id::type, section_id::import, section_id::function, section_id::table, section_id::memory,
        section_id::tag, section_id::global, section_id::export_, section_id::start, section_id::element,
        section_id::data_count, section_id::code, section_id::data};
    for (const std::uint8_t id : order) write_section(id);
    for (const section& custom : in_.sections) if (custom.id == section_id::custom) copy(custom);
    return rewritten_module{.file = out_.release(), .origins = std::move(origins_)};
  }

private:
  std::optional<malformed> find_probes() {
    probes_.resize(in_.bodies.size());
    for (std::size_t i = 0; i < in_.bodies.size(); ++i) {
      byte_reader reader(in_.bodies[i].contents, in_.bodies[i].offset);
      probes_[i] = find_frame_probes(reader, in_.stack_pointer.value_or(written_here), uses_legacy_);
      if (!reader.ok()) return malformed{reader.failed_at(), reader.reason()};
      if (!throws(i + in_.imported_functions)) continue;
      byte_reader start(in_.bodies[i].contents, in_.bodies[i].offset);
      skip_locals(start);
      probes_[i].insert(probes_[i].begin(), {start.position(), frame_probe::kind::throws});
    }
    return std::nullopt;
  }

  /// Whether a function is the C++ runtime's `__cxa_throw` (Itanium C++ ABI, Exception Handling, 2.4.3).
  bool throws(std::size_t index) const {
    return index < in_.function_names.size() && in_.function_names[index] == "__cxa_throw";
  }

  void choose_indices() {
    const auto types = static_cast<std::uint32_t>(in_.types.size());
    const auto functions = static_cast<std::uint32_t>(in_.functions.size());
    indices_ = {.enter_type = types, .leave_type = types + 1, .abandon_type = types + 2, .track_type = types + 3,
                .table = in_.tables, .stack_low = static_cast<std::uint32_t>(in_.globals.size()), .track_function = functions,
                .first_moved = functions + 1, .catches = uses_legacy_};
  }

  void write_section(std::uint8_t id) {
    const section* old = in_.find(id);
    switch (id) {
      case section_id::type: return write_types(old);
      case section_id::function: return write_functions(old);
      case section_id::table: return write_tables(old);
      case section_id::global: return write_globals(old);
      case section_id::export_: return write_exports(old);
      case section_id::code: return write_code();
      default:
        if (old) copy(*old);
    }
  }

  void copy(const section& old) {
    byte_writer head;
    if (old.id == section_id::custom) head.name(old.name);
    out_.u8(old.id);
    out_.unsigned_leb(head.size() + old.contents.size());
    out_.raw(head.view());
    out_.raw(old.contents);
  }

  void write_types(const section* old) {
    extend(out_, section_id::type, old, 4, [](byte_writer& body) {
      const auto type = [&](std::uint32_t parameters, std::uint32_t results) {
        body.u8(0x60);
        for (const std::uint32_t count : {parameters, results}) {
          body.unsigned_leb(count);
          for (std::uint32_t i = 0; i < count; ++i) body.u8(value_i32);
        }
      };
      type(4, 0);
      type(2, 0);
      type(0, 0);
      type(1, 1);
    });
  }

  void write_functions(const section* old) {
    const auto count = static_cast<std::uint32_t>(1 + allocators_.size());
    extend(out_, section_id::function, old, count, [&](byte_writer& body) {
      body.unsigned_leb(indices_.track_type);
      for (const auto& allocator : allocators_) body.unsigned_leb(in_.functions[allocator.index]);
    });
  }

  void write_tables(const section* old) {
    extend(out_, section_id::table, old, 1, [](byte_writer& body) {
      constexpr std::uint8_t funcref = 0x70, with_maximum = 1;
      body.u8(funcref);
      body.u8(with_maximum);
      body.unsigned_leb(appended::probes);
      body.unsigned_leb(appended::probes);
    });
  }

  void write_globals(const section* old) {
    extend(out_, section_id::global, old, 1, [](byte_writer& body) {
      body.u8(value_i32);
      body.u8(1);  // mutable
      code_builder(body).i32(-1).op(opcode::end);
    });
  }

  void write_exports(const section* old) {
    extend(out_, section_id::export_, old, 2, [&](byte_writer& body) {
      body.name("pagewise.probes");
      body.u8(1);
      body.unsigned_leb(indices_.table);
      body.name("pagewise.stack_low");
      body.u8(3);
      body.unsigned_leb(indices_.stack_low);
    });
  }

  void write_code() {
    byte_writer code;
    code.reserve(in_.file.size());
    std::vector<code_origin> origins;
    code.unsigned_leb(in_.bodies.size() + 1 + allocators_.size());
    auto next = allocators_.begin();
    std::uint32_t moved = indices_.first_moved;
    for (std::size_t i = 0; i < in_.bodies.size(); ++i) {
      if (next == allocators_.end() || next->index != i + in_.imported_functions) {
        write_body(code, origins, i);
        continue;
      }
      origins.push_back({static_cast<std::uint32_t>(code.size()), written_here});
      byte_writer wrapper;
      write_wrapper_body(wrapper, indices_, in_.types[in_.functions[next->index]], next->call, moved++);
      code.unsigned_leb(wrapper.size());
      code.raw(wrapper.view());
      ++next;
    }
    origins.push_back({static_cast<std::uint32_t>(code.size()), written_here});
    byte_writer track;
    write_track_body(track, indices_);
    code.unsigned_leb(track.size());
    code.raw(track.view());
    for (const auto& allocator : allocators_) write_body(code, origins, allocator.index - in_.imported_functions);

    out_.u8(section_id::code);
    out_.unsigned_leb(code.size());
    const auto base = static_cast<std::uint32_t>(out_.size());
    for (const code_origin& origin : origins) origins_.push_back({origin.rewritten + base, origin.original});
    out_.raw(code.view());
  }

  void write_body(byte_writer& code, std::vector<code_origin>& origins, std::size_t i) {
    const auto& [offset, contents] = in_.bodies[i];
    std::vector<std::pair<std::size_t, std::size_t>> pieces;  // position in the new body, in the old one
    byte_writer body;
    std::size_t copied = 0;
    for (const frame_probe& probe : probes_[i]) {
      pieces.emplace_back(body.size(), copied);
      body.raw(contents.subspan(copied, probe.position - copied));
      copied = probe.position;
      code_builder inserted(body);
      switch (probe.where) {
        case frame_probe::kind::value_on_stack: inserted.op(opcode::call, indices_.track_function); break;
        case frame_probe::kind::pointer_written:
          inserted.op(opcode::global_get, *in_.stack_pointer).op(opcode::call, indices_.track_function).op(opcode::drop);
          break;
        case frame_probe::kind::throws:
          inserted.i32(appended::throw_probe).call_indirect(indices_.abandon_type, indices_.table);
          break;
      }
    }
    pieces.emplace_back(body.size(), copied);
    body.raw(contents.subspan(copied));
    code.unsigned_leb(body.size());
    for (const auto& [at, from] : pieces) {
      origins.push_back({static_cast<std::uint32_t>(code.size() + at), static_cast<std::uint32_t>(offset + from)});
    }
    code.raw(body.view());
  }

  const module& in_;
  std::vector<allocator_function> allocators_;
  std::vector<std::vector<frame_probe>> probes_;
  appended indices_{};
  bool uses_legacy_ = false;
  byte_writer out_;
  std::vector<code_origin> origins_;
};

}  // namespace

std::expected<rewritten_module, malformed> rewrite(const module& in) { return rewriter(in).run(); }

}  // namespace pagewise
