import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onPath } from '../../../tools/command.mjs';

const debug = ['-O0', '-g', '-c'];

/** Native compilers to compare with: the machine's own, with its own headers, and the SDK's clang with ours. */
export function nativeCompilers(sdk) {
  const sysroot = join(sdk.folder, 'cache/sysroot');
  const target = [
    '--target=wasm32-unknown-emscripten',
    `--sysroot=${sysroot}`,
    '-Xclang',
    '-iwithsysroot/include/compat',
  ];
  const own = (names) => names.map(onPath).find((path) => path !== null) ?? null;
  return [
    {
      c: [own(['clang', 'gcc', 'cc']), ...debug],
      cxx: [own(['clang++', 'g++', 'c++']), '-std=c++20', ...debug],
    },
    {
      c: [join(sdk.llvm, 'clang'), ...target, ...debug],
      cxx: [join(sdk.llvm, 'clang++'), '-std=c++23', '-fwasm-exceptions', ...target, ...debug],
    },
  ];
}

/** Milliseconds of one native compilation to an object file, or null where this compiler cannot compile the program. */
export function compileNatively({ c, cxx }, path, text) {
  const [command, ...args] = path.endsWith('.c') ? c : cxx;
  if (!command) return null;
  const folder = mkdtempSync(join(tmpdir(), 'pagewise-bench-'));
  try {
    writeFileSync(join(folder, path), text);
    const start = performance.now();
    execFileSync(command, [...args, path], { cwd: folder, stdio: 'ignore' });
    return performance.now() - start;
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
