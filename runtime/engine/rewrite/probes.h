#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <unordered_map>
#include <vector>

#include "rewrite/record_code.h"
#include "wasm/memory_access.h"
#include "wasm/module.h"

namespace pagewise {

/// Locals that the code of an access uses: what its instruction takes, as far as it takes that, and two i32 that are free.
struct access_locals {
  std::uint32_t address, first, second, offset, scratch, narrow;
};

/// The functions that a recording module gets: each writes one kind of record, and does what it took the place of.
/// They are made when they are first asked for, and numbered from `first_function` on.
class probes {
public:
  probes(const module& in, const recorder_indices& indices, appended_types& types, std::uint32_t first_function);

  /// (i32 header) -> (): a step.
  std::uint32_t line();
  /// (i32 header) -> (): a frame begins; ends.
  std::uint32_t enter();
  std::uint32_t exit();
  /// (i32 depth) -> (): only so many frames remain.
  std::uint32_t unwind();
  /// (i32 header, i32 value) -> (): a local of one word has this value now.
  std::uint32_t local_value();
  /// (i32 header, i32 or i64 value) -> (): any other local, or a global, has this value now.
  std::uint32_t value(bool is_wide);
  /// (i32 header, i32, i32, i32) -> (), (i32 header, i32) -> (), (i32 header) -> ().
  std::uint32_t four_words();
  std::uint32_t two_words();
  std::uint32_t one_word();
  /// (i32 header, i32, i32) -> (): what the host notes.
  std::uint32_t three_words();
  /// (i32 header, i32 address, i32 length, i32 source) -> (): these bytes of a memory are about to change.
  std::uint32_t range(std::uint32_t memory);
  /// () -> (): tells when the size of memory 0 is not the one that the log knows.
  std::uint32_t check_size();
  /// Calls the module's start function.
  std::uint32_t start();
  /// Takes the place of an access to memory. Where it `takes_offset`, that comes as one more operand, on top.
  std::uint32_t access(const instruction& read, const memory_access& what);
  [[nodiscard]] bool takes_offset(const instruction& read, const memory_access& what) const;
  /// The same as `line` and `access` in place: engines put only so much of what is called where it is called.
  void write_line(code_builder& code, const record_code::push& header, std::uint32_t scratch) const;
  void write_access(code_builder& code, const instruction& read, const memory_access& what, const access_locals& locals);
  /// Take the place of memory.fill, memory.copy, memory.init, memory.grow.
  std::uint32_t fill(std::uint32_t memory);
  std::uint32_t copy(std::uint32_t to, std::uint32_t from);
  std::uint32_t init(std::uint32_t memory, std::uint32_t segment);
  std::uint32_t grow(std::uint32_t memory);

  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(types_made_.size()); }
  /// Types of the functions made, in order, and their bodies.
  [[nodiscard]] std::span<const std::uint32_t> types() const { return types_made_; }
  [[nodiscard]] std::span<const std::vector<std::uint8_t>> bodies() const { return bodies_; }
  /// The functions that have branches hardly ever taken, in no order, and where in their bodies these are.
  struct rare_branches {
    std::uint32_t function;
    std::vector<std::uint32_t> at;
  };
  [[nodiscard]] std::span<const rare_branches> rare() const { return rare_; }

private:
  using write = std::function<void(code_builder&)>;
  enum class name : std::uint64_t {
    pause, line, enter, exit, unwind, local_value, wide_value, one_word, two_words, three_words, four_words, check_size,
    range, access, fill, copy, init, grow, start
  };
  /// What tells functions of one name apart fits in 40 bits. They are of one memory each, as far as they are of any.
  static constexpr std::uint64_t key(name of, std::uint64_t detail = 0, std::uint32_t memory = 0) {
    static_assert(most_memories < 1U << 8);
    return static_cast<std::uint64_t>(of) << 48 | std::uint64_t{memory} << 40 | detail;
  }
  /// The function of this key, 0 when it is yet to be made.
  [[nodiscard]] std::uint32_t known(std::uint64_t key) const {
    const auto at = known_.find(key);
    return at == known_.end() ? 0 : at->second;
  }
  /// The function of this key; made by `body` when it is new. Locals beside its parameters are i32.
  std::uint32_t function(std::uint64_t key, std::uint32_t type, std::uint32_t locals, const write& body);
  std::uint32_t bulk(std::uint64_t key, std::uint32_t memory, range_cause cause, bool has_source,
                     const std::vector<std::uint8_t>& parameters, const write& operation);
  [[nodiscard]] std::uint8_t address_type(std::uint32_t memory) const;
  void tell_boundary(code_builder& code, std::uint32_t entering);
  /// Says of another memory than the first that the next record is of it.
  void tell_memory(code_builder& code, std::uint32_t memory, std::uint32_t scratch) const;
  /// Pushes the size of a memory, in pages.
  void push_size(code_builder& code, std::uint32_t memory) const;
  /// The global with the size of a memory that the log knows.
  [[nodiscard]] std::uint32_t known_pages(std::uint32_t memory) const {
    return memory == 0 ? indices_.pages : indices_.other_pages + memory - 1;
  }

  const module& in_;
  const recorder_indices& indices_;
  appended_types& types_;
  std::uint32_t first_function_;
  std::uint32_t pause_;
  record_code records_;
  std::unordered_map<std::uint64_t, std::uint32_t> known_;
  std::vector<std::uint32_t> types_made_;
  std::vector<std::vector<std::uint8_t>> bodies_;
  std::vector<rare_branches> rare_;
};

}  // namespace pagewise
