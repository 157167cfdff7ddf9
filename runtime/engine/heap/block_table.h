#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "heap/block_places.h"

namespace pagewise {

/// The allocator function that was called from outside the allocator; the last three are those by which the program's
/// own allocator announces what it does (`pagewise/allocator.h`). The page knows these numbers.
enum class allocator_call : std::uint32_t {
  malloc_, calloc_, realloc_, aligned_alloc_, memalign_, posix_memalign_, new_, new_array, free_, delete_, delete_array,
  announced, announced_release, announced_release_all
};

[[nodiscard]] constexpr bool releases(allocator_call call) {
  return call >= allocator_call::free_ && call != allocator_call::announced;
}
[[nodiscard]] constexpr bool announces(allocator_call call) { return call >= allocator_call::announced; }

/// One allocation, as the page reads it out of the engine's memory: six 32-bit words.
struct block {
  std::uint32_t address;
  std::uint32_t size;  ///< bytes the program asked for
  allocator_call by;
  std::uint32_t live;  ///< 1 or 0
  std::uint32_t freed_by;  ///< an allocator_call, or 0 while live
  std::uint32_t within;    ///< the ordinal, from 1, of the block that its bytes were taken from; 0 where there is none
};
static_assert(sizeof(block) == 24, "the page reads blocks as six words");

/// A block as the page reads it, with its ordinal from 0: seven 32-bit words.
struct reported_block {
  std::uint32_t ordinal;
  block what;
};
static_assert(sizeof(reported_block) == 28, "the page reads reported blocks as seven words");

/// Counts and bytes over the whole run. The bytes of a block that lies within another are that one's.
struct heap_totals {
  double live_blocks, live_bytes, freed_blocks, freed_bytes;
};

/// Something wrong that a program did to its heap. Nothing traps then; the run goes on.
struct heap_finding {
  enum class kind : std::uint32_t { double_free, invalid_free, mismatched_free };
  kind what;
  std::uint32_t address;
  std::uint32_t block;  ///< its ordinal from 0, or ~0
};
static_assert(sizeof(heap_finding) == 12);

/// What a program allocated and freed, in order. Calls that the allocator makes to itself do not count: `operator new`
/// calling `malloc` is one allocation, and so is an `operator new` that announces the block it returns. Blocks that are
/// announced may lie within others, and end with them.
class block_table {
public:
  /// The program calls an allocator function. Sizes and addresses are as in C: `first` and `second` are its arguments.
  void enter(allocator_call call, std::uint32_t first, std::uint32_t second, std::uint32_t third);
  /// It returned `result` (0 where it returns nothing or failed).
  void leave(allocator_call call, std::uint32_t result);
  /// It was left by an exception.
  void abandon();
  /// No frame of the program is active: whatever was entered has been left, by a trap for example.
  void reset_depth() { depth_ = 0; }
  /// Whether the allocator is at work: what it calls now are calls to itself.
  [[nodiscard]] bool is_inside() const { return depth_ > 0; }

  [[nodiscard]] std::span<const block> blocks() const { return blocks_; }
  /// Ordinals of the blocks that the last call of `enter`, `leave` or `abandon` has ended.
  [[nodiscard]] std::span<const std::uint32_t> ended() const { return ended_; }
  [[nodiscard]] const heap_totals& totals() const { return totals_; }
  /// At most `most` blocks, in order: live ones before freed ones, newer ones before older ones.
  [[nodiscard]] std::vector<reported_block> newest(std::size_t most) const;
  [[nodiscard]] std::span<const heap_finding> findings() const { return findings_; }
  /// Rises with each change.
  [[nodiscard]] std::uint32_t changes() const { return changes_; }

private:
  /// A call that the allocator makes to itself, to allocate.
  struct inner_call {
    allocator_call call;
    std::uint32_t size;
    std::uint32_t depth;
    std::uint32_t address;  ///< what it returned; 0 while it goes on
  };

  static std::uint32_t size_asked(allocator_call call, std::uint32_t first, std::uint32_t second, std::uint32_t third);
  void enter_inner(allocator_call call, std::uint32_t first, std::uint32_t size);
  void leave_inner(std::uint32_t result);
  void allocated(allocator_call call, std::uint32_t address, std::uint32_t size);
  std::uint32_t place_announced(std::uint32_t ordinal, std::uint32_t address, std::uint32_t size);
  /// `moved_to` is where a reallocated block is now.
  void freed(allocator_call call, std::uint32_t address, std::uint32_t moved_to = 0);
  [[nodiscard]] std::uint32_t block_to_free(allocator_call call, std::uint32_t address) const;
  [[nodiscard]] bool belong_together(std::uint32_t ordinal, allocator_call freed) const;
  void end(allocator_call call, std::uint32_t ordinal);
  void end_inside(allocator_call call, std::uint32_t address, std::uint32_t size);

  std::vector<block> blocks_;
  std::vector<bool> is_announced_;  ///< by ordinal
  block_places places_;             ///< where live blocks lie, from the first announcement on
  bool has_places_ = false;
  std::vector<heap_finding> findings_;
  heap_totals totals_{};
  /// Addresses to the ordinals of their last blocks: of the allocator's functions, and of what was announced.
  std::unordered_map<std::uint32_t, std::uint32_t> latest_at_, announced_at_;
  /// Of a block that was given the address of a live one, as a heap does that is broken: that one.
  std::unordered_map<std::uint32_t, std::uint32_t> twins_;
  std::vector<std::uint32_t> ended_;
  std::uint32_t announced_inside_ = 0;  ///< the address that was announced last within the outermost call
  std::uint32_t depth_ = 0;
  std::uint32_t changes_ = 0;
  std::uint32_t size_ = 0;
  std::uint32_t moved_from_ = 0;
  std::vector<inner_call> inner_;  ///< those of the outermost call; what it leaves behind if it throws
};

}  // namespace pagewise
