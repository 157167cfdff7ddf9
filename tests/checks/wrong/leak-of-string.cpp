// expect: leak at line 6, overwritten at line 8
#include <cstdio>
#include <string>

int main() {
  auto *text = new std::string("short");
  std::printf("%s\n", text->c_str());
  text = nullptr;
}
