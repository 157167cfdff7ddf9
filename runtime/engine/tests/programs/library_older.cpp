// Layouts of libc++ 13: compressed pairs, and strings whose short size hides the flag in its lowest bit.
extern "C" __attribute__((import_name("stop"))) void stop(int);
using size_t = decltype(sizeof(0));

namespace std {
inline namespace __1 {
template <class T>
struct allocator {};
template <class T>
struct char_traits {};
template <class T>
struct less {};
template <class T>
struct default_delete {};
template <class T, int I>
struct __compressed_pair_elem {
  T __value_;
};
template <class A, class B>
struct __compressed_pair : __compressed_pair_elem<A, 0>, B {};
template <class C, class Traits = char_traits<C>, class Allocator = allocator<C>>
struct basic_string {
  struct __long {
    size_t __cap_, __size_;
    C* __data_;
  };
  struct __short {
    union {
      unsigned char __size_;
      C __lx;
    };
    C __data_[11];
  };
  struct __rep {
    union {
      __long __l;
      __short __s;
    };
  };
  __compressed_pair<__rep, Allocator> __r_;
};
using string = basic_string<char>;
template <class T, class Allocator = allocator<T>>
struct vector {
  T *__begin_, *__end_;
  __compressed_pair<T*, Allocator> __end_cap_;
};
template <class T, class D = default_delete<T>>
struct unique_ptr {
  __compressed_pair<T*, D> __ptr_;
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
  __compressed_pair<__tree_end_node<__tree_node_base<void*>*>, Allocator> __pair1_;
  __compressed_pair<size_t, Compare> __pair3_;
};
template <class T, class C = less<T>, class A = allocator<T>>
struct set {
  __tree<T, C, A> __tree_;
};
}  // namespace __1
}  // namespace std

using Node = std::__tree_node<int, void*>;

extern "C" __attribute__((export_name("run"))) int run() {
  static char long_text[] = "a text that does not fit into the object";
  std::string brief{}, lengthy{};
  brief.__r_.__value_.__s = {{.__size_ = 5 << 1}, "brief"};
  lengthy.__r_.__value_.__l = {49, 40, long_text};
  int storage[4] = {10, 20, 30, 40};
  std::vector<int> numbers{storage, storage + 3, {storage + 4}};
  std::unique_ptr<int> owned{{storage + 1}};
  std::set<int> ordered{};
  auto* end = &ordered.__tree_.__pair1_.__value_;
  Node one{}, two{};
  one.__value_ = 5;
  two.__value_ = 6;
  one.__right_ = &two;
  one.__parent_ = reinterpret_cast<decltype(one.__parent_)>(end);
  two.__parent_ = reinterpret_cast<decltype(one.__parent_)>(&one);
  end->__left_ = &one;
  ordered.__tree_.__begin_node_ = reinterpret_cast<decltype(end)>(&one);
  ordered.__tree_.__pair3_.__value_ = 2;
  stop(1);
  return brief.__r_.__value_.__s.__size_ + lengthy.__r_.__value_.__l.__size_ + *numbers.__begin_ +
         *owned.__ptr_.__value_;
}
