#include <bitset>
#include <complex>
#include <cstdio>
#include <cstring>
#include <string>
#include <utility>
#include <valarray>
#include <vector>

class small_text {
public:
  small_text(const char *from) : size_(std::strlen(from)) {
    char *to = is_small() ? inside_ : (outside_ = new char[size_ + 1]);
    std::memcpy(to, from, size_ + 1);
  }
  small_text(const small_text &from) : small_text(from.get()) {}
  small_text(small_text &&from) noexcept : size_(from.size_) {
    std::memcpy(inside_, from.inside_, sizeof inside_);
    from.size_ = 0;
    from.inside_[0] = '\0';
  }
  small_text &operator=(small_text from) noexcept {
    std::swap(size_, from.size_);
    std::swap(inside_, from.inside_);
    return *this;
  }
  ~small_text() {
    if (!is_small()) delete[] outside_;
  }
  const char *get() const { return is_small() ? inside_ : outside_; }

private:
  bool is_small() const { return size_ < sizeof inside_; }
  std::size_t size_;
  union {
    char inside_[12];
    char *outside_;
  };
};

struct padded {
  char tag;
  double value;
  char last;
  bool operator==(const padded &) const = default;
};

int main() {
  std::vector<small_text> texts{"tiny", "a text that has to lie outside", "12345678901"};
  texts.insert(texts.begin(), texts[1]);
  std::swap(texts[0], texts[2]);
  for (const small_text &each : texts) std::printf("%s|", each.get());
  std::vector<padded> rows(3, padded{'a', 1, 'z'});
  rows.push_back({'b', 2, 'y'});
  std::vector<padded> copied(rows.begin() + 1, rows.end());
  std::printf("%d\n", copied[2] == rows[3]);
  std::vector<bool> bits(70);
  for (std::size_t i = 0; i < bits.size(); i += 3) bits[i] = true;
  bits.flip();
  std::bitset<40> set(0xf0f0);
  std::valarray<double> values{1, 2, 3};
  values *= 2.0;
  std::complex<double> turn(0, 1);
  std::printf("%d %zu %g %g\n", int(bits[1]), set.count(), values.sum(), (turn * turn).real());
}
