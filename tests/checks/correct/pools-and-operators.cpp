#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <memory_resource>
#include <new>
#include <string>
#include <vector>
class Arena {
  char* start;
  std::size_t used = 0, size;

public:
  explicit Arena(std::size_t n) : start((char*)std::malloc(n)), size(n) {}
  ~Arena() { std::free(start); }
  void* take(std::size_t n) {
    n = (n + 7) & ~std::size_t{7};
    if (used + n > size) throw std::bad_alloc();
    void* p = start + used;
    used += n;
    return p;
  }
  void reset() { used = 0; }
};
struct Node {
  int key;
  Node* left;
  Node* right;
  static Arena arena;
  static void* operator new(std::size_t n) { return arena.take(n); }
  static void operator delete(void*) {}
};
Arena Node::arena(4096);
template <typename T>
class Pool {
  union Slot {
    Slot* next;
    alignas(T) char bytes[sizeof(T)];
  };
  Slot* slots;
  Slot* free_list = nullptr;

public:
  explicit Pool(int n) : slots(new Slot[n]) {
    for (int i = n; i-- > 0;) {
      slots[i].next = free_list;
      free_list = &slots[i];
    }
  }
  ~Pool() { delete[] slots; }
  T* make(T v) {
    Slot* s = free_list;
    free_list = s->next;
    return new (s) T(v);
  }
  void drop(T* p) {
    p->~T();
    Slot* s = reinterpret_cast<Slot*>(p);
    s->next = free_list;
    free_list = s;
  }
};
static int count = 0;
void* operator new(std::size_t n) {
  ++count;
  if (void* p = std::malloc(n)) return p;
  throw std::bad_alloc();
}
void operator delete(void* p) noexcept {
  --count;
  std::free(p);
}
void operator delete(void* p, std::size_t) noexcept {
  --count;
  std::free(p);
}
static Node* insert(Node* n, int k) {
  if (!n) return new Node{k, nullptr, nullptr};
  (k < n->key ? n->left : n->right) = insert(k < n->key ? n->left : n->right, k);
  return n;
}
static int sum(Node* n) { return n ? n->key + sum(n->left) + sum(n->right) : 0; }
int main() {
  Node* root = nullptr;
  for (int i = 0; i < 40; i++) root = insert(root, i * 37 % 41);
  std::printf("%d\n", sum(root));
  Node::arena.reset();
  Node* again = new Node{1, nullptr, nullptr};
  std::printf("%d\n", again->key);
  Pool<std::pair<int, char>> pool(8);
  auto* a = pool.make({1, 'a'});
  auto* b = pool.make({2, 'b'});
  pool.drop(a);
  a = pool.make({3, 'c'});
  std::printf("%d %d\n", a->first, b->first);
  pool.drop(a);
  pool.drop(b);
  std::pmr::monotonic_buffer_resource mono;
  std::pmr::unsynchronized_pool_resource pr;
  {
    std::pmr::vector<std::pmr::string> v(&mono);
    for (int i = 0; i < 40; i++) v.emplace_back("a string that is longer than small");
    std::printf("%zu\n", v.size());
    std::pmr::vector<int> w(&pr);
    for (int i = 0; i < 400; i++) w.push_back(i);
    std::printf("%d\n", w[399]);
  }
  std::vector<int>* v = new std::vector<int>(5, 3);
  std::printf("%d %d\n", (*v)[4], count);
  delete v;
  void* raw = ::operator new (64, std::align_val_t{64});
  std::printf("%d\n", (int)((std::size_t)raw % 64));
  ::operator delete (raw, std::align_val_t{64});
}
