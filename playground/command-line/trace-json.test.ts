import { beforeAll, describe, expect, it } from 'vitest';
import { file, pagewise, sums, traceJson } from './test-terminal.ts';

const endless = file('endless.c', 'int main(void) {\n  for (volatile int i = 0;;)\n    i++;\n}\n');

describe('a trace as JSON', () => {
  // biome-ignore lint/suspicious/noExplicitAny: what a reader of the JSON sees
  let document: any;
  beforeAll(async () => {
    document = await traceJson([sums], '5');
  });
  const stepAt = (line: number): number => document.steps.find((step: { line: number }) => step.line === line).step;

  it('keeps the names that are documented', () => {
    const names = (items: readonly object[]) => Object.keys(items[0] ?? {}).join(' ');
    expect(Object.fromEntries(Object.entries(document).map(([name, value]) => [name, fieldsOf(value, names)]))).toEqual(
      {
        version: 1,
        program: 'files arguments',
        recording: 'steps records limit',
        outcome: 'status exitCode',
        steps: 'step file line column function depth',
        stores: 'step address size before after',
        accesses: '',
        allocations: 'step block address size function',
        releases: 'step block address size function',
        growth: '',
        views: '',
        output: 'step stream length text',
        findings: '',
      },
    );
  });

  it('tells the lines as they ran, with function and depth', () => {
    const lines = document.steps.map(({ file: path, ...step }: { file: string; line: number; function: string }) => {
      expect(path).toBe(sums);
      return `${step.function} ${step.line}`;
    });
    const called = ['add 5', 'add 6', 'add 7'];
    expect(lines).toEqual(['main 10', 'main 11', 'main 12', ...called, 'main 13', 'main 14', 'main 15']);
    const depths = document.steps.map(({ depth }: { depth: number }) => depth);
    expect(new Set([depths[0] - depths[3], depths[8] - depths[3]])).toEqual(new Set([-1]));
    expect(document.recording).toEqual({ steps: 9, records: expect.any(Number), limit: null });
  });

  it('tells each store with the bytes before and after', () => {
    const stored = document.stores.filter(({ step }: { step: number }) => step === stepAt(6));
    expect(stored).toEqual([
      { step: stepAt(6), address: expect.any(Number), size: 4, before: '00000000', after: '07000000' },
    ]);
  });

  it('tells blocks, output and outcome', () => {
    const block = { block: 1, address: expect.any(Number), size: 4 };
    expect(document.allocations).toEqual([{ step: stepAt(10), ...block, function: 'malloc' }]);
    expect(document.releases).toEqual([{ step: stepAt(14), ...block, function: 'free' }]);
    expect(document.output).toEqual([{ step: stepAt(13), stream: 'stdout', length: 2, text: '7\n' }]);
    expect(document.outcome).toEqual({ status: 'finished', exitCode: 7 });
  });

  it('tells the frames of one step with variables and globals', async () => {
    const { frames, ...rest } = await traceJson([sums, '--at', `${stepAt(7)}`], '5');
    expect(Object.keys(rest)).toEqual(['version', 'program', 'recording', 'outcome']);
    const [{ frames: open, globals, ...step }] = frames;
    const did = expect.stringMatching(/^Line 6 of .*sums.c stored 4 bytes, value 7, at 0x0[0-9a-f]{4}, total\.$/);
    expect(step).toEqual({ step: stepAt(7), file: sums, line: 7, column: expect.any(Number), did });
    expect(open.at(-1)).toMatchObject({ function: 'add', line: 7, isLibrary: false, isInlined: false });
    const known = { type: 'int', state: 'known', size: 4, address: expect.any(Number) };
    expect(open.at(-1).variables).toMatchObject([
      { ...known, name: 'a', text: '5', role: 'parameter', declaredAt: 4, changed: false },
      { ...known, name: 'b', text: '2', role: 'parameter' },
      { ...known, name: 'sum', text: '7', role: 'local', declaredAt: 5 },
    ]);
    expect(open.at(-2).variables).toMatchObject([{ name: 'kept', type: 'int*', pointsTo: { what: 'block 1' } }]);
    expect(globals).toMatchObject([{ ...known, name: 'total', text: '7', changed: true }]);
  });

  it('tells a handle of Embind as a number, not as a place, and memory that nobody has as what the map calls it', async () => {
    const source = `namespace emscripten { struct _EM_VAL; using EM_VAL = _EM_VAL*; }
int main() {
  auto handle = (emscripten::EM_VAL)10;
  auto low = (char*)12;
  auto high = (char*)(__builtin_wasm_memory_size(0) * 65536 - 1);
  return handle == nullptr || low == high;
}
`;
    const { frames } = await traceJson([file('handle.cpp', source), '--only=frames']);
    const [handle, low, high] = frames
      .findLast(({ line }: { line: number | null }) => line === 6)
      .frames.at(-1).variables;
    expect(handle).toMatchObject({ type: 'emscripten::EM_VAL', text: 'handle 10' });
    expect(handle).not.toHaveProperty('pointsTo');
    expect(low).toMatchObject({ pointsTo: { address: 12, what: 'memory left empty' } });
    expect(high).toMatchObject({ pointsTo: { what: 'free memory' } });
  });

  it('tells what a call has not written, below a function without a stack frame too', async () => {
    const source = `struct pair { int first, second; };
int add(int n) {
  struct pair both;
  int numbers[2];
  both.second = n;
  numbers[1] = n;
  return both.second + numbers[1];
}
int main(void) {
  add(3);
  add(4);
}
`;
    const { frames } = await traceJson([file('unwritten.c', source), '--only=frames']);
    const last = frames.findLast(({ line }: { line: number | null }) => line === 7);
    const [main, add] = last.frames.slice(-2);
    expect(add.bytes.end).toBe(main.bytes.start);
    const [, both, numbers] = add.variables;
    expect(both.parts).toMatchObject([
      { name: 'first', state: 'uninitialised', text: '' },
      { name: 'second', state: 'known', text: '4' },
    ]);
    expect(numbers.parts).toMatchObject([{ state: 'uninitialised' }, { state: 'known', text: '4' }]);
  });

  it('is restricted to steps and parts', async () => {
    const { steps, frames, ...rest } = await traceJson([sums, '--only=frames,steps', '--from=3', '--to=5'], '5');
    expect(Object.keys(rest)).toEqual(['version', 'program', 'recording', 'outcome']);
    expect(steps).toEqual(document.steps.slice(3, 6));
    expect(frames.map(({ step }: { step: number }) => step)).toEqual([3, 4, 5]);
    const { stores } = await traceJson([sums, '--only=stores', '--from=3', '--to=5'], '5');
    expect(stores).toEqual(
      document.stores.filter(({ step }: { step: number | null }) => step && step >= 3 && step <= 5),
    );
  });

  it('tells growth, exceptions and what is wrong', async () => {
    const source = `#include <cstdlib>
int main() {
  void* large = std::malloc(40 << 20);
  std::free(large);
  std::free(large);
  throw 7;
}
`;
    const { growth, findings, outcome } = await traceJson([file('wrongs.cpp', source)]);
    expect(growth).toMatchObject([{ from: 256, by: 'host' }]);
    expect(findings).toMatchObject([
      { kind: 'double-free', line: 5, cause: { line: 4 } },
      { kind: 'crash', line: 6, cause: null },
    ]);
    expect(outcome).toMatchObject({ status: 'trapped', line: 6, reason: 'an exception that nothing caught, int' });
  });

  it('ends at the limits, and says so', async () => {
    const stopped = await traceJson([endless, '--steps=100']);
    expect(stopped.outcome).toEqual({ status: 'stopped', by: 'step-limit' });
    expect(stopped.steps).toHaveLength(100);
    const cut = await traceJson([endless, '--steps=3000000', '--budget=1000', '--only=growth']);
    expect(cut.outcome).toEqual({ status: 'stopped', by: 'step-limit' });
    expect(cut.recording.limit).toContain('--budget');
    expect(cut.recording.steps).toBeLessThan(3_000_000);
  });
});

/** A scalar itself, the names of an object's fields, or those of a list's first item. */
function fieldsOf(value: unknown, names: (items: readonly object[]) => string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return names(Array.isArray(value) ? value : [value]);
}

describe('a trace with a script', () => {
  const program = file(
    'blocks.cpp',
    '#include <cstdlib>\n#include <emscripten.h>\nextern "C" EMSCRIPTEN_KEEPALIVE void* block(int size) {\n  return std::malloc(size);\n}\nint main() {}\n',
  );
  const lab = file(
    'lab.js',
    'const at = exports.block(8);\nconst view = new Uint32Array(memory.buffer, at, 2);\nview[1] = 7;\nmemory.grow(1);\nconsole.log(view[1]);\n',
  );

  it('is refused where nobody says that the script is trusted', async () => {
    const { status, out, err } = await pagewise(['trace', program, lab]);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain('--trust');
    expect((await pagewise(['trace', program, lab, '--trust', '--check'])).status).toBe(2);
  });

  it('tells its statements, variables, accesses, views and what it did wrong', async () => {
    const document = await traceJson([program, lab, '--trust']);
    // biome-ignore lint/suspicious/noExplicitAny: what a reader of the JSON sees
    const ofScript = document.steps.filter((step: any) => step.file === lab).map(({ line }: any) => line);
    expect([...new Set(ofScript)]).toEqual([1, 2, 3, 4, 5]);
    expect(document.program.files).toEqual([program, lab]);
    const [block] = document.allocations;
    const wrote = { kind: 'write', view: 1, address: block.address + 4, size: 4, method: null };
    expect(document.accesses).toEqual([expect.objectContaining({ file: lab, line: 3, ...wrote })]);
    expect(document.views).toEqual([
      expect.objectContaining({
        ...{ view: 1, type: 'Uint32Array', address: block.address, length: 2, by: 'script' },
        ...{ made: expect.objectContaining({ line: 2 }), detached: expect.objectContaining({ line: 4 }) },
      }),
    ]);
    expect(document.output).toEqual([expect.objectContaining({ stream: 'javascript', text: 'undefined\n' })]);
    expect(document.findings).toEqual([expect.objectContaining({ kind: 'detached view', file: lab, line: 5 })]);

    const last = document.steps.findLast(({ file: path }: { file: string }) => path === lab).step;
    const { frames } = await traceJson([program, lab, '--trust', `--at=${last}`]);
    expect(frames[0].frames.at(-1).variables).toContainEqual(
      expect.objectContaining({ name: 'at', text: String(block.address) }),
    );
  });
});
