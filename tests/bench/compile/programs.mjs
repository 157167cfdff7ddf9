/** The programs that are measured. `text` gives the program after an edit; `budget` is milliseconds from it to the linked module. */
export const programs = [
  {
    name: 'C, <stdio.h>',
    path: 'main.c',
    budget: 100,
    text: (edit) => `#include <stdio.h>\nint main(void) { printf("%d\\n", ${edit}); }\n`,
  },
  {
    name: 'C++, <cstdio>',
    path: 'main.cpp',
    budget: 100,
    text: (edit) => `#include <cstdio>\nint main() { std::printf("%d\\n", ${edit}); }\n`,
  },
  {
    name: 'C++, <vector> and <string>',
    path: 'main.cpp',
    budget: 350,
    header: 'standard',
    text: (edit) => `#include <string>
#include <vector>
int main() {
  std::vector<std::string> words{"a", "b"};
  words.push_back(std::to_string(${edit}));
  return static_cast<int>(words.size());
}
`,
  },
  {
    name: 'C++, <iostream>',
    path: 'main.cpp',
    budget: 450,
    header: 'standard',
    text: (edit) => `#include <iostream>\nint main() { std::cout << "edit " << ${edit} << std::endl; }\n`,
  },
  {
    name: 'C++, <emscripten/bind.h>',
    path: 'main.cpp',
    budget: 450,
    header: 'embind',
    text: (edit) => `#include <emscripten/bind.h>
#include <string>
struct Counter {
  int value = 0;
  int next() { return ++value; }
};
std::string twice(std::string text) { return text + text + "${edit}"; }
EMSCRIPTEN_BINDINGS(counter) {
  emscripten::class_<Counter>("Counter").constructor<>().function("next", &Counter::next);
  emscripten::function("twice", &twice);
}
`,
  },
];

/** First visits: milliseconds from opening the page to the linked module, nothing being in the browser yet; then later ones. */
export const visits = [
  { program: programs[0], first: 2000, later: 2000 },
  { program: programs[3], first: 5000, later: 2000 },
];
