#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace pagewise {

/// The allocator function that was called from outside the allocator. The page knows these numbers.
enum class allocator_call : std::uint32_t {
  malloc_, calloc_, realloc_, aligned_alloc_, memalign_, posix_memalign_, new_, new_array, free_, delete_, delete_array
};

[[nodiscard]] constexpr bool releases(allocator_call call) { return call >= allocator_call::free_; }

/// One allocation, as the page reads it out of the engine's memory: five 32-bit words.
struct block {
  std::uint32_t address;
  std::uint32_t size;  ///< bytes the program asked for
  allocator_call by;
  std::uint32_t live;  ///< 1 or 0
  std::uint32_t freed_by;  ///< an allocator_call, or 0 while live
};
static_assert(sizeof(block) == 20, "the page reads blocks as five words");

/// A block as the page reads it, with its ordinal from 0: six 32-bit words.
struct reported_block {
  std::uint32_t ordinal;
  block what;
};
static_assert(sizeof(reported_block) == 24, "the page reads reported blocks as six words");

/// Counts and bytes over the whole run.
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
/// calling `malloc` is one allocation.
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
  /// The ordinal of the last block at an address, or ~0.
  [[nodiscard]] std::uint32_t latest_at(std::uint32_t address) const;
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
  void freed(allocator_call call, std::uint32_t address);

  std::vector<block> blocks_;
  std::vector<heap_finding> findings_;
  heap_totals totals_{};
  std::unordered_map<std::uint32_t, std::uint32_t> latest_at_;  ///< address to the ordinal of its last block
  std::uint32_t depth_ = 0;
  std::uint32_t changes_ = 0;
  std::uint32_t size_ = 0;
  std::uint32_t moved_from_ = 0;
  std::vector<inner_call> inner_;  ///< those of the outermost call; what it leaves behind if it throws
};

}  // namespace pagewise
