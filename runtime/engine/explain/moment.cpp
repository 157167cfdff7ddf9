#include "explain/moment.h"

#include <algorithm>
#include <array>

#include "explain/json.h"
#include "explain/other_memories_json.h"
#include "explain/place_json.h"
#include "explain/value_json.h"

namespace pagewise {
namespace {

constexpr std::size_t most_changes_read = 20'000, most_blocks = 5'000, most_findings = 200;
/// Frames of the middle of a deep stack are left out.
constexpr std::size_t most_frames = 200;

class moment_writer {
public:
  explicit moment_writer(recorded_run& run)
      : run_(run), log_(run.log()), step_(log_.step()), position_(log_.position_of(step_)) {}

  std::string write() {
    out_.begin_object();
    changes();
    change_places();
    out_.key("pages").number(log_.pages()).key("otherMemories");
    write_other_memories(out_, run_);
    const auto pointer = run_.program().stack_pointer;
    const auto number = [&](std::uint64_t value) { out_.number(value); };
    out_.key("stackPointer").or_null(pointer ? log_.global(*pointer) : std::nullopt, number);
    out_.key("stackLow").or_null(pointer ? log_.lowest(*pointer) : std::nullopt, number);
    out_.key("at");
    write_step(out_, run_, step_);
    out_.key("before");
    if (step_ > 0) write_step(out_, run_, step_ - 1);
    else out_.null();
    frames();
    globals();
    heap();
    growths();
    notes();
    findings();
    return out_.end_object().release();
  }

private:
  /// Comes first: what the trace tells of changes is valid until it is asked again.
  void changes() {
    const auto pointer = run_.program().stack_pointer;
    const std::uint64_t lowest = pointer ? log_.lowest(*pointer).value_or(0) : 0;
    const std::uint64_t top = pointer ? log_.global(*pointer).value_or(0) : 0;
    std::vector<memory_change> list;
    if (step_ > 0) list = log_.changes(log_.position_of(step_ - 1), position_, most_changes_read);
    const std::size_t read = list.size();
    // Of many, those that calls which have returned left below the stack pointer tell least.
    if (read > most_changes) {
      std::erase_if(list, [&](const memory_change& each) { return each.address >= lowest && each.address < top; });
    }
    // Then those in the middle: a line calls, libraries work, and the line stores what it got.
    if (list.size() > most_changes) {
      list.erase(list.begin() + most_changes / 2, list.end() - most_changes / 2);
    }
    out_.key("changesLeftOut").number(read - list.size()).key("changes").begin_array();
    for (const memory_change& change : list) {
      changes_.push_back({change.address, static_cast<std::uint32_t>(change.after.size())});
      positions_.push_back(change.position);
      write_change(out_, change);
    }
    out_.end_array();
  }

  /// The lines that made the changes: the step's own, and once its function has returned its caller's, which takes
  /// longer to find and is told of a few.
  void change_places() {
    out_.key("changePlaces").begin_array();
    const log_position returned = positions_.empty() ? position_ : returned_at(positions_.back());
    std::size_t callers_left = 8;
    for (const log_position at : positions_) {
      if (at < returned) write_place(out_, run_.place_of(step_ - 1));
      else if (callers_left > 0) --callers_left, write_place(out_, run_.place_at(at));
      else out_.null();
    }
    out_.end_array();
  }

  /// Where, before `end`, the function that the step before began in had returned; past `end` where it had not.
  log_position returned_at(log_position end) {
    const std::uint32_t begun = log_.depth_at(step_ - 1);
    std::uint32_t depth = begun;
    log_position returned = end + 1;
    log_.each_record(log_.position_of(step_ - 1), end, [&](const record& each) {
      if (each.kind() == record_kind::enter) ++depth;
      if (each.kind() == record_kind::exit && depth > 0) --depth;
      if (each.kind() == record_kind::unwind) depth = std::min(depth, each.payload());
      if (depth < begun) returned = std::min(returned, each.position);
    });
    return returned;
  }

  void frames() {
    const std::span<const std::uint32_t> open = log_.stack();
    const std::vector<std::uint32_t> stack(open.begin(), open.end());
    out_.key("depth").number(stack.size()).key("frames").begin_array();
    std::uint64_t above = 0;  // where the frame around begins
    for (std::size_t i = 0; i < stack.size(); ++i) {
      const bool is_left_out = i >= most_frames / 2 && i + most_frames / 2 < stack.size();
      if (!is_left_out) above = frame(stack[i], above);
    }
    out_.end_array();
  }

  /// Writes a call and what was inlined into it, outermost first; returns where its bytes begin on the shadow stack.
  std::uint64_t frame(std::uint32_t number, std::uint64_t above) {
    const traced_frame view(log_, number);
    const code_address address = run_.address_in(number);
    const std::optional<std::uint32_t> site = log_.site_of(number);
    const std::optional<std::uint64_t> base = run_.debug().frame_base(address, view);
    std::vector<source_frame> functions = run_.debug().functions_at(address);
    if (functions.empty()) functions.push_back({.name = run_.name_of(log_.call_numbered(number).function)});
    for (std::size_t i = functions.size(); i-- > 0;) {
      const source_frame& function = functions[i];
      out_.begin_object().key("name").text(function.name).key("isInlined").boolean(function.is_inlined);
      out_.key("isLibrary").boolean(!site.has_value()).key("call").number(number).key("place");
      // A function into which another is inlined stands where it calls it.
      if (i > 0 && functions[i - 1].is_inlined && site) {
        const source_frame& inner = functions[i - 1];
        write_place(out_, source_place{inner.call_path, inner.call_line, inner.call_column});
      } else {
        write_place(out_, site ? run_.place_of_site(*site) : std::nullopt);
      }
      const bool has_bytes = base && *base != 0 && (above == 0 || *base < above);
      out_.key("start").or_null(has_bytes ? base : std::nullopt, [&](std::uint64_t start) { out_.number(start); });
      out_.key("end").or_null(has_bytes && above != 0 ? std::optional(above) : std::nullopt, [&](std::uint64_t end) { out_.number(end); });
      out_.key("variables").begin_array();
      if (site) {
        value_json values(out_, run_, number, changes_);
        if (base) values.set_frame(*base, above == 0 ? ~std::uint64_t{0} : above);
        for (const shown_variable& variable : run_.debug().variables(address, static_cast<std::uint32_t>(i), view)) {
          if (variable.in_prologue) continue;
          values.write(variable);
          if (variable.what == shown_variable::role::global && variable.value.address)
            told_.push_back(*variable.value.address);
        }
      }
      out_.end_array().end_object();
    }
    return base && *base != 0 ? *base : above;
  }

  /// Without the static variables of functions that the frames tell.
  void globals() {
    const traced_frame view(log_, call::none);
    value_json values(out_, run_, call::none, changes_);
    out_.key("globals").begin_array();
    for (const shown_variable& variable : run_.debug().globals(view)) {
      if (variable.value.address && std::ranges::find(told_, *variable.value.address) != told_.end()) continue;
      values.write(variable);
    }
    out_.end_array();
  }

  void heap() {
    std::array<std::uint64_t, 4> totals{};  // live blocks and bytes, freed blocks and bytes
    std::vector<std::size_t> live, freed, allocated_now, freed_now;
    const log_position begun = step_ > 0 ? log_.position_of(step_ - 1) : position_;
    const std::span<const traced_block> blocks = log_.blocks();
    for (std::size_t i = 0; i < blocks.size() && blocks[i].allocated < position_; ++i) {
      const bool is_live = blocks[i].released >= position_;
      totals[is_live ? 0 : 2] += 1;
      if (blocks[i].what.within == 0) totals[is_live ? 1 : 3] += blocks[i].what.size;
      (is_live ? live : freed).push_back(i);
      if (blocks[i].allocated >= begun) allocated_now.push_back(i);
      if (!is_live && blocks[i].released >= begun) freed_now.push_back(i);
    }
    numbers("allocated", allocated_now);
    numbers("released", freed_now);
    // The newest live ones, then the newest freed ones, as many as there is room for; told in order.
    const std::size_t live_shown = std::min(live.size(), most_blocks), freed_shown = std::min(freed.size(), most_blocks - live_shown);
    std::vector<std::size_t> shown(live.end() - static_cast<std::ptrdiff_t>(live_shown), live.end());
    shown.insert(shown.end(), freed.end() - static_cast<std::ptrdiff_t>(freed_shown), freed.end());
    std::ranges::sort(shown);
    out_.key("heap").begin_array();
    for (const std::uint64_t total : totals) out_.number(total);
    out_.end_array().key("blocks").begin_array();
    for (const std::size_t i : shown) {
      out_.begin_array().number(i + 1).number(blocks[i].what.address).number(blocks[i].what.size);
      out_.number(blocks[i].released >= position_ ? 1 : 0).number(static_cast<std::uint32_t>(blocks[i].what.by));
      out_.number(blocks[i].what.within).end_array();
    }
    out_.end_array();
  }

  /// How many blocks the step before allocated or freed, and the first of them.
  void numbers(std::string_view key, std::span<const std::size_t> blocks) {
    constexpr std::size_t most_told = 2;
    out_.key(key).begin_array().number(blocks.size());
    for (const std::size_t i : blocks.first(std::min(blocks.size(), most_told))) out_.number(i + 1);
    out_.end_array();
  }

  void growths() {
    const log_position begun = step_ > 0 ? log_.position_of(step_ - 1) : position_;
    std::size_t grown = 0;
    out_.key("growths").begin_array();
    for (const log_position at : log_.positions(record_kind::grow)) {
      if (at >= position_) break;
      const record grow = log_.at(at);
      out_.begin_array().number(grow.words[1]).number(grow.words[2]).number(grow.payload()).end_array();
      grown += at >= begun ? 1 : 0;
    }
    out_.end_array().key("grown").number(grown);
  }

  /// Output so far in characters, and the newest view.
  void notes() {
    std::uint64_t output = 0, view = 0;
    for (const log_position at : log_.positions(record_kind::note)) {
      if (at >= position_) break;
      const record note = log_.at(at);
      if (note.payload() == static_cast<std::uint32_t>(note_kind::output)) output += note.words[2];
      if (is_view(static_cast<note_kind>(note.payload()))) view = note.words[2];
    }
    out_.key("output").number(output).key("lastView").number(view);
  }

  void findings() {
    std::size_t left = most_findings;
    const auto step_of = [this](log_position line) { write_step(out_, run_, log_.step_at(line).value_or(0)); };
    out_.key("findings").begin_array();
    for (const finding& found : run_.findings()) {
      if (found.known_at >= position_ || left-- == 0) break;
      out_.begin_object().key("kind").text(name_of(found.kind));
      out_.key("access").text(found.access == access_kind::read ? "read" : "write");
      out_.key("address").number(found.address).key("size").number(found.size).key("times").number(found.times);
      out_.key("known").number(log_.step_at(found.known_at).value_or(0)).key("guilty");
      step_of(found.guilty);
      out_.key("block");
      if (found.block < log_.blocks().size()) {
        const block& about = log_.blocks()[found.block].what;
        out_.begin_array().number(found.block + 1).number(about.address).number(about.size).end_array();
      } else {
        out_.null();
      }
      out_.key("cause");
      if (found.cause == finding::nowhere) out_.null();
      else step_of(found.cause);
      if (found.kind == finding_kind::leak) out_.key("loss").number(static_cast<std::uint32_t>(found.loss));
      out_.end_object();
    }
    out_.end_array();
  }

  recorded_run& run_;
  trace& log_;
  step_number step_;
  log_position position_;
  std::vector<changed_bytes> changes_;
  std::vector<log_position> positions_;  ///< of each
  std::vector<std::uint64_t> told_;  ///< addresses of static variables among those of frames
  json out_;
};

}  // namespace

std::string moment_json(recorded_run& run) { return moment_writer(run).write(); }

}  // namespace pagewise
