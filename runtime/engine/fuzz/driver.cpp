// Fuzzes a target where there is no libFuzzer: each file of a corpus as it is, then changed copies, for some seconds.
// An input that crashes the target, breaks a promise or takes a minute is kept in the working folder.

#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "target.h"

/// The sanitizers', where the build has them: calls back before they end the program.
extern "C" __attribute__((weak)) void __sanitizer_set_death_callback(void (*callback)());

namespace {

using input = std::vector<std::uint8_t>;

input current;
std::string kept_as;

void keep_current() {
  std::ofstream file(kept_as, std::ios::binary);
  file.write(reinterpret_cast<const char*>(current.data()), static_cast<std::streamsize>(current.size()));
  file.close();
  std::fprintf(stderr, "the input is kept in %s\n", kept_as.c_str());
}

void on_signal(int) {
  keep_current();
  _exit(1);
}

std::vector<input> read_files(const char* path) {
  std::vector<std::filesystem::path> paths;
  const std::filesystem::path given(path);
  if (std::filesystem::is_regular_file(given)) paths.push_back(given);
  else for (const auto& entry : std::filesystem::directory_iterator(given)) paths.push_back(entry.path());
  std::ranges::sort(paths);
  std::vector<input> files;
  for (const auto& each : paths) {
    std::ifstream file(each, std::ios::binary);
    files.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return files;
}

class mutator {
public:
  mutator(const std::vector<input>& corpus, std::uint64_t seed) : corpus_(corpus), random_(seed) {}

  input next() {
    input made = corpus_[below(corpus_.size())];
    for (std::size_t changes = 1 + below(6); changes > 0; --changes) change(made);
    return made;
  }

private:
  std::size_t below(std::size_t limit) { return limit == 0 ? 0 : static_cast<std::size_t>(random_() % limit); }

  void change(input& made) {
    constexpr std::uint8_t telling[] = {0, 1, 2, 0x3f, 0x40, 0x7f, 0x80, 0x81, 0xfb, 0xfc, 0xfd, 0xfe, 0xff};
    if (made.empty()) return made.push_back(static_cast<std::uint8_t>(random_()));
    const std::size_t at = below(made.size());
    const auto place = made.begin() + static_cast<std::ptrdiff_t>(at);
    const std::size_t length = 1 + below(std::min<std::size_t>(made.size() - at, 16));
    const auto end = place + static_cast<std::ptrdiff_t>(length);
    switch (below(8)) {
      case 0: *place = static_cast<std::uint8_t>(random_()); break;
      case 1: *place ^= static_cast<std::uint8_t>(1U << below(8)); break;
      case 2: *place = telling[below(std::size(telling))]; break;
      case 3: *place = static_cast<std::uint8_t>(*place + below(9) - 4); break;
      case 4: made.erase(place, end); break;
      case 5: {
        const input copied(place, end);
        made.insert(made.begin() + static_cast<std::ptrdiff_t>(below(made.size())), copied.begin(), copied.end());
        break;
      }
      case 6: std::fill(place, end, telling[below(std::size(telling))]); break;
      default: {
        const input& other = corpus_[below(corpus_.size())];
        const std::size_t from = below(other.size());
        std::copy_n(other.begin() + static_cast<std::ptrdiff_t>(from), std::min(length, other.size() - from), place);
      }
    }
  }

  const std::vector<input>& corpus_;
  std::mt19937_64 random_;
};

void run(input tried) {
  constexpr unsigned longest_run = 60;  // seconds
  current = std::move(tried);
  alarm(longest_run);
  LLVMFuzzerTestOneInput(current.data(), current.size());
}

}  // namespace

/// A forged length must not become an allocation of its size.
extern "C" const char* __asan_default_options() { return "max_allocation_size_mb=256"; }

int main(int count, char** arguments) {
  if (count != 4) {
    std::fprintf(stderr, "usage: %s CORPUS SECONDS SEED, where CORPUS is a folder or a file\n", arguments[0]);
    return 2;
  }
  kept_as = std::filesystem::path(arguments[0]).filename().string() + "-failure";
  if (__sanitizer_set_death_callback) __sanitizer_set_death_callback(keep_current);
  for (const int signal_number : {SIGALRM, SIGABRT}) signal(signal_number, on_signal);

  const std::vector<input> corpus = read_files(arguments[1]);
  must_hold(!corpus.empty(), "the corpus has files");
  for (const input& each : corpus) run(each);
  mutator changed(corpus, std::strtoull(arguments[3], nullptr, 10));
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(std::strtol(arguments[2], nullptr, 10));
  std::size_t runs = corpus.size();
  for (; std::chrono::steady_clock::now() < end; ++runs) run(changed.next());
  std::printf("%zu inputs\n", runs);
}
