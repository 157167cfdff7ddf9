#include <cstdio>
#include <regex>
#include <string>

int main() {
  const std::string text = "3 apples, 14 pears";
  const std::regex pattern(R"((\d+) (\w+))");
  for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at) {
    std::printf("%s of %s\n", (*at)[1].str().c_str(), (*at)[2].str().c_str());
  }
}
