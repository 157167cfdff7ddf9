#include <cstdio>
#include <emscripten/em_js.h>
#include <emscripten/emscripten.h>
#include <algorithm>
#include <list>

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

std::list<Download> downloads;

void on_loaded(void* context) {
  const auto found =
      std::ranges::find_if(downloads, [context](const Download& each) { return &each == context; });
  if (found == downloads.end()) return;
  rows_loaded += found->rows;
  std::printf("download %d: %d rows\n", found->number, found->rows);
  downloads.erase(found);
}
}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void start_download(int rows) {
  downloads.push_back({++started, rows});
  when_loaded(&on_loaded, &downloads.back());
}

EMSCRIPTEN_KEEPALIVE int answer_all() {
  rows_loaded = 0;
  answer();
  return rows_loaded;
}

}

int main() {}
