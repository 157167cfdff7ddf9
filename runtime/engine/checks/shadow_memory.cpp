#include "checks/shadow_memory.h"

#include <algorithm>

namespace pagewise {

template <typename Visit>
void shadow_memory::each_part(std::uint32_t start, std::uint64_t end, Visit visit) {
  for (std::uint64_t at = start; at < end;) {
    const std::uint64_t next = std::min(end, (at | (chunk_size - 1)) + 1);
    visit(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(next - at));
    at = next;
  }
}

/// The chunk that an address lies in; null, and the state that all of its region has, where there are none.
const shadow_memory::chunk* shadow_memory::part_at(std::uint32_t address, byte_state& all) const {
  const region& in = regions_[address >> region_bits];
  if (!in.parts) {
    all = in.all;
    return nullptr;
  }
  const chunk& found = (*in.parts)[address >> chunk_bits & (chunks - 1)];
  all = found.all;
  return found.bytes ? &found : nullptr;
}

shadow_memory::chunk& shadow_memory::split(std::uint32_t address) {
  region& in = regions_[address >> region_bits];
  if (!in.parts) {
    in.parts = std::make_unique<std::array<chunk, chunks>>();
    for (chunk& each : *in.parts) each.all = in.all;
  }
  return (*in.parts)[address >> chunk_bits & (chunks - 1)];
}

std::array<byte_state, shadow_memory::chunk_size>& shadow_memory::bytes_of(chunk& of) {
  if (!of.bytes) {
    of.bytes = std::make_unique_for_overwrite<std::array<byte_state, chunk_size>>();
    of.bytes->fill(of.all);
  }
  return *of.bytes;
}

byte_state shadow_memory::at(std::uint32_t address) const {
  byte_state all;
  const chunk* found = part_at(address, all);
  return found ? (*found->bytes)[address & (chunk_size - 1)] : all;
}

byte_states shadow_memory::in(std::uint32_t start, std::uint64_t end) const {
  byte_states seen = 0;
  each_part(start, end, [&](std::uint32_t address, std::uint32_t count) {
    byte_state all;
    const chunk* found = part_at(address, all);
    if (!found) {
      seen |= only(all);
      return;
    }
    const byte_state* state = found->bytes->data() + (address & (chunk_size - 1));
    for (std::uint32_t i = 0; i < count; ++i) seen |= only(state[i]);
  });
  return seen;
}

void shadow_memory::fill(std::uint32_t start, std::uint64_t end, byte_state state) {
  for (std::uint64_t at = start; at < end;) {
    constexpr std::uint64_t region_size = std::uint64_t{1} << region_bits;
    const auto address = static_cast<std::uint32_t>(at);
    if (address % region_size == 0 && end - at >= region_size) {
      regions_[address >> region_bits] = {nullptr, state};
      at += region_size;
      continue;
    }
    chunk& found = split(address);
    const std::uint64_t next = std::min(end, (at | (chunk_size - 1)) + 1);
    if (next - at == chunk_size) {
      found = {nullptr, state};
    } else if (found.bytes || found.all != state) {
      std::fill_n(bytes_of(found).begin() + (address & (chunk_size - 1)), next - at, state);
    }
    at = next;
  }
}

void shadow_memory::replace(std::uint32_t start, std::uint64_t end, byte_state from, byte_state to) {
  for (std::uint64_t at = start; at < end;) {
    const auto address = static_cast<std::uint32_t>(at);
    const region& in = regions_[address >> region_bits];
    if (!in.parts && in.all != from) {  // nothing to change in all of the region
      at = (at | ((std::uint64_t{1} << region_bits) - 1)) + 1;
      continue;
    }
    const std::uint64_t next = std::min(end, (at | (chunk_size - 1)) + 1);
    chunk& found = split(address);
    if (!found.bytes && found.all == from && next - at == chunk_size) {
      found.all = to;
    } else if (found.bytes || found.all == from) {
      byte_state* state = bytes_of(found).data() + (address & (chunk_size - 1));
      std::replace(state, state + (next - at), from, to);
    }
    at = next;
  }
}

void shadow_memory::copy(std::uint32_t from, std::uint32_t to, std::uint32_t length) {
  for (std::uint32_t done = 0; done < length;) {
    const std::uint32_t source = from + done, target = to + done;
    byte_state all;
    const chunk* found = part_at(source, all);
    const std::uint32_t within = chunk_size - std::max(source % chunk_size, target % chunk_size);
    const std::uint32_t count = std::min(length - done, within);
    if (!found) {
      fill(target, std::uint64_t{target} + count, all);
    } else {
      byte_state states[chunk_size];
      std::copy_n(found->bytes->data() + source % chunk_size, count, states);
      std::copy_n(states, count, bytes_of(split(target)).data() + target % chunk_size);
    }
    done += count;
  }
}

void shadow_memory::hand_on(std::uint32_t from, std::uint32_t to, std::uint32_t length) {
  const std::uint64_t end = std::uint64_t{to} + length;
  if ((in(from, std::uint64_t{from} + length) & only(byte_state::unwritten)) == 0) return write(to, end);
  std::vector<bool> unwritten(length);
  for (std::uint32_t i = 0; i < length; ++i) unwritten[i] = at(from + i) == byte_state::unwritten;
  for (std::uint32_t i = 0; i < length; ++i) {
    const byte_state now = at(to + i);
    if (now == byte_state::freed || now == byte_state::gap) continue;
    if (unwritten[i]) fill(to + i, std::uint64_t{to} + i + 1, byte_state::unwritten);
    else if (now == byte_state::unwritten) fill(to + i, std::uint64_t{to} + i + 1, byte_state::written);
  }
}

}  // namespace pagewise
