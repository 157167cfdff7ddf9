static int words[64];
__attribute__((export_name("at"))) int* at(int index) { return words + index; }
__attribute__((export_name("twice"))) void twice(void) {
  for (int i = 0; i < 64; i++) words[i] *= 2;
}
int main(void) { words[3] = 4; }
