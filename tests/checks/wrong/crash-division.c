// expect: crash at line 3
static int share(int all, int among) {
  return all / among;
}
int main(int argc, char** argv) {
  (void)argv;
  return share(10, argc - 1);
}
