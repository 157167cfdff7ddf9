#pragma once

#include <optional>
#include <span>

#include "explain/json.h"
#include "explain/recorded_run.h"

namespace pagewise {

/// Bytes that a step changed.
struct changed_bytes {
  std::uint32_t address;
  std::uint32_t size;
};

/// Writes variables with their values. Those of a call that lie in its frame are told as never written where they are.
class value_json {
public:
  /// `call_number` is call::none for globals; `changes` are those of the step before.
  value_json(json& out, recorded_run& run, std::uint32_t call_number, std::span<const changed_bytes> changes)
      : out_(out), run_(run), call_(call_number), changes_(changes) {}

  /// The frame's bytes: outside of them nothing is asked whether it was written.
  void set_frame(std::uint64_t start, std::uint64_t end) {
    frame_start_ = start;
    frame_end_ = end;
  }
  void write(const shown_variable& variable);

private:
  void value(const shown_value& shown);
  [[nodiscard]] bool is_changed(const shown_value& shown) const;
  [[nodiscard]] bool is_unwritten(std::optional<std::uint64_t> address, std::uint32_t size) const;

  json& out_;
  recorded_run& run_;
  std::uint32_t call_;
  std::span<const changed_bytes> changes_;
  std::uint64_t frame_start_ = 0, frame_end_ = 0;
};

}  // namespace pagewise
