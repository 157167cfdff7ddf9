#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "replay/trace.h"

namespace pagewise {

/// What a made-up run has, and what it remembers of itself beside its log.
struct run_truth {
  static constexpr std::uint32_t page = 65536, first_pages = 2, most_pages = 6, sites = 50, functions = 9, globals = 4,
                                 locals = 5;
  static constexpr std::uint64_t none = ~std::uint64_t{0} - 12345;  ///< no value the program uses

  struct section {
    std::vector<std::uint32_t> words;
    std::vector<std::uint32_t> indices;
    std::vector<std::vector<std::uint8_t>> contents;

    /// What a trace is given. Valid while the section is.
    [[nodiscard]] std::vector<memory_piece> pieces() const {
      std::vector<memory_piece> list;
      for (std::size_t i = 0; i < indices.size(); ++i) list.push_back({indices[i], contents[i]});
      return list;
    }
  };
  struct frame {
    std::uint32_t number, function;
    std::uint64_t values[locals];
    std::optional<std::uint32_t> site;
  };
  /// All that is so just before a step.
  struct moment {
    step_number step;
    std::vector<std::uint8_t> memory;
    std::vector<frame> stack;
    std::uint64_t globals_now[globals];
    std::uint32_t lowest[globals];
  };
  struct write {
    log_position position;
    std::uint32_t address;
    std::vector<std::uint8_t> before, after;
  };
  struct event {
    event_kind kind;
    log_position position;
  };

  section initial;
  std::vector<section> sections;
  std::vector<moment> moments;
  std::vector<write> writes;
  std::vector<event> events;
  std::vector<log_position> steps;          ///< position of each
  std::vector<std::uint32_t> depths;        ///< calls open at each step
  std::vector<log_position> entered, left;  ///< per call
  std::vector<std::uint32_t> entered_functions;
  std::uint32_t records = 0;
};

}  // namespace pagewise
