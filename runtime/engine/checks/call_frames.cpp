#include "checks/call_frames.h"

namespace pagewise {

void call_frames::enter(std::uint32_t function) {
  frame entered{.call = next_++, .line = finding::nowhere, .asked = finding::nowhere, .has_own = false, .role = roles_[function]};
  if (!frames_.empty()) {
    const frame& caller = frames_.back();
    entered.line = caller.line;
    entered.asked = caller.role.is_announcing ? caller.asked : caller.line;
    entered.has_own = caller.has_own;
    entered.role.is_announcing |= caller.role.is_announcing;
    if (!entered.role.is_own) {
      entered.role.is_allocator |= caller.role.is_allocator;
      entered.role.is_formatting |= caller.role.is_formatting;
    }
  }
  entered.has_own |= entered.role.is_own;
  frames_.push_back(entered);
}

}  // namespace pagewise
