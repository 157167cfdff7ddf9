#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>

#include "debug/debug_info.h"
#include "wasm/module.h"

namespace pagewise {

/// A frame as a recording had it: the values of locals and globals, and two pages of memory.
class recorded_frame final : public frame_view {
public:
  code_address address = 0;
  std::map<std::uint32_t, std::uint64_t> locals, globals;
  std::vector<std::uint8_t> memory = std::vector<std::uint8_t>(2 * 65'536);

  [[nodiscard]] std::optional<std::uint64_t> local(std::uint32_t index) const override { return value(locals, index); }
  [[nodiscard]] std::optional<std::uint64_t> global(std::uint32_t index) const override {
    return value(globals, index);
  }
  bool read(std::uint64_t from, std::span<std::uint8_t> into) const override {
    if (from > memory.size() || into.size() > memory.size() - from) return false;
    std::copy_n(memory.begin() + static_cast<std::ptrdiff_t>(from), into.size(), into.begin());
    return true;
  }

private:
  static std::optional<std::uint64_t> value(const std::map<std::uint32_t, std::uint64_t>& all, std::uint32_t index) {
    const auto found = all.find(index);
    return found != all.end() ? std::optional(found->second) : std::nullopt;
  }
};

/// A program in `programs/` with frames of a run of it. `programs/README.md` tells how both were made.
class recorded_program {
public:
  explicit recorded_program(const std::string& name) {
    const std::string path = std::string(PAGEWISE_TEST_PROGRAMS) + "/" + name;
    std::ifstream binary(path + ".wasm", std::ios::binary);
    file_ = {std::istreambuf_iterator<char>(binary), {}};
    const auto read = read_module(file_);
    if (!read) throw std::runtime_error(path + ".wasm cannot be read");
    info_ = std::make_unique<debug_info>(*read);
    read_frames(path + ".frames");
  }

  [[nodiscard]] const debug_info& info() const { return *info_; }
  [[nodiscard]] const std::vector<std::uint8_t>& file() const { return file_; }
  /// The frame when the line was about to run for the `hit`-th time.
  [[nodiscard]] const recorded_frame& frame(unsigned line, unsigned hit = 1) const { return frames_.at({line, hit}); }
  [[nodiscard]] const auto& frames() const { return frames_; }
  /// Variables of the frame's own function, or of one inlined into it.
  [[nodiscard]] std::vector<shown_variable> variables(const recorded_frame& at, bool of_inlined = false) const {
    const std::size_t count = info_->functions_at(at.address).size();
    return info_->variables(at.address, of_inlined ? 0 : static_cast<std::uint32_t>(count - 1), at);
  }

private:
  void read_frames(const std::string& path) {
    std::ifstream text(path);
    recorded_frame* now = nullptr;
    for (std::string line; std::getline(text, line);) {
      std::istringstream words(line);
      std::string kind, hexadecimal;
      std::uint32_t number = 0, hit = 0;
      words >> kind;
      if (kind == "frame") {
        words >> number >> hit;
        now = &frames_[{number, hit}];
      } else if (kind == "address") {
        words >> std::hex >> now->address;
      } else if (kind == "memory") {
        words >> std::hex >> number >> hexadecimal;
        for (std::size_t i = 0; i < hexadecimal.size(); i += 2)
          now->memory[number + i / 2] = static_cast<std::uint8_t>(std::stoul(hexadecimal.substr(i, 2), nullptr, 16));
      } else {
        words >> number >> hexadecimal;
        (kind == "local" ? now->locals : now->globals)[number] = std::stoull(hexadecimal, nullptr, 16);
      }
    }
  }

  std::vector<std::uint8_t> file_;
  std::unique_ptr<debug_info> info_;
  std::map<std::pair<unsigned, unsigned>, recorded_frame> frames_;
};

/// A value as one line: its text, or its parts in braces; without what is raw.
inline std::string written(const shown_value& value) {
  if (value.what == shown_value::state::optimised_out) return "<optimised out>";
  if (value.what == shown_value::state::unavailable) return "<unavailable>";
  std::string parts;
  for (const shown_value& part : value.parts) {
    if (!part.is_raw) parts += (parts.empty() ? "" : ", ") + part.name + ": " + written(part);
  }
  if (parts.empty()) return value.text;
  return value.text + (value.text.empty() ? "" : " ") + "{" + parts + "}";
}

/// What the variable of this name is shown as, with its type: `int = 42`. Empty when there is none.
inline std::string shown(const std::vector<shown_variable>& variables, std::string_view name) {
  for (const shown_variable& one : variables) {
    if (one.value.name == name) return one.value.type + " = " + written(one.value);
  }
  return {};
}

}  // namespace pagewise
