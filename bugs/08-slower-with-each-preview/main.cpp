#include <emscripten/bind.h>

class Picture {
public:
  Picture(int width, int height) : size_(width * height), pixels_(new unsigned char[size_]()) {}
  ~Picture() { delete[] pixels_; }

  void paint(int from, int to) {
    for (int i = from; i < to && i < size_; ++i) pixels_[i] = 255;
  }
  double brightness() const {
    double sum = 0;
    for (int i = 0; i < size_; ++i) sum += pixels_[i];
    return sum / size_ / 255;
  }

private:
  int size_;
  unsigned char* pixels_;
};

EMSCRIPTEN_BINDINGS(pictures) {
  emscripten::class_<Picture>("Picture")
      .constructor<int, int>()
      .function("paint", &Picture::paint)
      .function("brightness", &Picture::brightness);
}

int main() {}
