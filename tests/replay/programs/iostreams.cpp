#include <iomanip>
#include <iostream>
#include <sstream>
#include <string>

int main(int argc, char** argv) {
  int count = 0;
  std::string word;
  std::cin >> count;
  std::cin >> word;
  std::ostringstream out;
  out << std::hex << std::setfill('0') << std::setw(8) << count * 1000 << ' ' << std::fixed << std::setprecision(3) << 2.0 / 3;
  for (int i = 0; i < argc; ++i) std::cout << argv[i] << std::endl;
  std::cout << out.str() << ' ' << word << '\n';
  std::cerr << "done " << std::boolalpha << std::cin.good() << '\n';
}
