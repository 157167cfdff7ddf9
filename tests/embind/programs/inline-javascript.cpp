#include <cstdio>
#include <cstdlib>
#include <emscripten.h>
#include <emscripten/bind.h>
#include <emscripten/em_asm.h>
#include <emscripten/em_js.h>
#include <string>

using namespace emscripten;

EM_JS(int, add, (int left, int right), { return left + right; });
EM_JS(void, greet, (const char* name), { console.log(`hello ${UTF8ToString(name)}`); });
EM_JS(char*, answer, (void), { return stringToNewUTF8('a text from JavaScript: €'); });
EM_JS(double, half, (double value), { return helper(value) / 2; });
EM_JS(double, helper, (double value), { return value + 0.5; });
EM_JS(void, fill, (int* numbers, int count), {
  for (let i = 0; i < count; ++i) HEAP32[(numbers >> 2) + i] = i * i;
});
EM_JS(EM_VAL, make_object, (const char* name), {
  const made = { name: UTF8ToString(name), "size": 3 };
  return Emval.toHandle(made);
});
EM_JS(int, length_of, (EM_VAL value), { return Emval.toValue(value).length; });
EM_JS(void, throws, (), { throw new Error('EM_JS failed'); });

static int run() {
  greet("C++");
  EM_ASM({ console.log('EM_ASM', $0, $1, UTF8ToString($2)); }, 7, 2.5, "text");
  EM_ASM(console.log('without braces'));
  int sum = EM_ASM_INT({ return $0 + $1 + $2; }, 1, 2, 3);
  double quotient = EM_ASM_DOUBLE({ return $0 / $1; }, 1.0, 8.0);
  char* copied = static_cast<char*>(EM_ASM_PTR({ return stringToNewUTF8(UTF8ToString($0).toUpperCase()); }, "shout"));
  int later = MAIN_THREAD_EM_ASM_INT({ return arguments.length; }, 5, 6);
  int numbers[5] = {};
  fill(numbers, 5);
  char* text = answer();
  val object = val::take_ownership(make_object("made"));
  val list = val::array();
  list.call<int>("push", 1, 2, 3);
  std::printf("%d %d %g %s %d %d %s %g %s %d\n", add(2, 3), sum, quotient, copied, later, numbers[4], text, half(3),
              object["name"].as<std::string>().c_str(), length_of(list.as_handle()));
  std::free(copied);
  std::free(text);
  long long wide = 1ll << 40;
  EM_ASM({ console.log(String($0)); }, wide);
  return sum;
}

EMSCRIPTEN_BINDINGS(inline_javascript) {
  function("run", &run);
  function("fails", &throws);
}
