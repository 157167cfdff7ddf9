#include "text/type_text.h"

#include <array>

#include "text/words.h"

namespace pagewise {
namespace {

constexpr std::uint8_t ref = 0x64, ref_null = 0x63;
constexpr std::uint8_t first_number = 0x7b, first_abstract = 0x68;
constexpr auto numbers = words<5>("v128 f64 f32 i64 i32");
constexpr auto heap_types = words<14>(R"(
    cont exn array struct i31 eq any extern func none noextern nofunc noexn nocont)");
constexpr auto nullable_references = words<14>(R"(
    contref exnref arrayref structref i31ref eqref anyref externref funcref
    nullref nullexternref nullfuncref nullexnref nullcontref)");

}  // namespace

std::string heap_type_text(std::int64_t type) {
  if (type >= 0) return std::to_string(type);
  const auto index = static_cast<std::size_t>(type + 0x80 - first_abstract);
  return std::string(index < heap_types.size() ? heap_types[index] : std::string_view{});
}

std::string reference_text(bool is_nullable, std::int64_t heap_type) {
  return (is_nullable ? "(ref null " : "(ref ") + heap_type_text(heap_type) + ")";
}

std::string value_type_text(byte_reader& reader) {
  byte_reader encoded(read_value_type(reader).encoding);
  if (!reader.ok()) return "";
  const std::uint8_t code = encoded.u8();
  if (code == ref || code == ref_null) return reference_text(code == ref_null, read_heap_type(encoded));
  const bool is_number = code >= first_number;
  return std::string(is_number ? numbers[code - std::size_t{first_number}]
                               : nullable_references[code - std::size_t{first_abstract}]);
}

std::string block_type_text(const instruction& block) {
  constexpr std::int64_t empty = -0x40;
  if (block.operand >= 0) return " (type " + std::to_string(block.operand) + ")";
  if (block.operand == empty) return "";
  byte_reader type(block.block_type);
  return " (result " + value_type_text(type) + ")";
}

std::string type_list_text(std::string_view keyword, const std::vector<value_type>& types) {
  if (types.empty()) return "";
  std::string text = " (" + std::string(keyword);
  for (const value_type& type : types) {
    byte_reader encoded(type.encoding);
    text += ' ';
    text += value_type_text(encoded);
  }
  return text + ")";
}

}  // namespace pagewise
