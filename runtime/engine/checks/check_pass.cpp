#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include "checks/call_frames.h"
#include "checks/code_of_line.h"
#include "checks/crash_watch.h"
#include "checks/find_mistakes.h"
#include "checks/finding_list.h"
#include "checks/heap_watch.h"
#include "checks/last_pointers.h"
#include "checks/leaks.h"
#include "checks/open_reads.h"
#include "replay/log_pass.h"

namespace pagewise {
namespace {

constexpr byte_states harmless = only(byte_state::untold) | only(byte_state::written);
constexpr std::uint32_t most_bytes = 16;  // of a single load or store

/// One pass over a log, from its start.
class check_pass {
public:
  check_pass(const trace& log, const checked_program& program)
      : log_(log), program_(program), roles_(roles_of(program.what, program.sites, program.is_optimised)), frames_(log, roles_),
        found_(log, program.sites, program.opening), heap_(log, program, roles_, shadow_, found_),
        crashes_(log, shadow_, heap_), reads_(program.is_optimised, [this](const open_read& read) { use(read); }),
        has_lines_(std::ranges::any_of(program.sites, [](const line_site& site) { return site.line != 0; })),
        main_(main_function(program.what)) {
    const memory_regions& in = program.regions;
    is_data_first_ = in.data_start > 0 && in.data_start < in.stack_low;
    // What no C or Rust compiler laid out may begin at 0.
    const bool keeps_null_empty = program.what.stack_pointer.has_value();
    null_end_ = is_data_first_ ? in.data_start : keeps_null_empty ? least_null_ : 0;
  }

  std::vector<finding> run() {
    for (std::uint32_t number = 0; number < log_.stretches(); ++number) {
      const log_stretch in = log_.stretch(number);
      new_words_ = in.new_words;
      each_record_of(in, [this](log_position at, const std::uint32_t* record) {
        pass(at, record);
        if (kinds_that_write.has(kind_of(record[0]))) new_words_ += padded_words(write_of(record).length);
      });
    }
    reads_.end(call::none);
    leaks();
    return found_.release();
  }

private:
  void pass(log_position at, const std::uint32_t* record) {
    const std::uint32_t payload = payload_of(record[0]);
    at_ = at;
    switch (kind_of(record[0])) {
      case record_kind::line:
        frames_.line(at);
        if (frames_.innermost()) reads_.line(frames_.innermost()->call);
        break;
      case record_kind::enter:
        frames_.enter(payload);
        if (roles_[payload].is_throwing) crashes_.thrown(frames_.guilty());
        if (payload == main_ && main_call_ == call::none) main_call_ = frames_.innermost()->call;
        break;
      case record_kind::exit: left(); break;
      case record_kind::unwind:
        if (payload == 0) heap_.reset();
        left();
        break;
      case record_kind::store1:
      case record_kind::store2:
      case record_kind::store4:
      case record_kind::store4_low:
      case record_kind::store8: {
        const memory_write write = write_of(record);
        store(write.address, write.length);
        break;
      }
      case record_kind::range: range(static_cast<range_cause>(payload), record[1], record[2], record[3]); break;
      case record_kind::load: load(record[1], payload); break;
      case record_kind::global:
        if (program_.what.stack_pointer == (payload & index_mask)) stack_pointer(record[1]);
        break;
      case record_kind::allocator: heap_.pass(at, record, frames_); break;
      case record_kind::note:
        if (is_step(static_cast<note_kind>(payload))) frames_.script(at);
        if (static_cast<note_kind>(payload) == note_kind::finding) found_.add(crashes_.found(at, record, frames_.guilty()));
        break;
      case record_kind::grow:
      case record_kind::local: break;
    }
  }

  void left() {
    frames_.leave(at_);
    reads_.end(frames_.innermost() ? frames_.innermost()->call : call::none);
  }

  /// Whether the allocator is at work, which may do anything to the heap.
  [[nodiscard]] bool is_allocator() const {
    return heap_.is_at_work() || (frames_.innermost() && frames_.innermost()->role.is_allocator);
  }

  void add(finding_kind kind, access_kind access, std::uint32_t address, std::uint32_t size, std::uint32_t block,
           log_position guilty, log_position cause) {
    found_.add({.kind = kind, .access = access, .address = address, .size = size, .block = block, .known_at = at_,
                .guilty = guilty, .cause = cause, .times = 1});
  }

  // Accesses.

  void store(std::uint32_t address, std::uint32_t size) {
    if (is_allocator()) return allocator_words_.add(address);
    const byte_states states = shadow_.in(address, std::uint64_t{address} + size);
    const call_frames::frame* frame = frames_.innermost();
    if (address < null_end_) null_page(access_kind::write, address, size);
    if ((states & ~(harmless | only(byte_state::unwritten))) != 0) outside(access_kind::write, address, size, states);
    if (frame && reads_.has_any_of(frame->call)) return store_after_reads(frame->call, address, size);
    if (frame) reads_.pass_store(frame->call);
    if (states & only(byte_state::unwritten)) shadow_.write(address, std::uint64_t{address} + size);
  }

  void store_after_reads(std::uint32_t call, std::uint32_t address, std::uint32_t size) {
    const std::span value(reinterpret_cast<const std::uint8_t*>(new_words_), size);
    const store_meaning meaning = reads_.store(call, address, value, [&](std::uint32_t other) {
      std::array<std::uint8_t, most_bytes> bytes{};
      log_.read_at(at_, other, std::span(bytes).first(size));
      return std::equal(value.begin(), value.end(), bytes.begin());
    });
    shadow_.write(address, std::uint64_t{address} + size);
    if (meaning.what == store_meaning::kind::copy) hand_on(meaning.read, address);
    // An assignment to a bit-field reads the bits beside it, and uses nothing. In optimised code it may lie anywhere.
    const bool is_update = meaning.what == store_meaning::kind::update && !program_.is_optimised;
    if (is_update && !masks_bits(meaning.read.line)) use(meaning.read);
  }

  void hand_on(const open_read& read, std::uint32_t to) {
    for (std::uint32_t i = 0; i < read.size; ++i) {
      const byte_state now = shadow_.at(to + i);
      if ((read.unwritten >> i & 1) == 0 || now == byte_state::freed || now == byte_state::gap) continue;
      shadow_.fill(to + i, std::uint64_t{to} + i + 1, byte_state::unwritten);
    }
    constexpr std::size_t most_origins = 100'000;
    if (origins_.size() > most_origins) origins_.clear();
    origins_[to] = origin_of(read.address);
  }

  [[nodiscard]] std::uint32_t origin_of(std::uint32_t address) const {
    if (const auto holder = heap_.map().holder_of(address)) return holder->block;
    const auto known = origins_.find(address);
    return known == origins_.end() ? finding::no_block : known->second;
  }

  [[nodiscard]] bool masks_bits(log_position line) const {
    return line < log_.size() && pagewise::masks_bits(program_.what, program_.sites, log_.at(line).payload());
  }

  void load(std::uint32_t address, std::uint32_t size) {
    if (size == 0 || size > most_bytes || is_allocator()) return;
    const call_frames::frame* frame = frames_.innermost();
    if (!frame) return;
    if (frame->role.is_own && size == sizeof(std::uint32_t)) crashes_.read(at_, address);
    const bool is_watched = frame->role.is_own || frame->role.is_copying;
    if (is_watched) reads_.load(frame->call, address, size);
    if (address < null_end_) null_page(access_kind::read, address, size);
    const byte_states states = shadow_.in(address, std::uint64_t{address} + size);
    if ((states & ~harmless) == 0) return;
    // A library reads whole words of which it needs some bytes: what counts is a read of nothing else.
    const bool is_outside = (states & (only(byte_state::freed) | only(byte_state::gap))) != 0;
    const bool is_wholly = states == only(byte_state::freed) || states == only(byte_state::gap);
    if (is_outside && (frame->role.is_own || is_wholly)) return outside(access_kind::read, address, size, states);
    if ((states & only(byte_state::unwritten)) == 0 || !has_lines_) return;
    const bool is_argument = frame->role.is_formatting && states == only(byte_state::unwritten) && !heap_.map().holder_of(address);
    if (!is_watched && !is_argument) return;
    open_read read{.call = frame->call, .address = address, .size = size, .unwritten = 0, .position = at_,
                   .line = frame->line, .is_own = frame->role.is_own || is_argument, .value = {}};
    for (std::uint32_t i = 0; i < size; ++i) {
      if (shadow_.at(address + i) == byte_state::unwritten) read.unwritten |= 1U << i;
    }
    if (is_argument) return use(read);
    log_.read_at(at_, address, std::span(read.value).first(size));
    reads_.add(read);
  }

  void use(const open_read& read) {
    if (!read.is_own || !read.is_whole()) return;
    const std::uint32_t block = origin_of(read.address);
    add(finding_kind::uninitialised_read, access_kind::read, read.address, read.size, block, read.line,
        heap_.allocated_at(block));
  }

  void range(range_cause cause, std::uint32_t address, std::uint32_t length, std::uint32_t source) {
    if (is_allocator() || cause == range_cause::init) return;
    if (cause == range_cause::vector_store && length == most_bytes) return store(address, length);
    block_access(access_kind::write, address, length);
    if (cause != range_cause::copy) return shadow_.write(address, std::uint64_t{address} + length);
    block_access(access_kind::read, source, length);
    shadow_.hand_on(source, address, length);
  }

  void block_access(access_kind access, std::uint32_t address, std::uint32_t length) {
    if (length == 0) return;
    if (address < null_end_) null_page(access, address, length);
    const byte_state first = shadow_.at(address);
    if (first == byte_state::freed || first == byte_state::gap) return outside(access, address, length, only(first));
    if (first == byte_state::untold) return;
    const auto holder = heap_.map().outer_holder_of(address);
    const std::uint64_t end = std::uint64_t{address} + length;
    if (!holder || !holder->is_live || end <= holder->end) return;
    overflow(access, *holder, static_cast<std::uint32_t>(holder->end), static_cast<std::uint32_t>(end - holder->end));
  }

  /// An access to bytes that are in no live block, or not all of them.
  void outside(access_kind access, std::uint32_t address, std::uint32_t size, byte_states states) {
    std::uint32_t first = address;
    const auto is_wrong = [&](byte_state state) { return state == byte_state::freed || state == byte_state::gap; };
    while ((states & harmless) != 0 && first < address + size && !is_wrong(shadow_.at(first))) ++first;
    const auto holder = heap_.map().holder_of(first);
    if (holder && !holder->is_live) {
      // The program's own allocator keeps its links there.
      if (holder->is_announced && frames_.innermost() && frames_.innermost()->role.is_announcing) return;
      return add(finding_kind::use_after_free, access, address, size, holder->block, guilty(), heap_.released_at(holder->block));
    }
    const auto neighbour = heap_.map().neighbour_of(first);
    if (neighbour) overflow(access, *neighbour, address, size);
  }

  void overflow(access_kind access, const territory& block, std::uint32_t address, std::uint32_t size) {
    add(finding_kind::heap_overflow, access, address, size, block.block, guilty(), heap_.allocated_at(block.block));
  }

  /// The learner's line, or JavaScript's: what a library does by itself is not told.
  [[nodiscard]] log_position guilty() const {
    return frames_.innermost() && !frames_.has_own() ? finding::nowhere : frames_.guilty();
  }

  void null_page(access_kind access, std::uint32_t address, std::uint32_t size) {
    // Where the stack comes first it ends at 0: only when it is far from there, nothing of it is meant.
    constexpr std::uint32_t far = 4096;
    if (!is_data_first_ && stack_pointer_ < far) return;
    if (frames_.has_own()) add(finding_kind::null_page, access, address, size, finding::no_block, guilty(), finding::nowhere);
  }

  void stack_pointer(std::uint32_t value) {
    stack_pointer_ = value;
    const std::uint32_t low = program_.regions.stack_low;
    if (!is_data_first_ || value >= low || has_overflowed_ || !frames_.has_own()) return;
    has_overflowed_ = true;
    add(finding_kind::stack_overflow, access_kind::write, value, low - value, finding::no_block, guilty(), finding::nowhere);
  }

  void leaks() {
    if (main_call_ == call::none || program_.regions.data_end == 0) return;
    const call& main = log_.call_numbered(main_call_);
    const bool has_returned = main.left < log_.size() && log_.at(main.left).kind() == record_kind::exit;
    if (!has_returned) return;
    at_ = log_.size() - 1;
    const auto lost = lost_blocks(log_, main, program_.regions, allocator_words_, program_.what);
    const auto pointers = last_pointers(log_, program_, roles_, allocator_words_, lost);
    for (std::size_t i = 0; i < lost.size(); ++i) {
      const block& what = log_.blocks()[lost[i]].what;
      const lost_pointer pointer = pointers[i].value_or(lost_pointer{.line = finding::nowhere, .how = {}});
      found_.add({.kind = finding_kind::leak, .access = access_kind::write, .address = what.address, .size = what.size,
                  .block = lost[i], .known_at = at_, .guilty = heap_.allocated_at(lost[i]), .cause = pointer.line, .times = 1,
                  .loss = pointer.how});
    }
  }

  static constexpr std::uint32_t least_null_ = 64;

  const trace& log_;
  const checked_program& program_;
  std::vector<function_role> roles_;
  call_frames frames_;
  finding_list found_;
  shadow_memory shadow_;
  heap_watch heap_;
  std::unordered_map<std::uint32_t, std::uint32_t> origins_;  ///< blocks from which bytes outside of the heap were copied
  allocator_words allocator_words_{program_.regions};
  crash_watch crashes_;
  open_reads reads_;
  bool has_lines_, is_data_first_ = false, has_overflowed_ = false;
  std::uint32_t null_end_ = 0, stack_pointer_ = ~std::uint32_t{0};
  std::optional<std::uint32_t> main_;
  std::uint32_t main_call_ = call::none;
  log_position at_ = 0;
  const std::uint32_t* new_words_ = nullptr;  ///< of the record that is passed
};

}  // namespace

std::vector<finding> find_mistakes(const trace& log, const checked_program& program) {
  return check_pass(log, program).run();
}

}  // namespace pagewise
