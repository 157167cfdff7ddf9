#include "explain/events.h"

#include <algorithm>

#include "explain/json.h"

namespace pagewise {
namespace {

/// Words of log that a part covers, one record more or less.
constexpr log_position part_words = 1U << 16;
constexpr std::size_t most_bytes = 4096;

bool is_output(const record& note) { return note.payload() == static_cast<std::uint32_t>(note_kind::output); }

/// The records between two positions, with the steps among them.
struct stretch {
  log_position from, to;
  step_number first;                  ///< the first step of it, or the next one when it has none
  std::vector<log_position> steps{};  ///< where its steps stand

  [[nodiscard]] bool has(log_position at) const { return at >= from && at < to; }
  [[nodiscard]] step_number end() const { return first + static_cast<step_number>(steps.size()); }
  void write_step_of(json& out, log_position at) const {
    const auto begun = first + static_cast<step_number>(std::ranges::upper_bound(steps, at) - steps.begin());
    if (begun == 0) out.null();
    else out.number(begun - 1);
  }
};

/// The elements of a list in ascending order of position that lie in a stretch.
template <typename List, typename Position = std::identity>
auto within(const List& list, const stretch& in, Position position = {}) {
  return std::ranges::subrange(std::ranges::lower_bound(list, in.from, {}, position),
                               std::ranges::lower_bound(list, in.to, {}, position));
}

stretch read_stretch(const trace& log, log_position from, log_position end, step_number steps) {
  stretch read{from, from, steps};
  log.each_record(from, std::min(end, from + part_words), [&read](const record& found) {
    if (is_step(found.words.data())) read.steps.push_back(found.position);
    read.to = found.position + static_cast<log_position>(found.words.size());
  });
  return read;
}

void write_steps(json& out, const trace& log, const stretch& in) {
  out.key("steps").begin_array();
  for (std::size_t i = 0; i < in.steps.size(); ++i) {
    const record found = log.at(in.steps[i]);
    out.begin_array();
    if (found.kind() == record_kind::line) out.number(found.payload());
    else out.null();
    out.number(log.depth_at(in.first + static_cast<step_number>(i))).end_array();
  }
  out.end_array();
}

void write_stores(json& out, const trace& log, const stretch& in) {
  out.key("stores").begin_array();
  for (const memory_change& change : log.changes(in.from, in.to, ~std::size_t{0})) {
    const std::size_t shown = std::min(change.after.size(), most_bytes);
    out.begin_array();
    in.write_step_of(out, change.position);
    out.number(change.address).number(change.after.size());
    out.hex(change.before.first(shown)).hex(change.after.first(shown)).end_array();
  }
  out.end_array();
}

void write_block(json& out, const trace& log, const stretch& in, log_position at, std::size_t index, bool is_release) {
  const block& what = log.blocks()[index].what;
  out.begin_array();
  in.write_step_of(out, at);
  out.number(index + 1).number(what.address).number(what.size);
  out.number(is_release ? what.freed_by : static_cast<std::uint32_t>(what.by)).end_array();
}

}  // namespace

std::string sites_json(const recorded_run& run) {
  json out;
  out.begin_array();
  for (std::uint32_t i = 0; i < run.sites(); ++i) {
    const line_site& site = run.site(i);
    const auto place = run.place_of_site(i);
    const std::vector<source_frame> functions = run.debug().functions_at(site.address);
    out.begin_array().text(place ? place->path : "").number(site.line).number(site.column);
    out.text(functions.empty() ? run.name_of(site.function) : functions.front().name).end_array();
  }
  return out.end_array().release();
}

event_listing::event_listing(const trace& log, step_number from, step_number to, std::uint32_t wanted)
    : log_(log), wanted_(wanted), position_(from == 0 ? 0 : log.position_of(std::min(from, log.steps()))),
      end_(log.position_of(std::min(to, log.steps()))), steps_(std::min(from, log.steps())) {
  const auto blocks = log_.blocks();
  for (std::uint32_t i = 0; wants(listed::allocations) && i < blocks.size(); ++i) {
    if (blocks[i].released != never) releases_.emplace_back(blocks[i].released, i);
  }
  std::ranges::sort(releases_);
  for (const log_position at : log_.positions(record_kind::note)) if (is_output(log_.at(at))) outputs_.push_back(at);
}

std::string event_listing::next() {
  if (position_ >= end_) return {};
  const stretch in = read_stretch(log_, position_, end_, steps_);
  position_ = in.to;
  steps_ = in.end();
  json out;
  out.begin_object().key("first").number(in.first);
  if (wants(listed::steps)) write_steps(out, log_, in);
  if (wants(listed::stores)) write_stores(out, log_, in);
  if (wants(listed::allocations)) {
    const auto blocks = log_.blocks();
    out.key("allocations").begin_array();
    for (const traced_block& made : within(blocks, in, &traced_block::allocated)) {
      write_block(out, log_, in, made.allocated, static_cast<std::size_t>(&made - blocks.data()), false);
    }
    out.end_array().key("releases").begin_array();
    for (const auto& [at, index] : within(releases_, in, &std::pair<log_position, std::uint32_t>::first)) {
      write_block(out, log_, in, at, index, true);
    }
    out.end_array();
  }
  if (wants(listed::growth)) {
    out.key("growth").begin_array();
    for (const log_position at : within(log_.positions(record_kind::grow), in)) {
      const record grow = log_.at(at);
      out.begin_array();
      in.write_step_of(out, at);
      out.number(grow.words[1]).number(grow.words[2]).number(grow.payload()).end_array();
    }
    out.end_array();
  }
  if (wants(listed::output)) {
    out.key("output").begin_array();
    const auto printed = within(outputs_, in);
    for (auto at = printed.begin(); at != printed.end(); ++at) {
      const record note = log_.at(*at);
      out.begin_array();
      in.write_step_of(out, *at);
      out.number(static_cast<std::uint64_t>(at - outputs_.begin())).number(note.words[1]).number(note.words[2]).end_array();
    }
    out.end_array();
  }
  return out.end_object().release();
}

}  // namespace pagewise
