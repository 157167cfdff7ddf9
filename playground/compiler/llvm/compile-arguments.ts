import type { CompileSettings } from '../compilation.ts';

export const isC = (path: string): boolean => path.endsWith('.c');
export const isSource = (path: string): boolean => /\.(c|cc|cpp|cxx|c\+\+|C)$/.test(path);

/** Which language standard a file is compiled as: a `.c` file under a C++ standard becomes C17, and the reverse C++23. */
export function standardFor(path: string, settings: CompileSettings): CompileSettings['standard'] {
  const isCxxStandard = settings.standard.startsWith('c++');
  if (isC(path)) return isCxxStandard ? 'c17' : settings.standard;
  return isCxxStandard ? settings.standard : 'c++23';
}

/**
 * Arguments of `clang -cc1` without its action, as `em++ -v` shows them for `-fwasm-exceptions`. The sysroot lies at
 * `/sysroot`, the program at `/program`. Debug information is always DWARF 4: panels need it.
 */
export function compileArguments(language: 'c' | 'c++', settings: CompileSettings, standard: string): string[] {
  const isCxx = language === 'c++';
  return [
    isCxx ? 'clang++' : 'clang',
    '-cc1',
    ...words('-triple wasm32-unknown-emscripten -disable-free -clear-ast-before-backend -disable-llvm-verifier'),
    ...words(
      '-mrelocation-model static -mframe-pointer=none -ffp-contract=on -fno-rounding-math -mconstructor-aliases',
    ),
    ...words('-target-feature +exception-handling -target-feature +multivalue -target-feature +reference-types'),
    ...words('-exception-model=wasm -mllvm -wasm-enable-eh -mllvm -wasm-enable-sjlj -mllvm -wasm-use-legacy-eh'),
    ...words('-mllvm -combiner-global-alias-analysis=false -mllvm -disable-lsr'),
    ...words('-target-cpu generic -fvisibility=hidden -debugger-tuning=gdb -fdebug-compilation-dir=/program'),
    // `__FILE__` and so `assert` name a file as the learner does.
    '-fmacro-prefix-map=/program/=',
    ...words('-debug-info-kind=constructor -dwarf-version=4'),
    ...words('-resource-dir /sysroot/clang -isysroot /sysroot'),
    ...(isCxx ? words('-internal-isystem /sysroot/include/c++/v1') : []),
    ...words('-internal-isystem /sysroot/clang/include -internal-isystem /sysroot/include/compat'),
    ...words('-internal-isystem /sysroot/include'),
    `-std=${standard.replace(/^c(\d)/, 'gnu$1').replace('c++', 'gnu++')}`,
    `-${settings.optimisation}`,
    ...(settings.optimisation === 'O2' ? words('-vectorize-loops -vectorize-slp') : []),
    ...words('-Wall -Wextra -ferror-limit 19 -fgnuc-version=4.2.1 -fno-implicit-modules -fskip-odr-check-in-gmf'),
    // In C they only matter to `cleanup` attributes, over which LLVM crashes: it knows no personality of C's in Wasm.
    ...(isCxx ? words('-fdeprecated-macro -fcxx-exceptions -fexceptions') : []),
    ...words('-fno-caret-diagnostics -fno-diagnostics-show-line-numbers'),
  ];
}

const words = (text: string): string[] => text.split(' ');
