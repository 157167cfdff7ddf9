#pragma once

#include <bit>
#include <cstdint>

namespace pagewise {

static_assert(std::endian::native == std::endian::little, "the log is read as the words that a Wasm module stored");

/// A position in a log: 32-bit words from its start.
using log_position = std::uint32_t;
/// The position of what does not happen in a log.
inline constexpr log_position never = ~log_position{0};

/// What a record tells. A record is a header word and the words listed here; the header's low 4 bits are the kind, the
/// other 28 its payload. A record of memory is written before the memory changes and holds its old bytes.
enum class record_kind : std::uint32_t {
  line,       ///< payload: the site. A step: the program is about to run this line.
  enter,      ///< payload: the function's index. A frame begins.
  exit,       ///< payload: the function's index. The innermost frame ends, by a return or a tail call.
  store1,     ///< payload: the old byte; words: address
  store2,     ///< payload: the old 2 bytes; words: address
  store4,     ///< words: address, old
  store8,     ///< words: address, old low, old high
  range,      ///< payload: a range_cause; words: address, length in bytes, source address, old bytes padded to words
  grow,       ///< payload: 1 when the host grew the memory; words: pages before, pages after
  local,      ///< payload: the local's index and its value_width; words: the new value
  global,     ///< payload: the global's index and its value_width; words: the new value
  unwind,     ///< payload: the depth that remains: an exception was caught, or the host took over. Deeper frames are over.
  allocator,  ///< payload: an allocator_call and an allocator_phase; words: its arguments or its result
  load,       ///< payload: size in bytes; words: address
  note,       ///< payload: a note_kind; words: two that the kind defines
  store4_low  ///< payload: the address, below `low_end`; words: old. Most of what programs store: it saves a third.
};

inline constexpr std::uint32_t kind_bits = 4, kind_mask = 15;
/// Addresses below fit into a payload.
inline constexpr std::uint32_t low_end = 1U << (32 - kind_bits);

[[nodiscard]] constexpr std::uint32_t record_header(record_kind kind, std::uint32_t payload = 0) {
  return static_cast<std::uint32_t>(kind) | payload << kind_bits;
}
[[nodiscard]] constexpr record_kind kind_of(std::uint32_t header) { return static_cast<record_kind>(header & kind_mask); }
[[nodiscard]] constexpr std::uint32_t payload_of(std::uint32_t header) { return header >> kind_bits; }

/// Why a range of bytes was about to change. `copy` alone has a source address.
enum class range_cause : std::uint32_t { vector_store, fill, copy, init, host, script };

/// How many words the value of a local or a global takes; in the payload above the index.
enum class value_width : std::uint32_t { one_word, two_words };
inline constexpr std::uint32_t index_bits = 24, index_mask = (1U << index_bits) - 1;

/// `enter` has three words (the arguments, 0 where there are fewer), `leave` one (the result), `abandon` none. In the
/// payload above the allocator_call's 8 bits.
enum class allocator_phase : std::uint32_t { enter, leave, abandon };
inline constexpr std::uint32_t allocator_call_bits = 8, allocator_call_mask = (1U << allocator_call_bits) - 1;
[[nodiscard]] constexpr allocator_phase phase_of(std::uint32_t payload) {
  return static_cast<allocator_phase>(payload >> allocator_call_bits);
}

/// What the host tells. The first word is a line of the script (0 when unknown) where a script is at work.
enum class note_kind : std::uint32_t {
  output,       ///< words: stream (0 stdout, 1 stderr, 2 script), length in bytes or characters
  import_call,  ///< words: the imported function's index, 0. The program calls the host.
  import_done,  ///< words: the imported function's index, 0
  call,         ///< words: line, the function's index. JavaScript calls the program. A step.
  called,       ///< words: line, the function's index. The call is over. A step.
  script,       ///< words: line, 0. A script begins. A step.
  scripted,     ///< words: line, 0. The script ends. A step.
  view,         ///< words: line, the view's id. A script made a view of memory. A step.
  growth,       ///< words: line, pages added. A script grew memory; the grow record comes after. A step.
  statement,    ///< words: line, the site's number. A script is about to run this statement. A step.
  finding,      ///< words: its kind, address. The host found something wrong.
  goes_on,      ///< words: line, the statement's step. It goes on, after steps of what it called. A step.
  view_within,  ///< words: line, the view's id. A script made a view of memory, within the step of its statement.
  memory        ///< words: index of a memory, 0. The change of memory that the next record tells is one of this memory.
};
[[nodiscard]] constexpr bool is_step(note_kind kind) {
  return (kind >= note_kind::call && kind <= note_kind::statement) || kind == note_kind::goes_on;
}
[[nodiscard]] constexpr bool is_view(note_kind kind) { return kind == note_kind::view || kind == note_kind::view_within; }

/// Memories of a recorded module at most. Engines allow 100 (WebAssembly JavaScript API), and one is the log's.
inline constexpr std::uint32_t most_memories = 99;
/// A piece of another memory than the first is numbered from here on, times the memory's index: 4 GiB of pieces.
inline constexpr std::uint32_t pieces_of_memory = 1U << 20;

/// Bytes of a WebAssembly page.
inline constexpr std::uint32_t page_size = 65'536;
/// Bytes of the pieces in which memory is compared and kept.
inline constexpr std::uint32_t piece_size = 4096;

/// Words that hold this many bytes.
[[nodiscard]] constexpr std::uint32_t padded_words(std::uint32_t bytes) { return bytes / 4 + (bytes % 4 != 0); }

}  // namespace pagewise
