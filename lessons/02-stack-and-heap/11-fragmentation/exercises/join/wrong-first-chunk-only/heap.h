// fails: call joins_other_sizes() = 1
#pragma once
#include <cstddef>
#include <cstdint>
#include <new>
#include <span>
#include <pagewise/allocator.h>

class heap {
public:
  explicit heap(std::span<std::byte> room) : room_(room) {
    make_chunk(0, static_cast<std::uint32_t>(room.size()), true);
  }

  void* take(std::uint32_t size) {
    const std::uint32_t needed = ((size + 7) & ~7U) + header;
    for (std::uint32_t at = 0; at < room_.size(); at += chunk_at(at).size) {
      chunk& found = chunk_at(at);
      if (!found.is_free || found.size < needed) continue;
      if (found.size - needed > header) {
        make_chunk(at + needed, found.size - needed, true);
        found.size = needed;
      }
      found.is_free = false;
      void* block = room_.data() + at + header;
      pagewise_allocated(block, size);
      return block;
    }
    return nullptr;
  }

  void release(void* block) {
    if (block == nullptr) return;
    pagewise_released(block);
    const auto at = static_cast<std::uint32_t>(static_cast<std::byte*>(block) - room_.data()) - header;
    chunk_at(at).is_free = true;
    join();
  }

private:
  struct chunk {
    std::uint32_t size;
    bool is_free;
  };
  static constexpr std::uint32_t header = sizeof(chunk);

  chunk& chunk_at(std::uint32_t at) { return *std::launder(reinterpret_cast<chunk*>(room_.data() + at)); }
  void make_chunk(std::uint32_t at, std::uint32_t size, bool is_free) { new (room_.data() + at) chunk{size, is_free}; }

  void join() {
    chunk& found = chunk_at(0);
    while (found.is_free && found.size < room_.size() && chunk_at(found.size).is_free) found.size += chunk_at(found.size).size;
  }

  std::span<std::byte> room_;
};
