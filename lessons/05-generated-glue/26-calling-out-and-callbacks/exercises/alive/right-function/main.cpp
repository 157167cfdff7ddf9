#include <cstdio>
#include <emscripten/em_js.h>
#include <emscripten/emscripten.h>
#include <functional>
#include <memory>

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
  using Work = std::function<void()>;
  const std::unique_ptr<Work> work(static_cast<Work*>(context));
  (*work)();
}
}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void start_download(int rows) {
  const int number = ++started;
  auto work = std::make_unique<std::function<void()>>([number, rows] {
    rows_loaded += rows;
    std::printf("download %d: %d rows\n", number, rows);
  });
  when_loaded(&on_loaded, work.release());
}

EMSCRIPTEN_KEEPALIVE int answer_all() {
  rows_loaded = 0;
  answer();
  return rows_loaded;
}

}

int main() {}
