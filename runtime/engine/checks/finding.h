#pragma once

#include <cstdint>
#include <string_view>

#include "replay/trace.h"

namespace pagewise {

/// What a program did wrong.
enum class finding_kind : std::uint32_t {
  double_free,
  invalid_free,
  mismatched_free,
  use_after_free,
  heap_overflow,       ///< bytes just past a block, or just before one, that belong to the allocator
  uninitialised_read,  ///< bytes of the heap that nothing has written
  null_page,           ///< below everything that the linker laid out
  stack_overflow,      ///< the stack pointer has fallen into the data below the stack
  leak,
  crash                ///< the program was ended; its size is a crash_kind
};

/// As the page knows it: `use-after-free`.
[[nodiscard]] std::string_view name_of(finding_kind kind);

/// Why the host ended a program, as its note tells. The page knows these numbers.
enum class crash_kind : std::uint32_t {
  other, call_stack, unreachable, outside_of_memory, division, conversion, quotient, null_function, function_type,
  no_function, exception, stack
};

/// How the last pointer to a block was lost: by another value in its place, with the frame or with the block that held
/// it. The page knows these numbers.
enum class pointer_loss : std::uint32_t { overwritten, frame_ended, holder_freed };

enum class access_kind : std::uint32_t { read, write };

/// Something wrong that the program did. Nothing traps then; the run goes on.
struct finding {
  static constexpr std::uint32_t no_block = ~std::uint32_t{0};
  /// The position of a line that is not known, or that there is none of.
  static constexpr log_position nowhere = never;

  finding_kind kind;
  access_kind access;
  std::uint32_t address;
  std::uint32_t size;    ///< bytes of the access; of the stack below its end; of all blocks that leak
  std::uint32_t block;   ///< ordinal of the block that it is about
  log_position known_at;
  log_position guilty;   ///< the line that did it: the position of its record
  log_position cause;    ///< the line that freed or allocated the block; of a leak, that lost the last pointer to it
  std::uint32_t times;   ///< how often it was done by that line or to that block; of a leak, how many blocks
  pointer_loss loss{};   ///< of a leak whose cause is known

  /// Where it is marked on the way through the run: a leak is made where its block was allocated.
  [[nodiscard]] log_position marked_at() const { return kind == finding_kind::leak ? guilty : known_at; }
};

}  // namespace pagewise
