#pragma once

#include <vector>

#include "replay/log_index.h"
#include "replay/memory_image.h"

namespace pagewise {

/// Memory, moved along the log: old bytes are put back on the way to the start, new ones on the way to the end. The
/// log has the old ones; the new ones are found once, when a section comes, by undoing it.
class memory_cursor {
public:
  memory_cursor(const log_index& index, const piece_store& pieces) : index_(index), pieces_(pieces), image_(pieces) {}

  /// To be called when a section was added to the index and its pieces to the store. Moves to its start.
  void add_section();
  void move_to(log_position position);
  void read(std::uint32_t address, std::uint8_t* into, std::uint32_t length) { image_.read(address, into, length); }

  /// The new bytes of the records from a mark on.
  [[nodiscard]] const std::uint32_t* new_words_at(std::uint32_t mark_number) const;
  [[nodiscard]] std::uint32_t incomplete_sections() const;

private:
  struct section_values {
    std::vector<std::uint32_t> new_words;
    bool complete;
  };

  /// Whether undoing a section gives what memory was at its start. Where it does not, something wrote and no record
  /// says so: the section is entered from its end alone, so that each step has one memory however one came there.
  [[nodiscard]] bool is_complete(std::uint32_t section) const { return sections_[section].complete; }

  void find_new_words(std::uint32_t section);
  [[nodiscard]] bool undone_is_previous() const;
  void undo_to(log_position position);
  void redo_to(log_position position);
  [[nodiscard]] log_position cost_of_walking(std::uint32_t section, log_position position) const;
  /// Jumps to the nearer end of a section.
  void jump(std::uint32_t section, log_position position);

  const log_index& index_;
  const piece_store& pieces_;
  memory_image image_;
  log_position position_ = 0;
  std::uint32_t section_ = 0;  ///< where `position_` lies
  std::vector<section_values> sections_;
};

}  // namespace pagewise
