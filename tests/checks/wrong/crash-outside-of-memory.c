// expect: crash at line 5
static int numbers[4];
int main(int argc, char** argv) {
  (void)argv;
  return numbers[argc * 300000000];
}
