#include "explain/survey.h"

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "checks/function_roles.h"
#include "explain/event_counts.h"
#include "replay/log_pass.h"

namespace pagewise {
namespace {

/// A line, by its step and its site.
struct line_at_work {
  step_number step;
  std::uint32_t site;
};

class survey {
public:
  survey(const recorded_run& run, std::uint32_t phase, std::uint32_t part_steps, step_number until)
      : run_(run), log_(run.log()), opening_(run.opening()), phase_(phase), part_steps_(std::max(part_steps, 1U)),
        until_(until) {
    const std::span<const traced_block> blocks = log_.blocks();
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
      if (blocks[i].allocated >= opening_) ends_.push_back({blocks[i].allocated, i, false});
      if (blocks[i].released != never && blocks[i].released >= opening_) ends_.push_back({blocks[i].released, i, true});
    }
    std::ranges::stable_sort(ends_, {}, &end_of_life::at);
    lines_.resize(ends_.size());
  }

  std::string write() {
    each_record_of(log_, [this](log_position at, const std::uint32_t* record) { pass(at, record); });
    if (steps_ <= until_) tell_open_lines();
    json out;
    out.begin_object();
    counts_.write(out);
    blocks(out);
    out.key("lines").begin_array();
    for (const step_number step : open_lines_) out.number(step);
    out.end_array().key("allocatorWords").begin_array();
    for (const std::uint32_t address : allocator_words_) out.number(address);
    out.end_array().key("main").or_null(main_, [&](const entry& into) {
      out.begin_array().number(*main_function_).number(into.depth).number(into.blocks).end_array();
    });
    return out.end_object().release();
  }

private:
  struct end_of_life {
    log_position at;
    std::uint32_t block;
    bool is_release;
  };
  struct entry {
    std::size_t depth, blocks;
  };
  struct frame {
    std::uint32_t call;
    std::optional<line_at_work> own;     ///< the line that it is at
    std::optional<line_at_work> asking;  ///< that, or the one from which it was called
  };

  [[nodiscard]] std::size_t part_of(step_number steps) const {
    return static_cast<std::size_t>((std::uint64_t{steps} - std::min(steps, first_) + phase_) / part_steps_);
  }
  void count(event_counts::event kind) {
    if (is_inside_ && steps_ <= until_) counts_.add(kind, part_of(steps_));
  }

  void pass(log_position at, const std::uint32_t* record) {
    if (!is_inside_ && at >= opening_) {
      is_inside_ = true;
      first_ = steps_;
      counts_.deepest(part_of(steps_), static_cast<std::uint32_t>(frames_.size()));
    }
    const std::uint32_t payload = payload_of(record[0]);
    if (steps_ == until_ && is_step(record)) tell_open_lines();
    switch (kind_of(record[0])) {
      case record_kind::line:
        if (!frames_.empty()) frames_.back().own = frames_.back().asking = line_at_work{steps_, payload};
        ++steps_;
        break;
      case record_kind::enter:
        if (payload == main_function_ && !main_) main_ = {frames_.size() + 1, next_block_};
        frames_.push_back({next_++, std::nullopt, frames_.empty() ? std::nullopt : frames_.back().asking});
        count(event_counts::calls);
        if (is_inside_ && steps_ <= until_) counts_.deepest(part_of(steps_), static_cast<std::uint32_t>(frames_.size()));
        break;
      case record_kind::exit:
        count(event_counts::returns);
        leave(at);
        break;
      case record_kind::unwind:
        if (payload == 0) allocating_ = 0;
        leave(at);
        break;
      case record_kind::grow: count(event_counts::growths); break;
      case record_kind::allocator: allocator(at, payload); break;
      case record_kind::store1:
      case record_kind::store2:
      case record_kind::store4:
      case record_kind::store4_low:
      case record_kind::store8: store(write_of(record).address); break;
      case record_kind::note: {
        const auto kind = static_cast<note_kind>(payload);
        if (kind == note_kind::output) count(event_counts::outputs);
        if (is_view(kind)) count(event_counts::views);
        if (is_step(kind)) ++steps_;
        break;
      }
      default: break;
    }
  }

  void leave(log_position at) {
    while (!frames_.empty() && log_.call_numbered(frames_.back().call).left <= at) frames_.pop_back();
  }

  /// What the allocator keeps in its own variables.
  void store(std::uint32_t address) {
    const memory_regions& in = run_.regions();
    if (allocating_ > 0 && address >= in.data_start && address < in.data_end) allocator_words_.insert(address & ~3U);
  }

  void allocator(log_position at, std::uint32_t payload) {
    const allocator_phase phase = phase_of(payload);
    if (phase == allocator_phase::enter) ++allocating_;
    else if (allocating_ > 0) --allocating_;
    const std::span<const traced_block> all = log_.blocks();
    while (next_block_ < all.size() && all[next_block_].allocated <= at) ++next_block_;
    for (; next_end_ < ends_.size() && ends_[next_end_].at <= at; ++next_end_) {
      if (!frames_.empty()) lines_[next_end_] = frames_.back().asking;
      count(ends_[next_end_].is_release ? event_counts::releases : event_counts::allocations);
    }
  }

  void blocks(json& out) const {
    struct life {
      std::uint32_t block;
      std::optional<std::size_t> allocated, released;
    };
    std::vector<life> lives;
    std::vector<std::size_t> order(ends_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, {}, [this](std::size_t i) { return ends_[i].block; });
    for (const std::size_t i : order) {
      if (lives.empty() || lives.back().block != ends_[i].block) lives.push_back({ends_[i].block, {}, {}});
      (ends_[i].is_release ? lives.back().released : lives.back().allocated) = i;
    }
    const auto line = [&](std::size_t i) {
      const auto step = log_.step_at(ends_[i].at);
      out.begin_array();
      if (step) out.number(*step);
      else out.null();
      if (lines_[i]) out.number(lines_[i]->site);
      else out.null();
      out.end_array();
    };
    out.key("blocks").begin_array();
    for (const life& each : lives) {
      out.begin_array().number(each.block + 1);
      out.or_null(each.allocated, line).or_null(each.released, line).end_array();
    }
    out.end_array();
  }

  void tell_open_lines() {
    open_lines_.clear();
    for (const frame& each : frames_) if (each.own) open_lines_.push_back(each.own->step);
  }

  const recorded_run& run_;
  const trace& log_;
  log_position opening_;
  std::uint32_t phase_, part_steps_;
  std::vector<end_of_life> ends_;                   ///< the beginnings and ends of blocks, in order
  std::vector<std::optional<line_at_work>> lines_;  ///< at work at each of them
  std::size_t next_end_ = 0, next_block_ = 0;
  std::optional<std::uint32_t> main_function_ = main_function(run_.program());
  std::optional<entry> main_;
  std::vector<frame> frames_;
  std::uint32_t next_ = 0;  ///< number of the next call
  step_number steps_ = 0, first_ = 0, until_;
  std::vector<step_number> open_lines_;
  std::set<std::uint32_t> allocator_words_;
  std::uint32_t allocating_ = 0;  ///< calls of the allocator that are open
  bool is_inside_ = false;
  event_counts counts_;
};

}  // namespace

std::string survey_json(const recorded_run& run, std::uint32_t phase, std::uint32_t part_steps, step_number until) {
  return survey(run, phase, part_steps, until).write();
}

}  // namespace pagewise
