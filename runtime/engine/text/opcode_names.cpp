#include "text/opcode_names.h"

#include <array>

#include "text/words.h"

namespace pagewise {
namespace {

// From 0x00.
constexpr auto control = words<32>(R"(
    unreachable nop block loop if else try catch
    throw rethrow throw_ref end br br_if br_table return
    call call_indirect return_call return_call_indirect call_ref return_call_ref - -
    delegate catch_all drop select select - - try_table)");

// From 0x20.
constexpr auto plain = words<165>(R"(
    local.get local.set local.tee global.get global.set table.get table.set -
    i32.load i64.load f32.load f64.load i32.load8_s i32.load8_u i32.load16_s i32.load16_u i64.load8_s i64.load8_u
    i64.load16_s i64.load16_u i64.load32_s i64.load32_u
    i32.store i64.store f32.store f64.store i32.store8 i32.store16 i64.store8 i64.store16 i64.store32
    memory.size memory.grow i32.const i64.const f32.const f64.const
    i32.eqz i32.eq i32.ne i32.lt_s i32.lt_u i32.gt_s i32.gt_u i32.le_s i32.le_u i32.ge_s i32.ge_u
    i64.eqz i64.eq i64.ne i64.lt_s i64.lt_u i64.gt_s i64.gt_u i64.le_s i64.le_u i64.ge_s i64.ge_u
    f32.eq f32.ne f32.lt f32.gt f32.le f32.ge f64.eq f64.ne f64.lt f64.gt f64.le f64.ge
    i32.clz i32.ctz i32.popcnt i32.add i32.sub i32.mul i32.div_s i32.div_u i32.rem_s i32.rem_u i32.and i32.or i32.xor
    i32.shl i32.shr_s i32.shr_u i32.rotl i32.rotr
    i64.clz i64.ctz i64.popcnt i64.add i64.sub i64.mul i64.div_s i64.div_u i64.rem_s i64.rem_u i64.and i64.or i64.xor
    i64.shl i64.shr_s i64.shr_u i64.rotl i64.rotr
    f32.abs f32.neg f32.ceil f32.floor f32.trunc f32.nearest f32.sqrt f32.add f32.sub f32.mul f32.div f32.min f32.max
    f32.copysign
    f64.abs f64.neg f64.ceil f64.floor f64.trunc f64.nearest f64.sqrt f64.add f64.sub f64.mul f64.div f64.min f64.max
    f64.copysign
    i32.wrap_i64 i32.trunc_f32_s i32.trunc_f32_u i32.trunc_f64_s i32.trunc_f64_u i64.extend_i32_s i64.extend_i32_u
    i64.trunc_f32_s i64.trunc_f32_u i64.trunc_f64_s i64.trunc_f64_u
    f32.convert_i32_s f32.convert_i32_u f32.convert_i64_s f32.convert_i64_u f32.demote_f64
    f64.convert_i32_s f64.convert_i32_u f64.convert_i64_s f64.convert_i64_u f64.promote_f32
    i32.reinterpret_f32 i64.reinterpret_f64 f32.reinterpret_i32 f64.reinterpret_i64
    i32.extend8_s i32.extend16_s i64.extend8_s i64.extend16_s i64.extend32_s)");

// From 0xd0.
constexpr auto references = words<7>(R"(
    ref.null ref.is_null ref.func ref.eq ref.as_non_null br_on_null br_on_non_null)");

// After 0xfb.
constexpr auto gc = words<31>(R"(
    struct.new struct.new_default struct.get struct.get_s struct.get_u struct.set
    array.new array.new_default array.new_fixed array.new_data array.new_elem
    array.get array.get_s array.get_u array.set
    array.len array.fill array.copy array.init_data array.init_elem
    ref.test ref.test ref.cast ref.cast br_on_cast br_on_cast_fail
    any.convert_extern extern.convert_any ref.i31 i31.get_s i31.get_u)");

// After 0xfc.
constexpr auto miscellaneous = words<23>(R"(
    i32.trunc_sat_f32_s i32.trunc_sat_f32_u i32.trunc_sat_f64_s i32.trunc_sat_f64_u
    i64.trunc_sat_f32_s i64.trunc_sat_f32_u i64.trunc_sat_f64_s i64.trunc_sat_f64_u
    memory.init data.drop memory.copy memory.fill
    table.init elem.drop table.copy
    table.grow table.size table.fill memory.discard
    i64.add128 i64.sub128 i64.mul_wide_s i64.mul_wide_u)");

// After 0xfe.
constexpr auto synchronization = words<4>(R"(
    memory.atomic.notify memory.atomic.wait32 memory.atomic.wait64 atomic.fence)");

// After 0xfe, from 0x10.
constexpr auto atomic = words<63>(R"(
    i32.atomic.load i64.atomic.load i32.atomic.load8_u i32.atomic.load16_u i64.atomic.load8_u i64.atomic.load16_u
    i64.atomic.load32_u
    i32.atomic.store i64.atomic.store i32.atomic.store8 i32.atomic.store16 i64.atomic.store8 i64.atomic.store16
    i64.atomic.store32
    i32.atomic.rmw.add i64.atomic.rmw.add i32.atomic.rmw8.add_u i32.atomic.rmw16.add_u i64.atomic.rmw8.add_u
    i64.atomic.rmw16.add_u i64.atomic.rmw32.add_u
    i32.atomic.rmw.sub i64.atomic.rmw.sub i32.atomic.rmw8.sub_u i32.atomic.rmw16.sub_u i64.atomic.rmw8.sub_u
    i64.atomic.rmw16.sub_u i64.atomic.rmw32.sub_u
    i32.atomic.rmw.and i64.atomic.rmw.and i32.atomic.rmw8.and_u i32.atomic.rmw16.and_u i64.atomic.rmw8.and_u
    i64.atomic.rmw16.and_u i64.atomic.rmw32.and_u
    i32.atomic.rmw.or i64.atomic.rmw.or i32.atomic.rmw8.or_u i32.atomic.rmw16.or_u i64.atomic.rmw8.or_u
    i64.atomic.rmw16.or_u i64.atomic.rmw32.or_u
    i32.atomic.rmw.xor i64.atomic.rmw.xor i32.atomic.rmw8.xor_u i32.atomic.rmw16.xor_u i64.atomic.rmw8.xor_u
    i64.atomic.rmw16.xor_u i64.atomic.rmw32.xor_u
    i32.atomic.rmw.xchg i64.atomic.rmw.xchg i32.atomic.rmw8.xchg_u i32.atomic.rmw16.xchg_u i64.atomic.rmw8.xchg_u
    i64.atomic.rmw16.xchg_u i64.atomic.rmw32.xchg_u
    i32.atomic.rmw.cmpxchg i64.atomic.rmw.cmpxchg i32.atomic.rmw8.cmpxchg_u i32.atomic.rmw16.cmpxchg_u
    i64.atomic.rmw8.cmpxchg_u i64.atomic.rmw16.cmpxchg_u i64.atomic.rmw32.cmpxchg_u)");

template <std::size_t count>
std::string_view at(const std::array<std::string_view, count>& names, std::size_t index) {
  return index < count ? names[index] : std::string_view{};
}

}  // namespace

std::string_view opcode_name(const instruction& of) {
  switch (of.opcode) {
    case 0xfb: return at(gc, of.extended);
    case 0xfc: return at(miscellaneous, of.extended);
    case 0xfd: return vector_opcode_name(of.extended);
    case 0xfe: return of.extended < 0x10 ? at(synchronization, of.extended) : at(atomic, of.extended - 0x10);
    default: break;
  }
  if (of.opcode < 0x20) return control[of.opcode];
  return of.opcode < 0xd0 ? at(plain, of.opcode - 0x20U) : at(references, of.opcode - 0xd0U);
}

}  // namespace pagewise
