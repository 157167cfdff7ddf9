// fails: output "3 4 3 3 3 1\n"
#include <cstddef>
#include <cstdio>
#include <vector>
#include <emscripten/emscripten.h>

struct player {
  int score;
  int lives;
};

std::vector<player> players;
std::size_t best = 0;

void add(int score) {
  players.push_back({score, 3});
  if (score > players[best].score) best = players.size() - 1;
}

extern "C" EMSCRIPTEN_KEEPALIVE void reward() {
  if (best >= players.size()) return;
  player winner = players[best];
  ++winner.lives;
}

extern "C" EMSCRIPTEN_KEEPALIVE void start_again() {
  players.clear();
  best = 0;
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
