// Every kind of type that a C++ program can have, read where the last line of `run` begins.
extern "C" __attribute__((import_name("stop"))) void stop(int);

enum class Colour : unsigned char { red, green = 5 };
enum plain { first = -1, second };
struct Base {
  int base = 7;
};
struct Flags {
  unsigned low : 3;
  int middle : 5;
  unsigned long long high : 40;
};
struct Point : Base {
  int x = 3;
  double y = 0.5;
  char tag = 'q';
  Colour colour = Colour::green;
};
struct Left : virtual Base {
  int left = 1;
};
union Either {
  int number;
  float real;
};
struct Node {
  Node* next;
  int value;
};
template <typename T, int N>
struct Box {
  T items[N];
  __attribute__((noinline)) T sum(T start) const {
    T total = start;
    for (const T& item : items) total += item;
    stop(static_cast<int>(total));
    return total;
  }
};
namespace outer {
inline namespace __2 {
int hidden = 9;
}
}  // namespace outer
using Matrix = short[2][3];
struct Missing;

int counter = 42;
static const char* greeting = "hel\"lo\n";

__attribute__((noinline)) int scopes(int n) {
  int total = n;
  for (int i = 0; i < 2; ++i) {
    int twice = i * 2;
    total += twice;
    stop(total);
  }
  {
    const char* total = "shadow";
    stop(total[0]);
  }
  return total;
}

extern "C" __attribute__((export_name("run"))) int run() {
  signed char tiny = -1;
  unsigned char byte = 200;
  char letter = 'z', newline = '\n', negative = '\x80';
  char16_t accent = u'\u00e9';
  wchar_t wide = L'w';
  short small = -300;
  long long large = -5000000000;
  unsigned long long most = ~0ull;
  __int128 huge = -7;
  bool yes = true;
  float tenth = 0.1f;
  double third = 1.0 / 3;
  long double half = 0.5L;
  Colour colour = Colour::green;
  plain unscoped = first;
  Colour unnamed = static_cast<Colour>(77);
  Point point;
  Left left;
  Flags flags{5, -3, 0x1234567890};
  Either either{.real = 1.5f};
  Matrix matrix = {{1, 2, 3}, {4, 5, 6}};
  Box<int, 3> box{{1, 2, 3}};
  Node loop{&loop, 4};
  int& reference = counter;
  const Point& constant = point;
  int* pointer = &counter;
  int** indirect = &pointer;
  Missing* missing = nullptr;
  const char* const text = greeting;
  const char16_t* utf16 = u"\u00e9\U0001f600";
  char buffer[8] = "ab";
  int (*function)(int) = scopes;
  int (*row)[3] = nullptr;
  int Point::*member = &Point::x;
  auto lambda = [&reference, n = 3](int k) { return reference + n + k; };
  static int kept = 3;
  outer::hidden += kept;
  return scopes(counter) + box.sum(10) + lambda(1) + tiny + byte + letter + newline + negative + accent + wide + small +
         static_cast<int>(large + most + huge) + yes + static_cast<int>(tenth + third + half) +
         static_cast<int>(colour) + unscoped + static_cast<int>(unnamed) + left.left + flags.low + either.number +
         matrix[0][0] + loop.value + constant.x + **indirect + (missing != nullptr) + text[0] + utf16[0] + buffer[0] +
         function(1) + (row != nullptr) + point.*member;
}
