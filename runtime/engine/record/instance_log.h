#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "record/log_memory.h"

namespace pagewise {

/// The log of a program on a host without multiple memories: the program calls these functions, Wasm to Wasm. Laid out
/// as the second memory would be, so that the host takes both in the same way.
class instance_log {
public:
  /// `full` is called when there is no room: it must take the log and call `clear`.
  explicit instance_log(void (*full)()) : full_(full) {}

  void one(std::uint32_t header);
  void two(std::uint32_t header, std::uint32_t first);
  void three(std::uint32_t header, std::uint32_t first, std::uint32_t second);
  void four(std::uint32_t header, std::uint32_t first, std::uint64_t wide);
  /// The old bytes of a range follow, `size` of them at a time.
  void range(std::uint32_t header, std::uint32_t address, std::uint32_t length, std::uint32_t source);
  void range_data(std::uint64_t bytes, std::uint32_t size);

  // What is kept of frames by their depth while no records are written. The innermost one's line is not in here: the
  // program has it in a global.
  /// A frame begins at this depth, called from this line of the frame around it.
  void frame_enter(std::uint32_t depth, std::uint32_t header, std::uint32_t line);
  /// The line at which the frame at this depth called the next one.
  [[nodiscard]] std::uint32_t frame_line(std::uint32_t depth) const { return frames_[depth % log_memory::most_frames].line; }
  void frame_local(std::uint32_t depth, std::uint32_t header, std::uint32_t value);

  [[nodiscard]] const std::vector<std::uint32_t>& words() const { return words_; }
  [[nodiscard]] std::uint32_t count() const { return count_; }
  /// A flag for each piece of the program's memory that changed. The host clears them.
  [[nodiscard]] std::vector<std::uint8_t>& flags() { return flags_; }
  [[nodiscard]] const std::vector<idle_frame>& frames() const { return frames_; }
  /// Forgets the words.
  void clear();

private:
  std::uint32_t* room(std::uint32_t words);
  void changed(std::uint32_t header, std::uint32_t address);

  void (*full_)();
  std::vector<std::uint32_t> words_ = std::vector<std::uint32_t>(log_memory::capacity / 4);
  std::vector<std::uint8_t> flags_ = std::vector<std::uint8_t>(log_memory::flags);
  std::vector<idle_frame> frames_ = std::vector<idle_frame>(log_memory::most_frames);
  std::uint32_t count_ = 0;
  std::uint8_t* data_ = nullptr;  ///< where the next bytes of a range go
};

}  // namespace pagewise
