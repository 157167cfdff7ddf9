// The types of libc++ 21, as far as their layout goes: same names, same fields, nothing else. The library itself would
// make this module a hundred times larger. Their objects are built by hand, read where `stop` is called.
extern "C" __attribute__((import_name("stop"))) void stop(int);
using size_t = decltype(sizeof(0));

namespace std {
inline namespace __2 {
template <class T>
struct allocator {};
template <class T>
struct char_traits {};
template <class T>
struct less {};
template <class T>
struct default_delete {};
template <class C, class Traits = char_traits<C>, class Allocator = allocator<C>>
struct basic_string {
  struct __short {
    C __data_[11];
    unsigned char __size_ : 7;
    unsigned char __is_long_ : 1;
  };
  struct __long {
    C* __data_;
    size_t __size_;
    size_t __cap_ : 31;
    size_t __is_long_ : 1;
  };
  union __rep {
    __short __s;
    __long __l;
  };
  __rep __rep_;
};
using string = basic_string<char>;
template <class C, class Traits = char_traits<C>>
struct basic_string_view {
  const C* __data_;
  size_t __size_;
};
using string_view = basic_string_view<char>;
template <class T, class Allocator = allocator<T>>
struct vector {
  using pointer = T*;
  pointer __begin_, __end_, __cap_;
};
template <class Allocator>
struct vector<bool, Allocator> {
  unsigned long* __begin_;
  size_t __size_, __cap_;
};
template <class T, size_t N = ~size_t{0}>
struct span {
  T* __data_;
  size_t __size_;
};
template <class T, size_t N>
struct array {
  T __elems_[N];
};
template <class T, class D = default_delete<T>>
struct unique_ptr {
  T* __ptr_;
};
struct __shared_weak_count;
template <class T>
struct shared_ptr {
  T* __ptr_;
  __shared_weak_count* __cntrl_;
};
template <class T>
struct __optional_base {
  union {
    char __null_state_;
    T __val_;
  };
  bool __engaged_;
};
template <class T>
struct optional : __optional_base<T> {};
template <class A, class B>
struct pair {
  A first;
  B second;
};
template <class P>
struct __tree_end_node {
  P __left_;
};
template <class V>
struct __tree_node_base : __tree_end_node<__tree_node_base<V>*> {
  __tree_node_base* __right_;
  __tree_end_node<__tree_node_base*>* __parent_;
  bool __is_black_;
};
template <class T, class V>
struct __tree_node : __tree_node_base<V> {
  T __value_;
};
template <class T, class Compare, class Allocator>
struct __tree {
  __tree_end_node<__tree_node_base<void*>*>* __begin_node_;
  __tree_end_node<__tree_node_base<void*>*> __end_node_;
  size_t __size_;
};
template <class K, class V, class C = less<K>, class A = allocator<pair<const K, V>>>
struct map {
  __tree<pair<const K, V>, C, A> __tree_;
};
template <class T, class A = allocator<T>>
struct deque {
  struct {
    T **__first_, **__begin_, **__end_, **__cap_;
  } __map_;
  size_t __start_, __size_;
};
}  // namespace __2
}  // namespace std

struct Thing {
  int id;
  std::string name;
};
using Node = std::__tree_node<std::pair<const int, char>, void*>;

extern "C" __attribute__((export_name("run"))) int run() {
  static char long_text[] = "a text that does not fit into the object";
  std::string brief{.__rep_ = {.__s = {"brief", 5, 0}}};
  std::string lengthy{.__rep_ = {.__l = {long_text, 40, 48, 1}}};
  std::string_view view{long_text, 6};
  int storage[4] = {10, 20, 30, 40};
  std::vector<int> numbers{storage, storage + 3, storage + 4};
  std::vector<int> wrong{storage + 3, storage, storage};
  Thing things[2] = {{1, brief}, {2, lengthy}};
  std::vector<Thing> nested{things, things + 2, things + 2};
  unsigned long words[1] = {0b101};
  std::vector<bool> bits{words, 3, 32};
  std::span<int> window{storage + 1, 2};
  std::array<short, 2> pair_of{{7, 8}};
  std::unique_ptr<Thing> owned{things};
  std::unique_ptr<Thing> nobody{nullptr};
  struct {
    void* table;
    long owners, weak;
  } control{nullptr, 1, 0};
  std::shared_ptr<int> shared{storage, reinterpret_cast<std::__shared_weak_count*>(&control)};
  std::optional<int> some{{.__val_ = 4, .__engaged_ = true}}, none{{.__null_state_ = 0, .__engaged_ = false}};
  std::map<int, char> ordered{};
  auto* end = &ordered.__tree_.__end_node_;
  Node one{{}, {1, 'a'}}, two{{}, {2, 'b'}}, three{{}, {3, 'c'}};
  two.__left_ = &one;
  two.__right_ = &three;
  two.__parent_ = reinterpret_cast<decltype(two.__parent_)>(end);
  one.__parent_ = three.__parent_ = reinterpret_cast<decltype(two.__parent_)>(&two);
  end->__left_ = &two;
  ordered.__tree_.__begin_node_ = reinterpret_cast<decltype(end)>(&one);
  ordered.__tree_.__size_ = 3;
  int* blocks[1] = {storage};
  std::deque<int> queue{{blocks, blocks, blocks + 1, blocks + 1}, 1, 2};
  stop(1);
  return brief.__rep_.__s.__size_ + lengthy.__rep_.__l.__size_ + view.__size_ +
         *numbers.__begin_ + *wrong.__begin_ + nested.__begin_->id + *bits.__begin_ + *window.__data_ +
         pair_of.__elems_[0] + owned.__ptr_->id + (nobody.__ptr_ != nullptr) + *shared.__ptr_ + some.__val_ +
         none.__engaged_ + queue.__size_;
}
