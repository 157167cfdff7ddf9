// expect: leak at line 4, freed at line 12
struct numbers {
  int *items;
  explicit numbers(int count) : items(new int[count]{}) {}
};

static int first(const numbers *of) { return of->items[0]; }

int main() {
  auto *made = new numbers(4);
  int found = first(made);
  delete made;
  return found;
}
