#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "checks/call_frames.h"
#include "checks/find_mistakes.h"
#include "checks/finding_list.h"
#include "checks/function_roles.h"
#include "checks/heap_shadow.h"

namespace pagewise {

/// Follows the calls of the allocator along a log: which block lies where, and which lines allocated and freed it.
class heap_watch {
public:
  heap_watch(const trace& log, const checked_program& program, std::span<const function_role> roles,
             shadow_memory& shadow, finding_list& found);

  /// Takes a record of the allocator. `frames` are those that are open.
  void pass(log_position at, const std::uint32_t* record, const call_frames& frames);
  /// No frame is open: what the allocator was at has ended.
  void reset() { depth_ = 0; }

  [[nodiscard]] bool is_at_work() const { return depth_ > 0; }
  [[nodiscard]] const heap_shadow& map() const { return map_; }
  /// The lines that allocated and freed a block; nowhere for what is no block, or is not freed.
  [[nodiscard]] log_position allocated_at(std::uint32_t block) const { return of(allocated_at_, block); }
  [[nodiscard]] log_position released_at(std::uint32_t block) const { return of(released_at_, block); }

private:
  static log_position of(const std::vector<log_position>& lines, std::uint32_t block) {
    return block < lines.size() ? lines[block] : finding::nowhere;
  }
  void begin(log_position at, allocator_call call, std::uint32_t given, log_position line);
  void finish(allocator_call call);
  bool take_blocks(bool is_written);
  void take_releases(log_position at, allocator_call call, std::uint32_t given);
  [[nodiscard]] bool is_on_stack(std::uint32_t address) const;
  void wrong_release(const heap_finding& what);

  const trace& log_;
  std::span<const traced_block> blocks_;
  finding_list& found_;
  heap_shadow map_;
  log_position opening_;
  std::vector<log_position> allocated_at_, released_at_;  ///< by block
  bool own_malloc_ = false, own_new_ = false;             ///< the learner wrote them
  bool tells_releases_apart_ = true;                      ///< free from delete, and that from delete[]
  std::vector<std::pair<log_position, std::uint32_t>> releases_;  ///< with the blocks that ended there, in order
  memory_regions regions_;
  std::size_t next_finding_ = 0, next_release_ = 0;
  std::uint32_t next_block_ = 0;
  // The outermost call that goes on.
  std::uint32_t depth_ = 0;
  log_position began_ = 0, line_ = 0;
  std::uint32_t released_ = finding::no_block;
  bool is_nested_ = false;
};

}  // namespace pagewise
