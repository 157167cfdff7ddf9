#include <cstdio>
#include <stdexcept>
#include <csetjmp>
#include <vector>
#include <string>
static jmp_buf env;
struct D { int x; ~D() { std::printf("~D %d\n", x); } };
int deep(int n) { D d{n}; if (n == 0) throw std::runtime_error("bottom"); return deep(n - 1) + 1; }
void jump(int n) { if (n == 0) longjmp(env, 7); jump(n - 1); }
int main() {
  for (int i = 0; i < 3; ++i) { try { deep(i); } catch (const std::exception& e) { std::printf("caught %s\n", e.what()); } }
  int r = setjmp(env);
  if (r == 0) jump(5);
  std::printf("jumped %d\n", r);
  std::vector<std::string> v;
  for (int i = 0; i < 50; ++i) v.push_back(std::string(i, 'x'));
  std::printf("%zu\n", v.size());
  return 3;
}
