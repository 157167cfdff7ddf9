// fails: unchanged main.cpp
#include <array>
#include <cstddef>
#include <cstring>
#include <emscripten/emscripten.h>
#include "heap.h"

alignas(8) std::array<std::byte, 120> room;
heap chunks{room};

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

int main() {
  joins(0, 1, 2);
}
