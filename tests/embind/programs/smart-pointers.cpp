#include <emscripten/bind.h>
#include <memory>
#include <string>

using namespace emscripten;

struct Node {
  explicit Node(std::string text) : text(std::move(text)) { ++alive; }
  ~Node() { --alive; }
  std::string text;
  std::shared_ptr<Node> next;
  static inline int alive = 0;
};

/** A pointer that counts its references in the object. */
struct Counted {
  int references = 0;
  int value = 5;
};
template <typename T> class Handle {
public:
  Handle() = default;
  explicit Handle(T* pointer) : pointer_(pointer) { take(); }
  Handle(const Handle& other) : pointer_(other.pointer_) { take(); }
  ~Handle() { drop(); }
  Handle& operator=(const Handle& other) {
    if (pointer_ != other.pointer_) {
      drop();
      pointer_ = other.pointer_;
      take();
    }
    return *this;
  }
  T* get() const { return pointer_; }

private:
  void take() {
    if (pointer_) ++pointer_->references;
  }
  void drop() {
    if (pointer_ && --pointer_->references == 0) delete pointer_;
  }
  T* pointer_ = nullptr;
};

namespace emscripten {
template <typename T> struct smart_ptr_trait<Handle<T>> {
  using PointerType = Handle<T>;
  using element_type = T;
  static sharing_policy get_sharing_policy() { return sharing_policy::INTRUSIVE; }
  static T* get(const Handle<T>& handle) { return handle.get(); }
  static Handle<T> share(const Handle<T>&, T* pointer) { return Handle<T>(pointer); }
  static Handle<T>* construct_null() { return new Handle<T>; }
};
} // namespace emscripten

static std::shared_ptr<Node> kept;
static void keep(std::shared_ptr<Node> node) { kept = std::move(node); }
static std::shared_ptr<Node> get_kept() { return kept; }
static int uses() { return static_cast<int>(kept.use_count()); }
static std::unique_ptr<Node> unique(const std::string& text) { return std::make_unique<Node>(text); }
static std::string consume(std::unique_ptr<Node> node) { return node ? "ate " + node->text : "ate nothing"; }
static Handle<Counted> counted() { return Handle<Counted>(new Counted); }
static int references(Handle<Counted> handle) { return handle.get()->references; }
static int alive() { return Node::alive; }

EMSCRIPTEN_BINDINGS(pointers) {
  class_<Node>("Node")
      .smart_ptr_constructor("SharedNode", &std::make_shared<Node, std::string>)
      .property("text", &Node::text)
      .property("next", &Node::next);
  function("keep", &keep);
  function("kept", &get_kept);
  function("uses", &uses);
  function("unique", &unique);
  function("consume", &consume);
  class_<Counted>("Counted").smart_ptr<Handle<Counted>>("CountedHandle").property("value", &Counted::value);
  function("counted", &counted);
  function("references", &references);
  function("alive", &alive);
}
