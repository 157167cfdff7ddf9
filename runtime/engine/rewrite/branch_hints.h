#pragma once

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "rewrite/probes.h"
#include "wasm/byte_writer.h"

namespace pagewise {

/// A custom section before the code. A module's own says where in bodies branches are: no longer true of the new ones.
inline constexpr std::string_view branch_hints_section = "metadata.code.branch_hint";

/// Tells engines which branches of the probes are rare (WebAssembly, branch hinting).
inline void write_branch_hints(byte_writer& out, std::span<const probes::rare_branches> branches) {
  if (branches.empty()) return;
  std::vector<probes::rare_branches> rare(branches.begin(), branches.end());
  std::ranges::sort(rare, {}, &probes::rare_branches::function);
  byte_writer body;
  body.name(branch_hints_section);
  body.unsigned_leb(rare.size());
  for (const auto& [function, at] : rare) {
    body.unsigned_leb(function);
    body.unsigned_leb(at.size());
    for (const std::uint32_t offset : at) {
      constexpr std::uint8_t length = 1, unlikely = 0;
      body.unsigned_leb(offset);
      body.u8(length);
      body.u8(unlikely);
    }
  }
  out.u8(section_id::custom);
  out.unsigned_leb(body.size());
  out.raw(body.view());
}

}  // namespace pagewise
