// fails: live-blocks 0
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
std::list<std::unique_ptr<Download>> in_flight;
int rows_loaded = 0;

void on_loaded(void* context) {
  const auto* download = static_cast<const Download*>(context);
  rows_loaded += download->rows;
  std::printf("download %d: %d rows\n", download->number, download->rows);
}
}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void start_download(int rows) {
  in_flight.push_back(std::make_unique<Download>(++started, rows));
  when_loaded(&on_loaded, in_flight.back().get());
}

EMSCRIPTEN_KEEPALIVE int answer_all() {
  rows_loaded = 0;
  answer();
  in_flight.clear();
  return rows_loaded;
}

}

int main() {}
