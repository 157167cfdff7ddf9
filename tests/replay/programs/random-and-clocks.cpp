#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>

static std::tm kept[3];

int main() {
  const std::time_t now = std::time(nullptr);
  kept[0] = *std::gmtime(&now);
  kept[1] = *std::localtime(&now);
  kept[2] = kept[0];
  const std::time_t made = std::mktime(&kept[2]);
  const auto start = std::chrono::steady_clock::now();
  std::random_device device;
  std::mt19937 random(device());
  std::srand(static_cast<unsigned>(now));
  char text[64];
  std::strftime(text, sizeof text, "%Y-%m-%d %H:%M", &kept[0]);
  const auto spent = std::chrono::steady_clock::now() - start;
  std::printf("%s %d %d %d %d\n", text, made > 0, static_cast<int>(random() % 7), std::rand() % 9, spent.count() >= 0);
}
