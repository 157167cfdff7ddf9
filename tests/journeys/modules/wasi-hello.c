// A WASI command without a C library: it adds numbers, and prints whether it was given arguments. Built with
// clang --target=wasm32-wasi -g -O0 -nostdlib -ffile-prefix-map="$PWD"=. wasi-hello.c -o wasi-hello.wasm
__attribute__((import_module("wasi_snapshot_preview1"), import_name("args_sizes_get"))) int args_sizes_get(
    int *count, int *size);
__attribute__((import_module("wasi_snapshot_preview1"), import_name("fd_write"))) int fd_write(
    int descriptor, const void *pieces, int count, int *written);

struct piece {
  const char *text;
  int length;
};

static int length(const char *text) {
  int counted = 0;
  while (text[counted])
    ++counted;
  return counted;
}

static void print(const char *text) {
  struct piece piece = {text, length(text)};
  int written;
  fd_write(1, &piece, 1, &written);
}

int sum = 0;

void _start(void) {
  int numbers[] = {1, 2, 39};
  for (int i = 0; i < 3; ++i)
    sum += numbers[i];
  int count, size;
  args_sizes_get(&count, &size);
  print(count > 1 ? "hello with arguments\n" : "hello\n");
}
