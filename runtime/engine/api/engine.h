#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "debug/debug_info.h"
#include "debug/line_table.h"
#include "explain/events.h"
#include "explain/recorded_run.h"
#include "heap/block_table.h"
#include "record/instance_log.h"
#include "record/log_memory.h"
#include "replay/trace.h"
#include "rewrite/rewrite.h"
#include "wasm/module.h"

/// What the page may call. Pointers and lengths are in this engine's own memory; one engine serves one program.
#define EXPORT(name) extern "C" __attribute__((export_name(name)))
/// What the page provides.
#define IMPORT(name) extern "C" __attribute__((import_module("env"), import_name(name)))

namespace pagewise {

/// All that one engine knows.
struct engine {
  std::vector<std::uint8_t> input;
  rewritten_module output;
  malformed problem{};
  line_table lines;
  std::string symbols;  ///< one a line: address, size, name
  std::uint32_t code_start = 0;
  std::string located_path;
  line_row located{};
  block_table heap;
  std::vector<reported_block> reported;
  std::optional<instance_log> log;
  std::optional<module> read;  ///< borrows the input
  std::optional<trace> recorded;
  other_memories others;
  std::optional<recorded_run> run;  ///< borrows what is above it
  std::optional<event_listing> listing;  ///< borrows the traces
  std::vector<std::uint32_t> section_words, section_indices;
  std::vector<std::uint8_t> section_contents, bytes_read;
  std::string answer, path;
  std::vector<bool> chosen_sites;
  std::vector<idle_frame> frames;
};

/// The one of this instance.
engine& self();

inline std::uint32_t address_of(const void* pointer) {
  return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(pointer));
}

}  // namespace pagewise
