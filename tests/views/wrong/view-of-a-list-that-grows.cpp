#include <emscripten.h>
#include <vector>

std::vector<unsigned char> list = {1, 2, 3};

extern "C" {
EMSCRIPTEN_KEEPALIVE unsigned char* offset() { return list.data(); }
EMSCRIPTEN_KEEPALIVE int length() { return list.size(); }
EMSCRIPTEN_KEEPALIVE void push(unsigned char byte) { list.push_back(byte); }
}

int main() { return 0; }
