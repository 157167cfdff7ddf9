#pragma once

#include <cstdint>

namespace pagewise {

/// Kinds of entries (DWARF 5, table 7.3), as far as they mean something here.
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

/// Attributes (DWARF 5, table 7.5; one of GNU's for DWARF 4). The two of calls are written of optimised functions alone.
namespace attribute {
inline constexpr std::uint32_t location = 0x02, name = 0x03, byte_size = 0x0b, bit_offset = 0x0c, bit_size = 0x0d,
                               stmt_list = 0x10, low_pc = 0x11, high_pc = 0x12, language = 0x13,
                               compilation_folder = 0x1b, discriminant = 0x15, discriminant_value = 0x16,
                               const_value = 0x1c, containing_type = 0x1d, lower_bound = 0x22, upper_bound = 0x2f, abstract_origin = 0x31,
                               artificial = 0x34, count = 0x37, data_member_location = 0x38, decl_file = 0x3a,
                               decl_line = 0x3b, declaration = 0x3c, encoding = 0x3e, external = 0x3f,
                               frame_base = 0x40, specification = 0x47, type = 0x49, ranges = 0x55, call_column = 0x57,
                               call_file = 0x58, call_line = 0x59, data_bit_offset = 0x6b, enum_class = 0x6d,
                               linkage_name = 0x6e, all_calls = 0x7a, string_offsets_base = 0x72, address_base = 0x73,
                               range_lists_base = 0x74, export_symbols = 0x89, location_lists_base = 0x8c,
                               gnu_all_calls = 0x2117;
}

/// How a base type is encoded (DWARF 5, table 7.11).
namespace encoding {
inline constexpr std::uint64_t address = 0x01, boolean = 0x02, complex_floating = 0x03, floating = 0x04, signed_ = 0x05, signed_char = 0x06,
                               unsigned_ = 0x07, unsigned_char = 0x08, utf = 0x10;
}

}  // namespace pagewise
