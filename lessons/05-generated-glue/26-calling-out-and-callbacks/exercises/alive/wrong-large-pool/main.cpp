// fails: peak-bytes >= 72
#include <cstdio>
#include <list>
#include <map>
#include <memory>
#include <array>
#include <vector>
#include <cstdlib>
#include <emscripten/em_js.h>
#include <emscripten/emscripten.h>

using Callback = void (*)(void*);

EM_JS_DEPS(network, "$wasmTable");
EM_JS(void, when_loaded, (Callback callback, void* context), {
  Module.waiting.push(() => wasmTable.get(callback)(context));
});
EM_JS(void, answer, (void), {
  for (const call of Module.waiting.splice(0).reverse()) call();
});

namespace {
struct Download {
  int number, rows;
};

int started = 0;
int rows_loaded = 0;

void on_loaded(void* context) {
  const auto* download = static_cast<const Download*>(context);
  rows_loaded += download->rows;
  std::printf("download %d: %d rows\n", download->number, download->rows);
}
}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void start_download(int rows) {
  static Download all[1000];
  const auto d = std::make_unique<Download>(++started, rows);
  all[started % 1000] = *d;
  when_loaded(&on_loaded, &all[started % 1000]);
}

EMSCRIPTEN_KEEPALIVE int answer_all() {
  rows_loaded = 0;
  answer();
  return rows_loaded;
}

}

int main() {}
