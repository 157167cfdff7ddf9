#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "explain/json.h"

namespace pagewise {

/// How often each kind of event happened in each part of a run, and the deepest stack of each part. Parts are added as
/// they are named.
class event_counts {
public:
  enum event : std::size_t { calls, returns, allocations, releases, growths, outputs, views, findings, kinds };

  explicit event_counts(std::size_t parts = 0) { have(parts); }

  void add(event kind, std::size_t part) {
    have(part + 1);
    ++counts_[kind][part];
  }
  void deepest(std::size_t part, std::uint32_t depth) {
    have(part + 1);
    depths_[part] = std::max(depths_[part], depth);
  }

  /// Writes two members of an object: `events`, with a list of counts for each kind, and `depths`.
  void write(json& out) const {
    constexpr std::array<std::string_view, kinds> names = {"call",   "return", "allocation", "release",
                                                           "growth", "output", "view",       "finding"};
    out.key("events").begin_object();
    for (std::size_t kind = 0; kind < kinds; ++kind) {
      out.key(names[kind]).begin_array();
      for (const std::uint32_t count : counts_[kind]) out.number(count);
      out.end_array();
    }
    out.end_object().key("depths").begin_array();
    for (const std::uint32_t depth : depths_) out.number(depth);
    out.end_array();
  }

private:
  void have(std::size_t parts) {
    if (parts <= depths_.size()) return;
    for (auto& list : counts_) list.resize(parts);
    depths_.resize(parts);
  }

  std::array<std::vector<std::uint32_t>, kinds> counts_;
  std::vector<std::uint32_t> depths_;
};

}  // namespace pagewise
