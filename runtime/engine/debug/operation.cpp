#include "debug/operation.h"

namespace pagewise {

operation read_operation(byte_reader& reader, const unit& in) {
  operation read{.code = reader.u8()};
  const auto unsigned_ = [&] { return reader.unsigned_leb(64); };
  const auto signed_ = [&] { return static_cast<std::uint64_t>(reader.signed_leb(64)); };
  const auto extended = [&](unsigned width) {
    const unsigned unused = 64 - 8 * width;
    return static_cast<std::uint64_t>(static_cast<std::int64_t>(reader.fixed(width) << unused) >> unused);
  };
  const auto block = [&](std::uint64_t size) { return reader.take(static_cast<std::size_t>(size)); };
  switch (read.code) {
    case op::addr: read.first = reader.fixed(in.address_size); break;
    case op::const1u: case op::pick: case op::deref_size: read.first = reader.u8(); break;
    case op::const2u: case op::call2: read.first = reader.fixed(2); break;
    case op::const4u: case op::call4: case op::call_ref: read.first = reader.fixed(4); break;
    case op::const8u: read.first = reader.fixed(8); break;
    case op::const1s: read.first = extended(1); break;
    case op::const2s: case op::bra: case op::skip: read.first = extended(2); break;
    case op::const4s: read.first = extended(4); break;
    case op::const8s: read.first = extended(8); break;
    case op::constu: case op::plus_uconst: case op::regx: case op::piece: case op::addrx: case op::constx:
    case op::convert: case op::reinterpret: read.first = unsigned_(); break;
    case op::consts: case op::fbreg: read.first = signed_(); break;
    case op::bregx: read.first = unsigned_(); read.second = signed_(); break;
    case op::bit_piece: case op::regval_type: read.first = unsigned_(); read.second = unsigned_(); break;
    case op::implicit_value: case op::entry_value: case op::gnu_entry_value: read.block = block(unsigned_()); break;
    case op::implicit_pointer: case op::gnu_implicit_pointer: read.first = reader.fixed(4); read.second = signed_(); break;
    case op::const_type: read.first = unsigned_(); read.block = block(reader.u8()); break;
    case op::deref_type: read.first = reader.u8(); read.second = unsigned_(); break;
    case op::wasm_location:
      read.first = unsigned_();
      read.second = read.first == wasm_place::fixed_global ? reader.fixed(4) : unsigned_();
      break;
    default:
      if (read.code >= op::breg0 && read.code <= op::breg31) read.first = signed_();
      break;
  }
  return read;
}

}  // namespace pagewise
