#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace pagewise {

/// Where live blocks lie: those that the allocator's functions made, and announced ones, which may lie within them and
/// within each other.
class block_places {
public:
  struct bytes {
    std::uint32_t address;
    std::uint64_t end;
  };

  /// A block that an allocator's function made.
  void add(std::uint32_t ordinal, bytes where) { outer_[where.address] = {where.end, ordinal}; }
  void add_announced(std::uint32_t ordinal, bytes where);
  void remove(std::uint32_t ordinal, std::uint32_t address);

  /// The innermost block that holds all these bytes.
  [[nodiscard]] std::optional<std::uint32_t> holder_of(bytes what) const;
  /// Ordinals of the announced blocks that begin in these bytes.
  [[nodiscard]] std::vector<std::uint32_t> announced_in(bytes what) const;

private:
  struct outer_block {
    std::uint64_t end;
    std::uint32_t ordinal;
  };
  using key = std::pair<std::uint32_t, std::uint32_t>;  ///< address and ordinal: the inner ones come later
  struct announced_block {
    std::uint64_t end;
    std::optional<key> around;  ///< the announced block that it lies in
  };
  [[nodiscard]] std::optional<key> announced_holder_of(bytes what) const;

  std::map<std::uint32_t, outer_block> outer_;  ///< by address
  std::map<key, announced_block> announced_;
};

}  // namespace pagewise
