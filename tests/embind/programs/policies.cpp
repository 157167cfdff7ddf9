#include <cstdio>
#include <emscripten/bind.h>
#include <string>

using namespace emscripten;

class Engine {
public:
  explicit Engine(int power) : power(power) { std::printf("engine %d built\n", power); }
  Engine(const Engine& other) : power(other.power + 1) { std::printf("engine %d copied\n", other.power); }
  ~Engine() { std::printf("engine %d scrapped\n", power); }
  int power;
};
class Car {
public:
  Engine* engine() { return &engine_; }
  Engine& reference() { return engine_; }
  void replace(Engine* engine) { engine_.power = engine->power; }
  ~Car() { std::puts("car scrapped"); }

private:
  Engine engine_{100};
};
static Engine* spare() { return new Engine(7); }
static int power_of(const Engine* engine) { return engine ? engine->power : -1; }
static Engine* nobody() { return nullptr; }

EMSCRIPTEN_BINDINGS(policies) {
  class_<Engine>("Engine").constructor<int>().property("power", &Engine::power);
  class_<Car>("Car")
      .constructor<>()
      .function("engine", &Car::engine, return_value_policy::reference())
      .function("reference", &Car::reference, return_value_policy::reference())
      .function("copied", &Car::reference)
      .function("replace", &Car::replace, allow_raw_pointers());
  function("spare", &spare, return_value_policy::take_ownership());
  function("powerOf", &power_of, allow_raw_pointers());
  function("nobody", &nobody, allow_raw_pointers());
}
