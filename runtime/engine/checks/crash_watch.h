#pragma once

#include <array>
#include <cstdint>

#include "checks/heap_watch.h"

namespace pagewise {

/// Why a program was ended. The last words that the learner's code read are kept: one of them may be the pointer that
/// led there.
class crash_watch {
public:
  crash_watch(const trace& log, const shadow_memory& shadow, const heap_watch& heap)
      : log_(log), shadow_(shadow), heap_(heap) {}

  /// The learner's code is about to read a word.
  void read(log_position at, std::uint32_t address) { words_[next_++ % words_.size()] = {at, address}; }
  /// A line throws an exception. Its frames may be gone when nothing has caught it.
  void thrown(log_position line) { thrown_by_ = line; }

  /// What the host's note tells. The cause is the line that freed the bytes which the guilty line used, or that set the
  /// function pointer to null which it called.
  [[nodiscard]] finding found(log_position at, const std::uint32_t* note, log_position line) const;

private:
  struct word {
    log_position at;
    std::uint32_t address;
  };
  [[nodiscard]] log_position set_to_null_by(const word& pointer) const;

  const trace& log_;
  const shadow_memory& shadow_;
  const heap_watch& heap_;
  std::array<word, 8> words_{};
  std::uint32_t next_ = 0;
  log_position thrown_by_ = finding::nowhere;
};

}  // namespace pagewise
