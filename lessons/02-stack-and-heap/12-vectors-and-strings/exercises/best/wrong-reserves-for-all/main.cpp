// fails: allocates >= 2
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
  players.reserve(4'000);
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
  for (const int score : {50, 90, 70, 20, 10}) add(score);
  reward();
  for (const player& each : players) std::printf("%d ", each.lives);

  start_again();
  for (int i = 0; i < 100; ++i) add(i % 50);
  players[49].lives = 0;
  reward();
  std::printf("%d\n", players[49].lives);
}
