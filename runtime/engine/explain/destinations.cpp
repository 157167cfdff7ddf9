#include "explain/destinations.h"

#include <algorithm>

namespace pagewise {
namespace {

using step = std::optional<step_number>;

class search {
public:
  search(recorded_run& run, step_number from, bool forward)
      : run_(run), log_(run.log()), from_(from), forward_(forward) {
    log_.seek(from);
  }

  step go(const destination& to, const std::vector<bool>& sites) {
    switch (to.kind) {
      case destination_kind::line: return neighbour();
      case destination_kind::line_over: return at_depth(log_.depth_at(from_));
      case destination_kind::out: {
        const std::uint32_t depth = log_.depth_at(from_);
        return depth == 0 ? std::nullopt : at_depth(depth - 1);
      }
      case destination_kind::event: {
        const auto kind = static_cast<event_kind>(to.first);
        const step found = forward_ ? log_.next(kind) : log_.previous(kind);
        return kind == event_kind::growth ? nearest_growth(found) : found;
      }
      case destination_kind::write: return written(run_.log_of(to.memory), to.first, to.second);
      case destination_kind::source_line: return on_site(sites);
      case destination_kind::stack_below: return stack_below(to.first);
      case destination_kind::freed: return after(released(to.first));
      case destination_kind::view: return after(views());
      case destination_kind::finding: {
        std::vector<log_position> known;
        for (const finding& found : run_.findings()) known.push_back(found.marked_at());
        std::ranges::sort(known);
        return after(known);
      }
      case destination_kind::depth: return at_depth(to.first);
    }
    return std::nullopt;
  }

private:
  step neighbour() const {
    if (forward_) return from_ < log_.steps() ? step(from_ + 1) : std::nullopt;
    return from_ > 0 ? step(from_ - 1) : std::nullopt;
  }

  step at_depth(std::uint32_t depth) const { return forward_ ? log_.next_at_depth(depth) : log_.previous_at_depth(depth); }

  /// The step that follows the nearest of these positions, in ascending order.
  step after(const std::vector<log_position>& positions) const {
    if (forward_) {
      const auto at = std::ranges::lower_bound(positions, log_.position_of(from_));
      return at == positions.end() ? std::nullopt : following(*at);
    }
    if (from_ == 0) return std::nullopt;
    const auto at = std::ranges::lower_bound(positions, log_.position_of(from_ - 1));
    return at == positions.begin() ? std::nullopt : following(*(at - 1));
  }

  step following(log_position position) const { return following(log_, position); }
  static step following(const trace& log, log_position position) {
    const step in = log.step_at(position);
    return in ? *in + 1 : 0;
  }

  step written(const trace& log, std::uint32_t start, std::uint32_t end) const {
    if (!forward_ && from_ == 0) return std::nullopt;
    const auto found = forward_ ? log.next_write(start, end, log.position_of(from_))
                                : log.previous_write(start, end, log.position_of(from_ - 1));
    return found ? following(log, *found) : std::nullopt;
  }

  /// The nearest step before which any memory grew; `found` is that of the first one.
  step nearest_growth(step found) const {
    for (std::uint32_t memory = 1; memory < run_.memories(); ++memory) {
      trace& log = run_.log_of(memory);
      log.seek(from_);
      const step other = forward_ ? log.next(event_kind::growth) : log.previous(event_kind::growth);
      if (other && (!found || (forward_ ? *other < *found : *other > *found))) found = other;
    }
    return found;
  }

  step on_site(const std::vector<bool>& sites) const {
    const auto fits = [&](step_number at) {
      const record found = log_.at(log_.position_of(at));
      return found.kind() == record_kind::line && sites[found.payload()];
    };
    if (!forward_) {
      for (step_number at = from_; at-- > 0;) if (fits(at)) return at;
      return std::nullopt;
    }
    // Record by record: looking each step up by itself would be slower.
    step_number at = from_;
    for (log_position p = log_.position_of(from_); p < log_.size();) {
      const record found = log_.at(p);
      const bool is_line = found.kind() == record_kind::line;
      const bool is_note = found.kind() == record_kind::note && is_step(static_cast<note_kind>(found.payload()));
      if (is_line && at > from_ && sites[found.payload()]) return at;
      if (is_line || is_note) ++at;
      p += static_cast<log_position>(found.words.size());
    }
    return std::nullopt;
  }

  step stack_below(std::uint32_t address) const {
    const auto pointer = run_.program().stack_pointer;
    if (!pointer) return std::nullopt;
    const log_position end = forward_ ? log_.size() : log_.position_of(from_ > 0 ? from_ - 1 : 0);
    step last;
    for (log_position p = forward_ ? log_.position_of(from_) : 0; p < end;) {
      const record found = log_.at(p);
      if (found.kind() == record_kind::global && (found.payload() & index_mask) == *pointer && found.words[1] < address) {
        const step in = following(p);
        if (forward_) return in;
        last = in;
      }
      p += static_cast<log_position>(found.words.size());
    }
    return last;
  }

  std::vector<log_position> released(std::uint32_t address) const {
    std::vector<log_position> positions;
    for (const traced_block& block : log_.blocks()) {
      const bool holds = block.what.address <= address && address - block.what.address < std::max(block.what.size, 1U);
      if (holds && block.released != never) positions.push_back(block.released);
    }
    std::ranges::sort(positions);
    return positions;
  }

  std::vector<log_position> views() const {
    std::vector<log_position> positions;
    for (const log_position at : log_.positions(record_kind::note)) {
      if (is_view(static_cast<note_kind>(log_.at(at).payload()))) positions.push_back(at);
    }
    return positions;
  }

  recorded_run& run_;
  trace& log_;
  step_number from_;
  bool forward_;
};

}  // namespace

std::optional<step_number> find_step(recorded_run& run, step_number from, bool forward, const destination& to,
                                     const std::vector<bool>& sites) {
  return search(run, std::min(from, run.log().steps()), forward).go(to, sites);
}

}  // namespace pagewise
