// fails: unchanged main.cpp
#include <array>
#include <cstddef>
#include <cstring>
#include <span>
#include <emscripten/emscripten.h>
#include "heap.h"

alignas(8) std::array<std::byte, 120> room;
heap chunks{room};

// Blocks of 8, 24, 40 and 64 bytes fill all of it but its last eight bytes, which are not the heap's.
alignas(8) std::array<std::byte, 176> large;
heap others{std::span(large).first(168)};

// Takes three blocks that fill the room, releases them in this order, and asks for the whole room.
extern "C" EMSCRIPTEN_KEEPALIVE bool joins(std::size_t first, std::size_t second, std::size_t third) {
  std::array<void*, 3> taken{};
  for (void*& each : taken) each = chunks.take(32);
  chunks.release(taken[first]);
  chunks.release(taken[second]);
  chunks.release(taken[third]);
  void* all = chunks.take(112);
  chunks.release(all);
  return true;
}

// Releases two blocks beside one that is still in use: is its text intact, and its room not handed out?
extern "C" EMSCRIPTEN_KEEPALIVE bool leaves_others_alone() {
  std::array<char*, 3> taken{};
  for (char*& each : taken) each = static_cast<char*>(chunks.take(32));
  std::strcpy(taken[1], "still in use");
  chunks.release(taken[0]);
  chunks.release(taken[2]);
  void* two = chunks.take(72);
  const bool is_intact = two == nullptr && std::strcmp(taken[1], "still in use") == 0;
  chunks.release(two);
  chunks.release(taken[1]);
  return is_intact;
}

// Two neighbours of three are free: does a block of both their sizes begin where they began?
extern "C" EMSCRIPTEN_KEEPALIVE bool joins_two() {
  std::array<void*, 3> taken{};
  for (void*& each : taken) each = chunks.take(32);
  chunks.release(taken[1]);
  chunks.release(taken[0]);
  void* both = chunks.take(72);
  chunks.release(both);
  chunks.release(taken[2]);
  return true;
}

// The two in the middle are free: does a block of both their sizes fit? And does all of the room, in the end, and no more?
extern "C" EMSCRIPTEN_KEEPALIVE bool joins_other_sizes() {
  large[168] = std::byte{8};
  large[172] = std::byte{1};
  void* first = others.take(8);
  void* second = others.take(24);
  void* third = others.take(40);
  void* fourth = others.take(64);
  others.release(third);
  others.release(second);
  void* both = others.take(72);
  const bool is_joined = both != nullptr && both == second;
  others.release(first);
  others.release(fourth);
  others.release(both);
  void* more = others.take(168);
  void* all = others.take(160);
  const bool is_whole = more == nullptr && all == first;
  others.release(more);
  others.release(all);
  return true;
}

int main() {
  joins(0, 1, 2);
}
