#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rewrite/body.h"
#include "rewrite/rewrite.h"
#include "wasm/byte_writer.h"

namespace pagewise {

/// Collects the bodies of a new code section in their order, and where their code comes from.
class code_section {
public:
  void reserve(std::size_t bytes) { code_.reserve(bytes); }

  /// Adds a body, given without its size; `old_offset` is that of the body that it was made from. Without pieces it is the
  /// rewriter's own.
  void add(std::span<const std::uint8_t> body, const std::vector<body_piece>& pieces = {}, std::size_t old_offset = 0);
  /// Leaves the place for one of the rewriter's own bodies that can only be written later. Places count from 0.
  void leave_place();
  void fill_place(std::size_t index, std::span<const std::uint8_t> body);

  /// Writes the section. Afterwards there is nothing left in here.
  std::vector<code_origin> write(byte_writer& file);

private:
  struct place {
    std::size_t at, origin;  ///< among the code and its origins
    byte_writer body;        ///< with its size
  };

  byte_writer code_;                  ///< bodies with their sizes, without those of `places_`
  std::vector<code_origin> origins_;  ///< `rewritten` counts from the start of `code_` until that is written
  std::vector<place> places_;
  std::uint32_t count_ = 0;
};

}  // namespace pagewise
