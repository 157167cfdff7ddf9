#pragma once

#include <cstdint>

namespace pagewise {

/// What a unit holds, `DW_UT_…` (DWARF 5, section 7.5.1, table 7.2).
namespace unit_type {
inline constexpr std::uint8_t compile = 0x01, type = 0x02, partial = 0x03, skeleton = 0x04, split_compile = 0x05,
                              split_type = 0x06;
}

/// Kinds of entries, `DW_TAG_…` (DWARF 5, section 7.5.3, table 7.3), as far as they mean something here.
namespace tag {
inline constexpr std::uint32_t array_type = 0x01, class_type = 0x02, enumeration_type = 0x04, formal_parameter = 0x05,
                               lexical_block = 0x0b, member = 0x0d, pointer_type = 0x0f, reference_type = 0x10,
                               compile_unit = 0x11, structure_type = 0x13, subroutine_type = 0x15, typedef_ = 0x16,
                               union_type = 0x17, variant = 0x19, inheritance = 0x1c, inlined_subroutine = 0x1d,
                               pointer_to_member = 0x1f, subrange_type = 0x21, base_type = 0x24, const_type = 0x26,
                               enumerator = 0x28, subprogram = 0x2e, template_type = 0x2f, variant_part = 0x33,
                               variable = 0x34, volatile_type = 0x35, restrict_type = 0x37, name_space = 0x39,
                               unspecified_type = 0x3b, rvalue_reference = 0x42, atomic_type = 0x47;
}

/// Attributes, `DW_AT_…` (DWARF 5, section 7.5.4, table 7.5; one of GNU's for DWARF 4). The two of calls are written
/// of optimised functions alone.
namespace attribute {
inline constexpr std::uint32_t location = 0x02, name = 0x03, byte_size = 0x0b, bit_offset = 0x0c, bit_size = 0x0d,
                               stmt_list = 0x10, low_pc = 0x11, high_pc = 0x12, language = 0x13,
                               compilation_folder = 0x1b, discriminant = 0x15, discriminant_value = 0x16,
                               const_value = 0x1c, containing_type = 0x1d, lower_bound = 0x22, upper_bound = 0x2f,
                               abstract_origin = 0x31, artificial = 0x34, count = 0x37, data_member_location = 0x38,
                               decl_file = 0x3a, decl_line = 0x3b, declaration = 0x3c, encoding = 0x3e, external = 0x3f,
                               frame_base = 0x40, specification = 0x47, type = 0x49, ranges = 0x55, call_column = 0x57,
                               call_file = 0x58, call_line = 0x59, data_bit_offset = 0x6b, enum_class = 0x6d,
                               linkage_name = 0x6e, all_calls = 0x7a, string_offsets_base = 0x72, address_base = 0x73,
                               range_lists_base = 0x74, export_symbols = 0x89, location_lists_base = 0x8c,
                               gnu_all_calls = 0x2117;
}

/// How a base type is encoded, `DW_ATE_…` (DWARF 5, section 7.8, table 7.11).
namespace encoding {
inline constexpr std::uint64_t address = 0x01, boolean = 0x02, complex_floating = 0x03, floating = 0x04, signed_ = 0x05,
                               signed_char = 0x06, unsigned_ = 0x07, unsigned_char = 0x08, utf = 0x10;
}

/// How the value of an attribute is written, `DW_FORM_…` (DWARF 5, section 7.5.6, table 7.6).
namespace form {
inline constexpr std::uint32_t addr = 0x01, block2 = 0x03, block4 = 0x04, data2 = 0x05, data4 = 0x06, data8 = 0x07,
                               string = 0x08, block = 0x09, block1 = 0x0a, data1 = 0x0b, flag = 0x0c, sdata = 0x0d,
                               strp = 0x0e, udata = 0x0f, ref_addr = 0x10, ref1 = 0x11, ref2 = 0x12, ref4 = 0x13,
                               ref8 = 0x14, ref_udata = 0x15, sec_offset = 0x17, exprloc = 0x18, flag_present = 0x19,
                               strx = 0x1a, addrx = 0x1b, ref_sup4 = 0x1c, strp_sup = 0x1d, data16 = 0x1e,
                               line_strp = 0x1f, ref_sig8 = 0x20, implicit_const = 0x21, loclistx = 0x22,
                               rnglistx = 0x23, ref_sup8 = 0x24, strx1 = 0x25, strx2 = 0x26, strx3 = 0x27, strx4 = 0x28,
                               addrx1 = 0x29, addrx2 = 0x2a, addrx3 = 0x2b, addrx4 = 0x2c;
}

/// Entries of a list of ranges, `DW_RLE_…` (DWARF 5, section 7.25, table 7.30). Those of a list of locations,
/// `DW_LLE_…` (section 7.7.3, table 7.10), are numbered alike, but for one more: what follows it is one higher there.
namespace list_entry {
inline constexpr std::uint8_t end_of_list = 0x00, base_addressx = 0x01, startx_endx = 0x02, startx_length = 0x03,
                              offset_pair = 0x04, base_address = 0x05, start_end = 0x06, start_length = 0x07;
inline constexpr std::uint8_t default_location = 0x05;  ///< in a list of locations alone
}

/// Standard opcodes of line number programs, `DW_LNS_…` (DWARF 5, section 7.22, table 7.25).
namespace line_opcode {
inline constexpr std::uint8_t extended = 0x00;  ///< before those of `extended_line_opcode`
inline constexpr std::uint8_t copy = 0x01, advance_pc = 0x02, advance_line = 0x03, set_file = 0x04, set_column = 0x05,
                              negate_stmt = 0x06, set_basic_block = 0x07, const_add_pc = 0x08, fixed_advance_pc = 0x09,
                              set_prologue_end = 0x0a, set_epilogue_begin = 0x0b;
}

/// Extended opcodes of line number programs, `DW_LNE_…` (DWARF 5, section 7.22, table 7.26).
namespace extended_line_opcode {
inline constexpr std::uint8_t end_sequence = 0x01, set_address = 0x02;
}

/// What an entry for a folder or a file tells of it, `DW_LNCT_…` (DWARF 5, section 7.22, table 7.27).
namespace line_content {
inline constexpr std::uint32_t path = 0x01, directory_index = 0x02;
}

}  // namespace pagewise
