#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>

#include "record/log_format.h"
#include "rewrite/appended_types.h"
#include "rewrite/code_builder.h"
#include "rewrite/recording.h"

namespace pagewise {

/// Writes the code that appends records to the log, in either mode of recording.
class record_code {
public:
  /// Pushes one value.
  using push = std::function<void(code_builder&)>;

  /// `pause` is the function (i32 bytes needed) -> () that makes room.
  record_code(const recorder_indices& indices, appended_types& types, std::uint32_t pause)
      : indices_(indices), types_(types), pause_(pause) {}

  /// While recording is active, appends a record of these 32-bit words; else does what `idle` writes. `scratch` is an
  /// i32 local that may be used.
  void words(code_builder& code, std::initializer_list<push> words, std::uint32_t scratch, const push& idle = nullptr) const;
  /// Appends a record of these words in any case.
  void append(code_builder& code, std::initializer_list<push> words, std::uint32_t scratch) const;
  /// Appends the record of a store of 4 bytes.
  void append_store4(code_builder& code, const push& address, const push& old, std::uint32_t scratch) const;
  /// Appends a record of two words and a 64-bit value.
  void append_wide(code_builder& code, const push& first, const push& second, const push& wide, std::uint32_t scratch) const;

  // What is kept of the open frames while no records are written: see idle_frame. `scratch` as above.
  /// A frame has begun, whose header is in this local.
  void keep_enter(code_builder& code, std::uint32_t header, std::uint32_t scratch) const;
  /// The innermost frame has come to this line.
  void keep_line(code_builder& code, const push& header) const;
  /// A local of the innermost frame has this value.
  void keep_local(code_builder& code, std::uint32_t header, std::uint32_t value, std::uint32_t scratch) const;
  /// Only so many frames remain.
  void keep_depth(code_builder& code, const push& depth, std::uint32_t scratch) const;

  // For recording::second_memory alone: a record of `bytes` bytes, part by part.
  void begin(code_builder& code, std::uint32_t scratch) const;
  void store_word(code_builder& code, std::uint32_t scratch, std::uint32_t offset, const push& value) const;
  void finish(code_builder& code, std::uint32_t scratch, std::uint32_t bytes) const;
  /// Marks the pieces that hold the first and the last of `size` bytes at an address of a memory as changed.
  void mark_changed(code_builder& code, std::uint32_t memory, std::uint32_t address, std::uint32_t size) const;

private:
  void call_log(code_builder& code, std::uint32_t words) const;
  /// Sets `scratch` to where the frame at this depth is kept in the log's memory.
  void find_frame(code_builder& code, const push& depth, std::uint32_t scratch) const;

  const recorder_indices& indices_;
  appended_types& types_;
  std::uint32_t pause_;
};

/// Pushes a number; the value of a local.
[[nodiscard]] inline record_code::push constant(std::uint32_t value) {
  return [value](code_builder& code) { code.i32(value); };
}
[[nodiscard]] inline record_code::push local(std::uint32_t index) {
  return [index](code_builder& code) { code.get(index); };
}

}  // namespace pagewise
