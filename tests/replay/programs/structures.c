// Copied, passed and returned by value; arrays of them; pointers into them.
#include <stdio.h>

struct Point {
  double x, y;
  char name[12];
};
struct Path {
  struct Point points[5];
  int length;
};

static struct Path add(struct Path path, struct Point point) {
  path.points[path.length++] = point;
  return path;
}

int main(void) {
  struct Path path = {.length = 0};
  for (int i = 0; i < 5; i++) path = add(path, (struct Point){i, i * 0.5, "point"});
  struct Path copy = path;
  struct Point* third = &copy.points[3];
  third->name[0] = 'P';
  *third = path.points[1];
  printf("%g %s %g\n", copy.points[3].x, third->name, path.points[3].y);
}
