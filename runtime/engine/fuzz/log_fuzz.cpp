// A forged log: five words of bounds, then the log in two sections. It is refused or replayed, and no question about
// it, however wrong, does harm.

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

#include "replay/trace.h"
#include "target.h"

namespace {

using namespace pagewise;

void ask_everything(trace& of, std::uint32_t number) {
  of.seek(number % (of.steps() + 2));
  must_hold(of.step() <= of.steps(), "a step exists");
  std::array<std::uint8_t, 100> some{};
  of.read(number, some);
  of.read(~std::uint32_t{0} - 50, some);
  for (const std::uint32_t open : of.stack()) {
    must_hold(open < of.calls(), "open calls exist");
    (void)of.call_numbered(open);
    (void)of.site_of(open);
    (void)of.local(open, number % 4);
  }
  (void)of.global(number % 4);
  (void)of.lowest(number % 4);
  (void)of.depth_at(of.step());
  for (const event_kind kind : {event_kind::call, event_kind::call_end, event_kind::allocation, event_kind::release,
                                event_kind::growth, event_kind::output, event_kind::note}) {
    (void)of.next(kind);
    (void)of.previous(kind);
  }
  (void)of.next_at_depth(number % 3);
  (void)of.previous_at_depth(number % 3);
  (void)of.previous_write(number, std::uint64_t{number} + 9, of.size());
  (void)of.next_write(number % 70'000, number % 70'000 + 4, 0);
  (void)of.changes(0, of.size(), 1000);
  const log_position end = of.position_of(std::min(of.step() + 1, of.steps()));
  of.each_record(of.position_of(of.step()), end, [&](const record& each) {
    must_hold(of.step_at(each.position) == of.step(), "a record belongs to the step it was found in");
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<std::uint32_t> words(size / 4);
  if (!words.empty()) std::memcpy(words.data(), data, words.size() * 4);
  constexpr std::size_t head = 5;
  if (words.size() < head) return 0;
  const std::uint32_t pages = words[3] % 4, most_pages = pages + words[4] % 4;
  trace replayed({.sites = words[0] % 100,
                  .functions = words[1] % 100,
                  .globals = words[2] % 100,
                  .pages = pages,
                  .maximum_pages = most_pages});

  const std::vector<std::uint8_t> contents(piece_size, static_cast<std::uint8_t>(size));
  const memory_piece pieces[] = {{0, contents}, {words[4] % 64, contents}};
  (void)replayed.set_initial(std::span(pieces).first(words[0] % 3));
  const std::span<const std::uint32_t> log = std::span(words).subspan(head);
  for (const auto section : {log.first(log.size() / 2), log.subspan(log.size() / 2), log}) {
    const log_position before = replayed.size();
    if (!replayed.add({section, std::span(pieces).first(words[1] % 3)})) {
      must_hold(replayed.size() == before, "a refused section leaves the trace as it was");
    }
    ask_everything(replayed, words.back());
  }
  for (const std::uint32_t number : {0U, 1U, words[0], words[words.size() / 2]}) ask_everything(replayed, number);
  return 0;
}
