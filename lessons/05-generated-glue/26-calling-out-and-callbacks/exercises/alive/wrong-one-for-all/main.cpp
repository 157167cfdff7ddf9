// fails: output "download 3: 9 rows\ndownload 2: 45 rows\ndownload 1: 120 rows\ndownload 12: 9 rows\ndownload 11: 8 rows\ndownload 10: 7 rows\ndownload 9: 6 rows\ndownload 8: 5 rows\ndownload 7: 4 rows\ndownload 6: 3 rows\ndownload 5: 2 rows\ndownload 4: 1 rows\n"
#include <cstdio>
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
  static Download download;
  download = {++started, rows};
  when_loaded(&on_loaded, &download);
}

EMSCRIPTEN_KEEPALIVE int answer_all() {
  rows_loaded = 0;
  answer();
  return rows_loaded;
}

}

int main() {}
