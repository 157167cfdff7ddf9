#include <iostream>
#include <map>
#include <regex>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

static std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t to = std::min(text.find(at, from), text.size());
    if (to > from) parts.push_back(text.substr(from, to - from));
    from = to + 1;
  }
  return parts;
}

int main() {
  const std::string text = "2024-01-31 and 1999-12-01, not 99-1-1; mail anna@example.org or bob@example.com";
  const std::regex date(R"((\d{4})-(\d{2})-(\d{2}))");
  for (std::sregex_iterator each(text.begin(), text.end(), date), end; each != end; ++each)
    std::cout << (*each)[3] << '.' << (*each)[2] << '.' << (*each)[1] << '\n';
  std::cout << std::regex_replace(text, std::regex(R"((\w+)@(\w+)\.(\w+))"), "$1 at $2") << '\n';
  std::map<std::string, int, std::less<>> counts;
  for (const std::string_view word : split(text, ' ')) ++counts[std::string(word)];
  for (const auto &[word, count] : counts) std::cout << word << ' ' << count << '\n';
  std::istringstream in("3 4.5 word\nsecond line");
  int whole = 0;
  double real = 0;
  std::string word, rest;
  in >> whole >> real >> word >> std::ws;
  std::getline(in, rest);
  std::cout << whole + real << word << rest << std::hex << 255 << '\n';
}
