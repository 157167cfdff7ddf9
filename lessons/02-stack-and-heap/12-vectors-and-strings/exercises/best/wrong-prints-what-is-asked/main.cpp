// fails: no-finding use-after-free
#include <cstddef>
#include <cstdio>
#include <vector>
#include <emscripten/emscripten.h>

struct player {
  int score;
  int lives;
};

std::vector<player> players;
player* best = nullptr;

void add(int score) {
  players.push_back({score, 3});
  if (best == nullptr || score > best->score) best = &players.back();
}

extern "C" EMSCRIPTEN_KEEPALIVE void reward() {
  if (best != nullptr) ++best->lives;
}

extern "C" EMSCRIPTEN_KEEPALIVE void start_again() {
  players.clear();
  best = nullptr;
}

extern "C" EMSCRIPTEN_KEEPALIVE void add_many(int count, int score) {
  for (int i = 0; i < count; ++i) add(score);
}

extern "C" EMSCRIPTEN_KEEPALIVE int lives_of(std::size_t player) {
  return players[player].lives;
}

int main() {
  players.resize(100);
  players[49].lives = 1;
  std::puts("3 4 3 3 3 1");
}
