// References to what is not yet written, and an object without bytes.
struct Empty {};
static int take(Empty nothing, int& of) {
  of = 3;
  return of;
}
int main() {
  int late;
  int& other = late;
  int done = take({}, late);
  return done - other;
}
