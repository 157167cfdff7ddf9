// Runs a program and its JavaScript as the page does: main first, then each JavaScript file in its order, with
// `memory`, `exports`, `Module`, `console` and `measure`. Files that import each other are modules, and find these as globals.

import { giveModules, makesInstance } from './modules.mjs';

const AsyncFunction = (async () => {}).constructor;

/**
 * `createProgram` is what Emscripten built. `write(stream, bytes)` gets what the program prints. `load(path)` imports a
 * file of `src`, `open(path)` gives the bytes of one of `build`, `beside` are the names of the modules there beside the program's
 * own. Resolves to the exit code of `main`.
 */
export async function run(createProgram, { values, scripts, beside, write, load, open, console }) {
  const printed = { stdout: [], stderr: [] };
  const flush = () => {
    for (const [stream, bytes] of Object.entries(printed)) {
      if (bytes.length > 0) write(stream, Uint8Array.from(bytes.splice(0)));
    }
  };
  const printer = (stream) => (byte) => {
    if (byte === null) return;
    printed[stream].push(byte & 255);
    if (byte === 10) flush();
  };
  const input = [...new TextEncoder().encode(values.input)];
  const byHand = makesInstance(scripts);
  const { instantiateWasm } = await giveModules(beside, open);
  const program = await createProgram({
    thisProgram: 'program',
    noExitRuntime: true, // JavaScript uses the instance after main
    stdin: () => input.shift() ?? null,
    stdout: printer('stdout'),
    stderr: printer('stderr'),
    ...(byHand && { instantiateWasm }),
  });
  const { wasmExports: exports } = program;
  const words = [...values.argumentLine.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c);
  const exitCode = byHand ? 0 : (program.callMain?.(words) ?? 0);
  exports.__funcs_on_exit?.();
  exports.fflush?.(0);
  flush();
  const areModules = scripts.some(({ text }) => /^\s*(import|export)\b|\bimport\s*[(.]/m.test(text));
  // Of what is given to it nothing is timed here: each is called once when its script has ended.
  const variants = [];
  const measure = (_name, variant) => void variants.push(variant);
  const callVariants = async () => {
    for (const variant of variants.splice(0)) await variant();
  };
  // Who makes the instance takes these from it.
  const known = byHand ? {} : { memory: program.wasmMemory, exports };
  if (areModules) Object.assign(globalThis, { ...known, Module: program, measure });
  for (const { path, text } of scripts) {
    if (areModules) {
      await load(path);
      await callVariants();
      exports.fflush?.(0);
      flush();
      continue;
    }
    const script = new AsyncFunction(
      'memory',
      'exports',
      'Module',
      'console',
      'measure',
      `"use strict";{${text}\n}\n//# sourceURL=${path}`,
    );
    await script(known.memory, known.exports, program, console, measure);
    await callVariants();
    exports.fflush?.(0);
    flush();
  }
  return exitCode;
}
