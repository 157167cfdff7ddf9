// fails: no-finding
#pragma once
#include <cstddef>
#include <span>
#include <pagewise/allocator.h>

class arena {
public:
  explicit arena(std::span<std::byte> room) : room_(room) {}

  void* take(std::size_t size) {
    if (size > room_.size() - used_) return nullptr;
    void* block = room_.data() + used_;
    used_ += size;
    pagewise_allocated(block, size);
    return block;
  }

  std::size_t mark() const { return used_; }

  void rewind(std::size_t mark) {
    pagewise_released_all(room_.data(), used_ - mark);
    used_ = mark;
  }

private:
  std::span<std::byte> room_;
  std::size_t used_ = 0;
};

class scope {
public:
  explicit scope(arena& from) : from_(from), mark_(from.mark()) {}
  ~scope() { from_.rewind(mark_); }
  scope(const scope&) = delete;
  scope& operator=(const scope&) = delete;

  arena& memory() { return from_; }

private:
  arena& from_;
  std::size_t mark_;
};
