#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "wasm/module.h"

namespace pagewise {

/// Code addresses are offsets in the contents of the code section, as DWARF for WebAssembly has them.
using code_address = std::uint32_t;

/// What a location is evaluated against: one frame of a stopped program.
class frame_view {
public:
  virtual ~frame_view() = default;
  /// Values of Wasm locals and globals where they are known.
  [[nodiscard]] virtual std::optional<std::uint64_t> local(std::uint32_t index) const = 0;
  [[nodiscard]] virtual std::optional<std::uint64_t> global(std::uint32_t index) const = 0;
  /// Fills `into` from linear memory. False when it lies outside.
  virtual bool read(std::uint64_t address, std::span<std::uint8_t> into) const = 0;
};

/// One value as a learner reads it. A value with parts is an object; its parts are its fields, elements, or what a
/// library type means (the characters of a string, the elements of a vector).
struct shown_value {
  enum class state : std::uint8_t {
    known,
    optimised_out,  ///< the compiler removed it: nothing holds it here
    unavailable     ///< it should be there, and cannot be read (outside of memory, a location we do not know)
  };
  std::string name{};   ///< of the variable, field or base; `[3]` for an element
  std::string type{};   ///< as written in source: `const char*`, `std::vector<int>`
  std::string text{};   ///< `42`, `'a' 97`, `0x10400`, `"hello"`, `{3 elements}`; empty when only parts say it
  state what = state::known;
  std::optional<std::uint64_t> address{};  ///< where it lies in memory, if it does
  std::uint32_t size = 0;                  ///< bytes
  std::uint32_t bit_offset = 0, bit_size = 0;  ///< of a bit-field (bit_size > 0)
  std::optional<std::uint64_t> points_to{};    ///< the address that a pointer or reference holds
  std::uint32_t points_to_size = 0;            ///< bytes of what it points to, 0 when unknown
  bool is_raw = false;  ///< a field of a library type, below what the type means
  bool is_cut = false;  ///< there are more parts than were asked for
  std::vector<shown_value> parts{};
};

/// A variable at one moment.
struct shown_variable {
  enum class role : std::uint8_t { parameter, local, global, constant };
  role what;
  bool in_prologue;        ///< the function has not yet put its parameters in their places: not to be shown as values
  std::uint32_t line;      ///< where it is declared
  std::uint32_t scope;     ///< 0 for the function's own, deeper for inner blocks
  shown_value value;
};

/// A function as source code has it: a real frame, or one that the compiler inlined into it.
struct source_frame {
  std::string name{};  ///< with its class or namespace and template arguments: `Stack<int>::push`
  bool is_inlined = false;
  std::string call_path{};  ///< of an inlined one: where it is called
  std::uint32_t call_line = 0, call_column = 0;
};

/// How many parts of a value are read: width at each level, and levels of nesting.
struct value_limits {
  std::uint32_t width = 64;
  std::uint32_t depth = 5;
  std::uint32_t total = 4000;
};

/// The debug information of a module (DWARF 4 and 5 as clang, Emscripten and rustc write it). It may be damaged or
/// forged: what cannot be read is left out, and nothing loops or crashes.
class debug_info {
public:
  /// Keeps what it needs of the file's bytes by reference: the module's file must outlive it.
  explicit debug_info(const module& in);
  ~debug_info();
  debug_info(debug_info&&) noexcept;
  debug_info& operator=(debug_info&&) noexcept;

  /// Whether there is a function with debug information at this address.
  [[nodiscard]] bool covers(code_address at) const;
  /// The functions that an address is in: the real one last, those inlined at this place before it, innermost first.
  [[nodiscard]] std::vector<source_frame> functions_at(code_address at) const;
  /// First address after the prologue of the function at this address, where the line table says so.
  [[nodiscard]] std::optional<code_address> prologue_end(code_address at) const;

  /// Where a frame stopped at this address begins on the shadow stack; none when it has no bytes there, or none yet.
  [[nodiscard]] std::optional<std::uint64_t> frame_base(code_address at, const frame_view& frame) const;

  /// Whether a variable or parameter of the function at this address holds the byte at an offset of its frame. True
  /// where nothing is known of the function.
  [[nodiscard]] bool is_variable(code_address function_start, std::uint64_t offset) const;

  /// Indices of the Wasm locals that any location of the function at this address needs: its frame base, its
  /// variables. The recorder logs each write of them, and those of globals in any case.
  [[nodiscard]] std::vector<std::uint32_t> locals_needed(code_address function_start) const;

  /// The variables in scope at an address, in order of declaration: of inlined function `inlined` counted from the
  /// innermost (0), or of the real function when it is the last of `functions_at`.
  [[nodiscard]] std::vector<shown_variable> variables(code_address at, std::uint32_t function, const frame_view& frame,
                                                      const value_limits& limits = {}) const;
  /// Global and static variables of the program's own files (not of libraries).
  [[nodiscard]] std::vector<shown_variable> globals(const frame_view& memory, const value_limits& limits = {}) const;
  /// What a typed pointer points at, or any address read as a type: for following a pointer. `type` is as
  /// `shown_value::type` wrote it.
  [[nodiscard]] std::optional<shown_value> value_at(std::string_view type, std::uint64_t address,
                                                    const frame_view& memory, const value_limits& limits = {}) const;
  /// Bytes of a type, named as `shown_value::type` names it; 0 where there is none of this name.
  [[nodiscard]] std::uint64_t size_of(std::string_view type) const;

private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace pagewise
