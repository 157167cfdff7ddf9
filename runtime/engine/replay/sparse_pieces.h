#pragma once

#include <array>
#include <cstdint>
#include <memory>

namespace pagewise {

/// Something for each piece of memory, all-zero at first. Costs what is touched: a leaf for every 4 MiB of addresses.
template <typename Value>
class sparse_pieces {
public:
  [[nodiscard]] Value& operator[](std::uint32_t piece) {
    std::unique_ptr<leaf>& found = leaves_[piece / leaf_size];
    if (!found) [[unlikely]] found = std::make_unique<leaf>();
    return (*found)[piece % leaf_size];
  }
  [[nodiscard]] Value at(std::uint32_t piece) const {
    const std::unique_ptr<leaf>& found = leaves_[piece / leaf_size];
    return found ? (*found)[piece % leaf_size] : Value{};
  }

private:
  static constexpr std::uint32_t leaf_size = 1024, leaves = 1024;  // 4 GiB of pieces of 4 KiB
  using leaf = std::array<Value, leaf_size>;

  std::array<std::unique_ptr<leaf>, leaves> leaves_{};
};

}  // namespace pagewise
