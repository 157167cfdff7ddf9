#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>
struct P {
  char tag;
  int value;
  short last;
};
struct Bits {
  unsigned a : 3, b : 7, c : 22;
  signed char d : 4;
};
union U {
  int i;
  double d;
  char bytes[16];
};
struct V {
  int kind;
  U u;
};
static void own_copy(unsigned char* to, const unsigned char* from, size_t n) {
  while (n--) *to++ = *from++;
}
static void own_copy_words(int* to, const int* from, size_t n) {
  for (size_t i = 0; i < n; i++) to[i] = from[i];
}
static P make(char t) {
  P* p = (P*)malloc(sizeof(P));
  p->tag = t;
  p->value = t * 2;
  p->last = 1;
  P r = *p;
  free(p);
  return r;
}
static int by_value(P p) { return p.value; }
static int by_value(V v) { return v.kind == 0 ? v.u.i : 0; }
int main() {
  P* a = (P*)malloc(10 * sizeof(P));
  for (int i = 0; i < 10; i++) {
    a[i].tag = (char)('z' - i);
    a[i].value = 100 - i * 7 % 13;
    a[i].last = (short)i;
  }
  P b = a[3];
  P c = b;
  P d = std::move(c);
  std::sort(a, a + 10, [](const P& x, const P& y) { return x.value < y.value; });
  P* copy = (P*)malloc(10 * sizeof(P));
  memcpy(copy, a, 10 * sizeof(P));
  own_copy((unsigned char*)copy, (unsigned char*)a, 10 * sizeof(P));
  own_copy_words((int*)copy, (int*)a, 10 * sizeof(P) / 4);
  for (int i = 0; i < 5; i++) std::swap(a[i], a[9 - i]);
  for (int i = 0; i < 5; i++) {
    P t = a[i];
    a[i] = a[9 - i];
    a[9 - i] = t;
  }
  int sum = by_value(b) + by_value(d) + by_value(copy[4]) + by_value(make('q'));
  Bits* bits = (Bits*)malloc(2 * sizeof(Bits));
  bits->a = 5;
  bits->b = 100;
  bits->c = 12345;
  bits->d = -3;
  bits[1] = bits[0];
  bits[1].a = 0;
  bits[1].b += 3;
  sum += bits->a + bits->b + bits->c + bits->d + bits[1].a + bits[1].b;
  V* v = (V*)malloc(sizeof(V) * 3);
  v[0].kind = 0;
  v[0].u.i = 4;
  v[1] = v[0];
  v[2].kind = 1;
  v[2].u.d = 2.5;
  V w = v[1];
  V x = v[2];
  V y;
  y = w;
  sum += by_value(v[1]) + by_value(w) + by_value(x) + (x.kind == 1 ? (int)x.u.d : 0) + by_value(y);
  v = (V*)realloc(v, sizeof(V) * 400);
  V z = v[1];
  v[399] = z;
  V* q = (V*)realloc(v, sizeof(V) * 2);
  sum += q[1].kind;
  if (x.kind == 0) sum += x.u.i;
  char* buf = (char*)malloc(64);
  strcpy(buf, "hi there");
  sum += (int)strlen(buf) + (int)strcspn(buf, "t") + atoi(buf);
  char* s2 = (char*)malloc(64);
  memmove(s2, buf, 64);
  sum += s2[0];
  char arr[64];
  memcpy(arr, s2, 64);
  sum += (int)strlen(arr);
  struct S {
    char name[13];
    int n;
  };
  S* s = new S;
  strcpy(s->name, "ann");
  s->n = 1;
  S t = *s;
  S* s3 = new S(*s);
  S s4 = t;
  sum += (int)strlen(t.name) + s3->n + (int)strlen(s4.name);
  printf("%s %s\n", t.name, s3->name);
  free(a);
  free(copy);
  free(bits);
  free(q);
  free(buf);
  free(s2);
  delete s;
  delete s3;
  printf("%d\n", sum);
}
