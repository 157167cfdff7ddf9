#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "rewrite/probes.h"
#include "rewrite/prologue.h"
#include "rewrite/rewrite.h"
#include "wasm/index_check.h"

namespace pagewise {

/// From position `at` of a new body on, code comes from position `from` of the old one.
struct body_piece {
  std::size_t at;
  std::size_t from;
};

/// How a body catches exceptions.
struct body_catches {
  bool legacy = false;    ///< has a `try`
  bool standard = false;  ///< has a `try_table`

  bool operator==(const body_catches&) const = default;
};

/// What the bodies of one module are rewritten with.
struct body_tools {
  const module& in;
  const rewrite_options& options;
  const recorder_indices& recorder;
  appended_types& types;
  probes* records;                      ///< null when nothing is recorded
  std::uint32_t track_function;         ///< keeps the lowest stack pointer
  std::uint32_t nothing_type;           ///< of probes that take and return nothing
  std::vector<bool> library_files;      ///< of the line table
  bool has_lines;                       ///< whether any function has steps
  std::vector<line_site>& sites;        ///< new ones are added
  // Of the body that was rewritten last. They keep their room for the next one.
  byte_writer written{};  ///< without its size
  std::vector<body_piece> pieces{};
  std::vector<std::uint32_t> rare{};  ///< where branches hardly ever taken are
};

/// Rewrites the body of one function into `tools.written` and `tools.pieces`. Fails the reader, which must be at the
/// body's start, at code that it cannot read, at indices of what does not exist, and at code behind the function's end.
body_catches rewrite_body(body_tools& tools, std::uint32_t function, byte_reader& reader);

/// Rewrites the body of one function: every instruction stays in its order, probes come between them, and accesses to
/// memory become calls of functions that record and then do them.
class body_rewriter {
public:
  /// `catches` is what the body is expected to have.
  body_rewriter(body_tools& tools, std::uint32_t function, byte_reader& reader, body_catches catches);

  /// Returns what the body has. Where it was not expected, what was written is of no use.
  body_catches run();

private:
  struct control {
    bool is_catch_target = false;
  };

  void declare_locals();
  void begin();
  void finish(std::size_t position);
  void rewrite_next();
  bool pass_over(std::uint8_t code);
  instruction read_checked();
  void step(std::size_t position, std::uint8_t code);
  void line(std::uint32_t site);
  /// Whether the access is written in place, and its locals.
  [[nodiscard]] std::optional<access_locals> in_place(const instruction& read, const memory_access& access) const;
  void before(const instruction& read, std::size_t start);
  bool replace(const instruction& read, std::size_t start);
  bool replace_access(const instruction& read, std::size_t start);
  void after(const instruction& read);
  void follow_blocks(const instruction& read, std::size_t start);
  void mark_catch_targets(const instruction& read, std::size_t start);
  void log_value(record_kind kind, std::uint32_t index, value_type type);
  void unwind() { code_.get(saved_depth_).call(tools_.records->unwind()); }
  /// Copies what lies between what was copied last and a position.
  void copy_to(std::size_t position);
  /// The instruction at `start` is being replaced; what is written now comes from it.
  void replaces(std::size_t start);
  void resume() { pieces_.push_back({body_.size(), reader_.position()}); copied_ = reader_.position(); }
  [[nodiscard]] bool saves_depth() const { return tools_.records && (catches_.legacy || catches_.standard); }

  body_tools& tools_;
  std::uint32_t function_;
  body_catches catches_, found_;
  const function_body& old_;
  byte_reader& reader_;
  index_check check_;
  byte_writer& body_ = tools_.written;
  code_builder code_{body_};
  std::vector<body_piece>& pieces_ = tools_.pieces;
  std::size_t copied_ = 0;
  std::vector<control> controls_;
  std::optional<site_finder> finder_;
  prologue prologue_;
  std::vector<value_type> local_types_;  ///< parameters, then locals; only when some are needed
  std::vector<std::uint32_t> needed_locals_;
  bool is_in_place_ = false;       ///< whether lines and plain accesses are written where they happen
  std::uint32_t first_local_ = 0;  ///< of those that are added
  std::uint32_t saved_depth_ = 0;  ///< local with the number of frames when this one began
  std::uint32_t code_offset_ = 0;
};

}  // namespace pagewise
