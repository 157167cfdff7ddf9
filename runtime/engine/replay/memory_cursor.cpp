#include "replay/memory_cursor.h"

#include <algorithm>

#include "replay/record_reader.h"

namespace pagewise {
namespace {

/// A jump costs about as much as passing this many words of records: copies of pieces are made anew.
constexpr log_position words_worth_a_jump = 100'000;

constexpr std::uint32_t generation_before(std::uint32_t section) { return section + 1; }
constexpr std::uint32_t generation_after(std::uint32_t section) { return section + 2; }

std::uint8_t* bytes_of(std::uint32_t* words) { return reinterpret_cast<std::uint8_t*>(words); }
const std::uint8_t* bytes_of(const std::uint32_t* words) { return reinterpret_cast<const std::uint8_t*>(words); }

struct found_write {
  const std::uint32_t* record;
  memory_write what;
  std::uint32_t new_words;  ///< words of new values since the mark
};

/// The writes between two places of one stretch, first to last.
void collect_writes(const log_index::stretch& in, log_position from, log_position to, std::vector<found_write>& into) {
  into.clear();
  const std::uint32_t *record = in.words, *first = in.words + (from - in.from), *end = in.words + (to - in.from);
  for (std::uint32_t new_words = 0; record < end; record += words_of(record)) {
    const memory_write what = write_of(record);
    if (what.length == 0) continue;
    if (record >= first) into.push_back({record, what, new_words});
    new_words += padded_words(what.length);
  }
}

}  // namespace

const std::uint32_t* memory_cursor::new_words_at(std::uint32_t mark_number) const {
  const mark& at = index_.marks()[mark_number];
  return sections_[index_.section_of(at.position)].new_words.data() + at.new_words;
}

void memory_cursor::add_section() {
  const auto added = static_cast<std::uint32_t>(sections_.size());
  const log_index::section& section = index_.sections()[added];
  sections_.push_back({});
  image_.become(generation_after(added));
  section_ = added;
  position_ = section.end();
  find_new_words(added);
  sections_[added].complete = undone_is_previous();
}

std::uint32_t memory_cursor::incomplete_sections() const {
  return static_cast<std::uint32_t>(std::ranges::count(sections_, false, &section_values::complete));
}

void memory_cursor::find_new_words(std::uint32_t section) {
  const log_index::section& in = index_.sections()[section];
  std::vector<std::uint32_t>& new_words = sections_[section].new_words;
  const auto marks = index_.marks();
  std::vector<found_write> writes;
  for (auto number = static_cast<std::uint32_t>(marks.size()); number-- > in.first_mark;) {
    const log_index::stretch stretch = index_.stretch_of(number);
    collect_writes(stretch, stretch.from, stretch.to, writes);
    if (new_words.empty() && !writes.empty()) {
      const found_write& last = writes.back();
      new_words.resize(marks[number].new_words + last.new_words + padded_words(last.what.length));
    }
    for (auto each = writes.rbegin(); each != writes.rend(); ++each) {
      std::uint32_t scratch;
      std::uint8_t* found = bytes_of(&new_words[marks[number].new_words + each->new_words]);
      image_.exchange(each->what.address, old_bytes(each->record, scratch), found, each->what.length);
    }
  }
  position_ = in.start;
}

bool memory_cursor::undone_is_previous() const {
  const std::uint32_t generation = image_.generation();
  const auto begin = pieces_.begin_of(generation), end = pieces_.end_of(generation);
  for (auto each = begin; each < end; ++each) {
    if (!image_.is_copied(pieces_.piece_of(each))) return false;
  }
  return std::ranges::all_of(image_.copied(), [&](std::uint32_t piece) {
    auto version = image_.version_of(piece);
    while (version >= begin) version = pieces_.previous(version);
    std::uint8_t before[piece_size];
    pieces_.copy(version, before);
    return std::memcmp(image_.contents(piece), before, piece_size) == 0;
  });
}

void memory_cursor::undo_to(log_position position) {
  std::vector<found_write> writes;
  while (position_ > position) {
    const log_index::stretch stretch = index_.stretch_of(index_.mark_of(position_ - 1));
    const log_position from = std::max(position, stretch.from);
    collect_writes(stretch, from, position_, writes);
    for (auto each = writes.rbegin(); each != writes.rend(); ++each) {
      std::uint32_t scratch;
      image_.write(each->what.address, old_bytes(each->record, scratch), each->what.length);
    }
    position_ = from;
  }
}

void memory_cursor::redo_to(log_position position) {
  std::vector<found_write> writes;
  while (position_ < position) {
    const std::uint32_t number = index_.mark_of(position_);
    const log_index::stretch stretch = index_.stretch_of(number);
    const log_position to = std::min(position, stretch.to);
    collect_writes(stretch, position_, to, writes);
    for (const found_write& each : writes) {
      image_.write(each.what.address, bytes_of(new_words_at(number) + each.new_words), each.what.length);
    }
    position_ = to;
  }
}

log_position memory_cursor::cost_of_walking(std::uint32_t section, log_position position) const {
  constexpr log_position impossible = ~log_position{0};
  for (std::uint32_t crossed = std::min(section_, section) + 1; crossed <= std::max(section_, section); ++crossed) {
    if (!is_complete(crossed)) return impossible;
  }
  return std::max(position_, position) - std::min(position_, position);
}

void memory_cursor::jump(std::uint32_t section, log_position position) {
  const log_index::section& to = index_.sections()[section];
  const bool from_start = is_complete(section) && position - to.start < to.end() - position;
  image_.become(from_start ? generation_before(section) : generation_after(section));
  position_ = from_start ? to.start : to.end();
  section_ = section;
}

void memory_cursor::move_to(log_position position) {
  if (sections_.empty()) return image_.become(pieces_.newest_generation());
  const std::uint32_t section = index_.section_of(position);
  const log_index::section& to = index_.sections()[section];
  const log_position from_end = to.end() - position;
  const log_position from_nearer = is_complete(section) ? std::min(from_end, position - to.start) : from_end;
  const log_position walk = cost_of_walking(section, position);
  if (walk > from_nearer && walk - from_nearer > words_worth_a_jump) jump(section, position);
  undo_to(position);
  redo_to(position);
  section_ = section;
}

}  // namespace pagewise
