import { expect, it } from 'vitest';
import { keep, main, verdicts } from './decide-in-node.ts';

it.each<readonly [string, string, string, RegExp]>([
  [
    'no-finding',
    main('int* p = (int*)std::malloc(4); std::free(p);\n  *p = 1;'),
    '',
    /had been freed.*main\.cpp:6\) → findings/,
  ],
  [
    'no-finding double-free',
    main('void* p = std::malloc(4);\n  std::free(p);\n  std::free(p);'),
    '',
    /a second time.*:7\) → findings/,
  ],
  [
    'freed-once',
    main('void* p = std::malloc(4);\n  std::free(p);\n  std::free(p);'),
    '',
    /a second time.*:7\) → findings/,
  ],
  ['freed-once', main('std::malloc(4);'), '', /^1 block not freed.*:5\) → heap/],
  [
    'no-leak',
    main('void* p = std::malloc(4);\n  p = nullptr;'),
    '',
    /^1 block not freed.*In line 6 of main\.cpp, the last pointer to it was overwritten\. .*:6\) → heap/,
  ],
  ['no-leak', main('kept = std::malloc(4);', 'void* kept;'), '', /^1 block not freed.*:5\) → heap/],
  [
    'no-leak',
    `#include <vector>\n${main('kept.push_back(1);', `std::vector<int> kept;\n${keep} void lose() { new int; }`)}`,
    'exports.lose();',
    /^1 block not freed: block 2 /,
  ],
  ['no-leak', `#include <sstream>\n${main('std::ostringstream text;\n  text << 1.5;')}`, '', /^passed$/],
  [
    'no-leak',
    `#include <sstream>\n${main('std::ostringstream text;\n  text << 1.5;', 'int* early = new int;')}`,
    '',
    /^1 block not freed.*:4\) → heap/,
  ],
  ['finding leak', main(''), '', /^Nothing of the kind leak was found\. → nowhere/],
  [
    'within-bounds',
    main('char* p = (char*)std::malloc(4);\n  p[4] = 1;\n  std::free(p);'),
    '',
    /just past block 1.*:6\) → findings/,
  ],
  [
    'allocated-bytes <= 10',
    main('std::free(std::malloc(8));\n  std::free(std::malloc(8));'),
    '',
    /^The program allocated 16 bytes in all\. Wanted: at most 10\. \(main\.cpp:6\) → heap/,
  ],
  [
    'allocates <= 1',
    main('std::free(std::malloc(8));\n  std::free(std::malloc(8));'),
    '',
    /2 blocks.*at most 1\. \(main\.cpp:6\) → heap/,
  ],
  [
    'growths 0',
    main('std::free(std::malloc(8));\n  std::free(std::malloc(1000000));'),
    '',
    /grew once. Wanted: 0\. \(main\.cpp:6\) → findings/,
  ],
  [
    'stack-bytes <= 1000',
    main('use(1);\n  use(2);', 'int use(int n) { volatile char room[2000]; room[0] = n; return room[0]; }'),
    '',
    /^The stack held up to 2048 bytes\..*Wanted: at most 1,000\. \(main\.cpp:3\) → stack/,
  ],
  [
    'peak-bytes <= 20',
    main(
      'void* p = std::malloc(8);\n  std::free(p);\n  p = std::malloc(16);\n  std::free(std::malloc(8));\n  std::free(p);',
    ),
    '',
    /^At its most, 24 bytes were allocated at once\. Wanted: at most 20\. \(main\.cpp:8\) → heap/,
  ],
  [
    'size type Point <= 8',
    main('point.c = 1;', 'struct Point { char c; double d; }; Point point;'),
    '',
    /^Point has 16 bytes\. Wanted: at most 8\./,
  ],
  [
    'size type shapes::Box<int> = 4',
    main('shapes::box.a = 1;', 'namespace shapes { template <class T> struct Box { T a, b; }; Box<int> box; }'),
    '',
    /^shapes::Box<int> has 8 bytes/,
  ],
  ['size type Missing <= 8', main(''), '', /^The debug information has no type Missing/],
  [
    'never-writes table',
    main('table[0] = 1;\n  table[2] = 7;', 'int other, table[3];'),
    '',
    /^The program wrote to table at 0x.* \(main\.cpp:5\) → bytes/,
  ],
  ['never-writes 0..64', main('*(volatile int*)8 = 1;'), '', /0x00000 to 0x00040.*:5\) → bytes/],
  ['value total = 4', main('total = 3;\n  total = 5;', 'int total;'), '', /holds 5, not 4\. \(main\.cpp:6\) → bytes/],
  [
    'aligned blocks to 16',
    main('std::free(std::malloc(8));'),
    '',
    /^Block 1 begins at 0x\w+, 8 bytes past a multiple of 16\. \(main\.cpp:5\) → heap/,
  ],
  ['aligned table to 4096', main('table[1] = 1;', 'char table[8];'), '', /^table begins at 0x/],
  [
    'size table <= 8',
    main('table[1] = 1;', 'char table[9];'),
    '',
    /^table has 9 bytes\. Wanted: at most 8\. → nowhere/,
  ],
  [
    'no-stale-view',
    main('', `${keep} int at() { return 1024; }`),
    'const view = new Uint8Array(memory.buffer);\nmemory.grow(1);\nview[1024] = 1;',
    /is detached.*lab\.js:3\) → findings/,
  ],
  [
    'calls twice <= 2',
    main('', `${keep} int twice(int n) { return 2 * n; }`),
    'exports.twice(1);\nexports.twice(2);\nexports.twice(3);',
    /^3 calls of twice crossed the boundary: twice 3 times\. Wanted: at most 2\. \(lab\.js:3\) → call/,
  ],
  [
    'calls 1',
    main('host();\n  host();', 'EM_JS(void, host, (), {});'),
    '',
    /^2 calls crossed the boundary: host 2 times\. Wanted: 1\. \(main\.cpp:6\) → call/,
  ],
  [
    'largest-copy <= 8',
    main('', `unsigned char room[64]; ${keep} unsigned char* at() { return room; }`),
    'const at = exports.at();\nnew Uint8Array(memory.buffer).set([1, 2], at);\nnew Uint8Array(memory.buffer, at, 64).set(new Uint8Array(64));',
    /copied 64 bytes into memory at once\. Wanted: at most 8\. \(lab\.js:3\) → call/,
  ],
  [
    'call half(4) = 2',
    main('', `${keep} int half(int n) { return n / 3; }`),
    '',
    /^half\(4\) returned 1\. It should return 2\. → call/,
  ],
  ['finishes', main('__builtin_trap();'), '', /^The program trapped.*:5\) → findings/],
  ['output "8"', main('__builtin_trap();'), '', /^The program printed nothing. The program trapped.*:5\) → findings/],
])('%s fails, with the line and the panel', async (check, cpp, script, words) => {
  const [verdict] = await verdicts(cpp, script, check);
  expect(verdict).toMatch(words);
});

it('findings are looked for in checked calls too; a block that such a call returns is no leak', async () => {
  const cpp = main(
    '',
    `${keep} void* make(int n) { return std::malloc(n); }\n${keep} int read(char* p) { return p[8]; }`,
  );
  const [whole, leak, copies] = await verdicts(
    cpp,
    '',
    'no-finding',
    'no-finding leak',
    'largest-copy 0',
    'call make(0x4) traps',
    'call read(0x0) = 0',
  );
  expect(whole).toMatch(/Read 1 byte at 0x00008/);
  expect(leak).toBe('passed');
  expect(copies).toBe('passed');
});

it('what a program prints is no copy of a script’s', async () => {
  const cpp = main('std::puts("one long line of text, and more");', '#include <cstdio>');
  expect(await verdicts(cpp, '', 'largest-copy 0')).toEqual(['passed']);
});

it('what holds of a program that does all of it well', async () => {
  const cpp = main(
    'std::free(std::malloc(16)); std::puts("more than eight bytes");',
    `#include <cstdio>\nint table[2]; ${keep} int* at() { return table; }`,
  );
  const script = 'const at = exports.at();\nnew Int32Array(memory.buffer, at, 2).set([1, 2]);';
  const lines = [
    ...['no-finding', 'freed-once', 'within-bounds', 'no-stale-view', 'allocated-bytes 16', 'stack-bytes <= 200'],
    ...['calls at = 1', 'largest-copy <= 8', 'size table = 8', 'aligned table to 4', 'never-writes 0..1024'],
  ];
  expect(await verdicts(cpp, script, ...lines)).toEqual(lines.map(() => 'passed'));
});

it('each of several growths in one call counts, by nothing too', async () => {
  const grows = main('for (int i = 0; i < 6; ++i) __builtin_wasm_memory_grow(0, i % 3);');
  expect(await verdicts(grows, '', 'growths 6', 'growths 1')).toEqual([
    'passed',
    expect.stringMatching(/^The memory grew 6 times\. Wanted: 1\..*:5\) → findings$/),
  ]);
});
