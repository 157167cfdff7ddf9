#include <cstdio>
#include <emscripten/em_js.h>
#include <emscripten/emscripten.h>
#include <map>
#include <memory>
#include <utility>

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

std::map<const Download*, std::unique_ptr<Download>> downloads;

void on_loaded(void* context) {
  const auto found = downloads.find(static_cast<const Download*>(context));
  if (found == downloads.end()) return;
  rows_loaded += found->second->rows;
  std::printf("download %d: %d rows\n", found->second->number, found->second->rows);
  downloads.erase(found);
}
}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void start_download(int rows) {
  auto download = std::make_unique<Download>(++started, rows);
  Download* const context = download.get();
  downloads.emplace(context, std::move(download));
  when_loaded(&on_loaded, context);
}

EMSCRIPTEN_KEEPALIVE int answer_all() {
  rows_loaded = 0;
  answer();
  return rows_loaded;
}

}

int main() {}
