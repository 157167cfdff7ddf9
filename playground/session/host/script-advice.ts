import { pageAdvice } from './page-advice.ts';
import type { Program } from './program.ts';

/** What a script of a page with Emscripten's glue takes for granted, and what to write instead. */
type Known = Pick<Program, 'glue' | 'scriptExports' | 'instantiate'>;

/** Names that such glue has as globals, unless it was made with `-sMODULARIZE`. */
const globals =
  /^(HEAPU?(8|16|32|64)|HEAPF(32|64)|UTF8ToString|stringToUTF8|lengthBytesUTF8|stringToNewUTF8)$|^([gs]etValue|ccall|cwrap)$/;

/**
 * What to write, as sentences to put behind the message of an error; empty where nothing better is known. `line` is the line
 * of the source that threw it, empty where that is not known.
 */
export function adviceFor(message: string, source: string, known: Known, line = ''): string {
  if (message.startsWith('SyntaxError') && /^\s*</.test(source)) {
    return '. This is HTML, and here stands JavaScript alone: keep what is between <script> and </script>.';
  }
  if (/^SyntaxError.*identifier/i.test(message) && /(^|[;{(\n])\s*(await\s+)?using\s+[\w$]+\s*=/.test(source)) {
    return '. This engine may not know using: write const, and dispose of it in finally.';
  }
  const ofPage = pageAdvice(message, line, source);
  if (ofPage) return ofPage;
  const missing = /^ReferenceError: (?:Can't find variable: )?([\w$]+)(?: is not defined)?/.exec(message)?.[1];
  if (missing) return adviceForName(missing, source, known);
  const [, name] =
    /^TypeError: (?:(?:\(intermediate value\)|[\w$]+)\._|exports\.)([\w$]+) is not a function/.exec(message) ?? [];
  return name ? adviceForFunction(name, known) : '';
}

function adviceForName(name: string, source: string, known: Known): string {
  if (globals.test(name)) return `. Write Module.${name}.`;
  if (/^(memory|exports)$/.test(name) && known.instantiate) {
    return `. This script makes the instance itself: write instance.exports${name === 'memory' ? '.memory' : ''}.`;
  }
  if (name === 'require')
    return '. There is no require here. The program is loaded already: its functions are in Module.';
  const own = name.startsWith('_') ? name.slice(1) : name;
  if (Object.hasOwn(known.scriptExports, own)) return `. Write exports.${own}, or Module._${own}.`;
  if (Object.hasOwn(known.glue, name)) return `. Write Module.${name}.`;
  const call = `${name.replaceAll('$', '\\$')}\\s*\\(`;
  const isWaitedFor = new RegExp(`\\bawait\\s+${call}|(^|[^.\\w$])${call}[^()]*\\)\\s*\\.then\\b`).test(source);
  if (!isWaitedFor) return '';
  return `. If ${name}() is to load the program: it is loaded already, and Module is what ${name}() would give.`;
}

/** `Module._add`, or `exports.add`, where the program has no such function. */
function adviceForFunction(name: string, { scriptExports }: Known): string {
  if (Object.hasOwn(scriptExports, name)) return '';
  const names = Object.keys(scriptExports);
  const mangled = names.find((each) => each.startsWith(`_Z${name.length}${name}`));
  if (mangled) {
    return `. The program exports it as ${mangled}: C++ adds the types to a name. Declare it with extern "C".`;
  }
  return `. The program exports no function ${name}. In C++, put extern "C" EMSCRIPTEN_KEEPALIVE before it.`;
}
