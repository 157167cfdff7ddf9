// input: 3 1.5 word
#include <iomanip>
#include <iostream>
#include <sstream>
#include <string>

int main() {
  int number = 0;
  double real = 0;
  std::string word;
  std::cin >> number >> real >> word;
  std::cout << number * 2 << ' ' << std::fixed << std::setprecision(3) << real << ' ' << word << '\n';
  std::ostringstream out;
  out << std::hex << std::setw(8) << std::setfill('0') << 48879;
  std::cout << out.str() << std::boolalpha << ' ' << std::cin.eof() << std::endl;
}
