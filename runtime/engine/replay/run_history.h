#pragma once

#include <optional>
#include <span>
#include <vector>

#include "replay/record_reader.h"
#include "replay/trace.h"

namespace pagewise {

/// The writes of one Wasm global, in order.
class global_history {
public:
  void add(log_position position, std::uint64_t value);
  /// Number of writes before a position.
  [[nodiscard]] std::size_t before(log_position position) const;
  [[nodiscard]] log_position position(std::size_t write) const { return writes_[write].position; }
  /// The lowest value of this write and those before it; ~0 stands for values of more than 32 bits.
  [[nodiscard]] std::uint32_t lowest(std::size_t write) const { return writes_[write].lowest; }

private:
  struct global_write {
    log_position position;
    std::uint32_t lowest;
  };
  std::vector<global_write> writes_;
};

/// The blocks of the heap, with the records that made and released them.
class heap_history {
public:
  void add(log_position position, const std::uint32_t* record);
  /// No frame is open: what the allocator was at has ended.
  void reset() { table_.reset_depth(); }

  [[nodiscard]] std::span<const traced_block> blocks() const { return blocks_; }
  [[nodiscard]] std::span<const heap_finding> findings() const { return table_.findings(); }
  /// Positions of the records that began the allocations, and the releases, of the program.
  [[nodiscard]] std::span<const log_position> allocations() const { return allocations_; }
  [[nodiscard]] std::span<const log_position> releases() const { return releases_; }
  [[nodiscard]] std::span<const log_position> found_at() const { return found_at_; }

private:
  void begin(log_position position, allocator_call call, std::uint32_t first);
  /// Takes over what the table has made of the last record.
  void follow();

  block_table table_;
  std::vector<traced_block> blocks_;
  std::vector<log_position> allocations_, releases_, found_at_;
  log_position began_ = 0;  ///< where the outermost allocator call began
};

/// What happened along a run and is rare enough to be listed.
class run_history {
public:
  explicit run_history(std::uint32_t globals) : globals_(globals) {}

  /// The records that it is made of.
  static constexpr record_kinds kinds{record_kind::grow, record_kind::global, record_kind::allocator,
                                      record_kind::unwind, record_kind::note};
  void add(log_position position, const std::uint32_t* record);

  [[nodiscard]] const heap_history& heap() const { return heap_; }
  [[nodiscard]] const global_history& global(std::uint32_t index) const { return globals_[index]; }
  [[nodiscard]] std::uint32_t globals() const { return static_cast<std::uint32_t>(globals_.size()); }
  [[nodiscard]] std::span<const log_position> grows() const { return grows_; }
  [[nodiscard]] std::span<const log_position> notes() const { return notes_; }
  [[nodiscard]] std::span<const log_position> outputs() const { return outputs_; }
  [[nodiscard]] std::span<const log_position> allocator_records() const { return allocator_records_; }

private:
  heap_history heap_;
  std::vector<global_history> globals_;
  std::vector<log_position> grows_, notes_, outputs_, allocator_records_;
};

}  // namespace pagewise
