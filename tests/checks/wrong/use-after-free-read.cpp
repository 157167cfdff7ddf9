// expect: use-after-free at line 10, freed at line 9
#include <cstdio>

struct Point {
  int x = 3, y = 4;
};
int main() {
  Point *point = new Point;
  delete point;
  int sum = point->x + point->y;
  std::printf("%d\n", sum > 100 ? 1 : 0);
}
