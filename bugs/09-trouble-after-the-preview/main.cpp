#include <cstdio>
#include <cstdlib>
#include <emscripten/emscripten.h>

struct Document {
  char* preview;
  int pages;
};

extern "C" EMSCRIPTEN_KEEPALIVE Document* open_document(int pages) {
  auto* document = static_cast<Document*>(std::malloc(sizeof(Document)));
  document->preview = static_cast<char*>(std::malloc(24));
  document->pages = pages;
  return document;
}

extern "C" EMSCRIPTEN_KEEPALIVE char* preview(Document* document) {
  std::snprintf(document->preview, 24, "a text of %d pages", document->pages);
  return document->preview;
}

extern "C" EMSCRIPTEN_KEEPALIVE void release(void* block) { std::free(block); }

extern "C" EMSCRIPTEN_KEEPALIVE void close_document(Document* document) {
  std::free(document->preview);
  std::free(document);
}

int main() {}
