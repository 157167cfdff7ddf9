import { isC, isSource, standardFor } from '../compiler/llvm/compile-arguments.ts';
import { translationUnits } from '../compiler/translation-units.ts';
import { isWat, moduleNameOf } from '../compiler/wat/wat-program.ts';
import { makesInstance } from '../javascript/makes-instance.ts';
import { sourceFolder } from './open-project.ts';
import type { Project } from './project.ts';

/** Whether a project includes headers that only Pagewise's compiler finds by itself. */
export const usesOwnHeaders = ({ files }: Pick<Project, 'files'>): boolean =>
  files.some(({ text }) => /#\s*include\s*[<"]pagewise\//.test(text));

/** What scripts ask `Module` for, and bodies of `EM_JS` use by name: the glue of the page has all of it. */
const runtimeMethods = [
  ...['wasmExports', 'wasmMemory', 'FS', 'ENV', 'ccall', 'cwrap', 'getValue', 'setValue'],
  ...['HEAP8', 'HEAPU8', 'HEAP16', 'HEAPU16', 'HEAP32', 'HEAPU32', 'HEAPF32', 'HEAPF64', 'HEAP64', 'HEAPU64'],
  ...['UTF8ToString', 'stringToUTF8', 'lengthBytesUTF8', 'stringToNewUTF8'],
];
const exceptionMethods = ['getExceptionMessage', 'incrementExceptionRefcount', 'decrementExceptionRefcount'];

/** The CMakeLists.txt that builds a project with Emscripten's SDK, with the settings that the page uses. */
export function buildFile({ files: all, scripts, settings, buffer }: Project): string {
  const files = all.filter(({ path }) => !isWat(path));
  const beside = all.filter(({ path }) => isWat(path));
  const units = translationUnits(files.filter(({ path }) => isSource(path)));
  const texts = files.map(({ text }) => text).join('\n');
  const hasMain = /\bmain\s*\(/.test(texts);
  const usesEmbind = /#\s*include\s*<emscripten\/(bind|val)\.h>/.test(texts);
  const livesOn = usesEmbind || /\bEMSCRIPTEN_KEEPALIVE\b|\bexport_name\s*\(|\(\(\s*used\b|\bgnu::used\b/.test(texts);
  const methods = [...(hasMain ? ['callMain'] : []), ...runtimeMethods, ...(usesEmbind ? exceptionMethods : [])];
  const pages = (count: number) => count * 65_536;
  const standard = (path: string) =>
    standardFor(path, settings)
      .replace(/^c(\d)/, 'gnu$1')
      .replace('c++', 'gnu++');
  const standards = [
    ...(units.some(({ path }) => isC(path)) ? [`$<$<COMPILE_LANGUAGE:C>:-std=${standard('a.c')}>`] : []),
    ...(units.some(({ path }) => !isC(path)) ? [`$<$<COMPILE_LANGUAGE:CXX>:-std=${standard('a.cpp')}>`] : []),
  ];
  const options = [
    '-O1 # without it Emscripten links its debug libraries, which lay memory out otherwise',
    '-g',
    '-fwasm-exceptions',
    '-sMODULARIZE',
    '-sEXPORT_ES6',
    '-sENVIRONMENT=web,node',
    '-sINVOKE_RUN=0',
    ...(livesOn ? [] : ['-sEXIT_RUNTIME=1 # main ends the program: nothing of it can be called']),
    '-sFORCE_FILESYSTEM # input and output pass through host.mjs',
    '-sASSERTIONS=0',
    '-sABORTING_MALLOC=0',
    `-sEXPORTED_FUNCTIONS=${[...(hasMain ? ['_main'] : []), '_malloc', '_free', '_fflush'].join(',')}`,
    `-sEXPORTED_RUNTIME_METHODS=${methods.join(',')}`,
    ...(hasMain ? [] : ['--no-entry']),
    ...(usesEmbind ? ['-lembind'] : []),
    '-sALLOW_MEMORY_GROWTH',
    ...(makesInstance(scripts.map(({ text }) => text))
      ? ['-sERROR_ON_UNDEFINED_SYMBOLS=0 # a script gives functions to the instance that it makes']
      : []),
    ...(buffer === 'resizable' ? ['-sGROWABLE_ARRAYBUFFERS=1 # views without a length grow too, where they can'] : []),
    `-sINITIAL_MEMORY=${pages(settings.initialPages)} # bytes; more where the linker says that data and stack need it`,
    `-sMAXIMUM_MEMORY=${pages(settings.maximumPages)}`,
    `-sSTACK_SIZE=${settings.stackSize}`,
    `-sMALLOC=${settings.allocator}`,
    // With a base for globals, data comes first.
    settings.stackOrder === 'stack-first' ? '-Wl,--stack-first' : '-sGLOBAL_BASE=1024',
  ];
  const compileOptions = [
    ...[`-${settings.optimisation}`, '-g', '-fwasm-exceptions', '-Wall', '-Wextra', ...standards],
    // `assert` names a file as it does in the page. CMake puts the folder in.
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of CMake's
    '-fmacro-prefix-map=${CMAKE_CURRENT_SOURCE_DIR}/src/=',
  ];
  return `# Builds the program with Emscripten, with the settings that it has in Pagewise:
#   emcmake cmake -S . -B build
#   cmake --build build
cmake_minimum_required(VERSION 3.20)
project(program LANGUAGES C CXX)

add_executable(program
${units.map(({ path }) => `  ${sourceFolder}${path}`).join('\n')})
set_target_properties(program PROPERTIES SUFFIX .mjs)
${usesOwnHeaders({ files }) ? 'target_include_directories(program PRIVATE include)\n' : ''}target_compile_options(program PRIVATE
${compileOptions.map((option) => `  ${option}`).join('\n')})
target_link_options(program PRIVATE
${options.map((option) => `  ${option}`).join('\n')})
${besideRules(beside.map(({ path }) => path))}`;
}

/** Assembles WAT files, with the SDK's assembler, to where host.mjs looks for their modules. */
function besideRules(paths: readonly string[]): string {
  if (paths.length === 0) return '';
  const commands = paths.map((path) => {
    const made = `modules/${moduleNameOf(path)}`;
    return `  COMMAND \${CMAKE_COMMAND} -E make_directory ${made.replace(/\/[^/]*$/, '')}
  COMMAND \${WASM_AS} --all-features -g \${CMAKE_CURRENT_SOURCE_DIR}/${sourceFolder}${path} -o ${made}`;
  });
  return `
find_program(WASM_AS wasm-as HINTS \${EMSCRIPTEN_ROOT_PATH}/../bin NO_CMAKE_FIND_ROOT_PATH REQUIRED)
add_custom_target(modules ALL
${commands.join('\n')})
`;
}
