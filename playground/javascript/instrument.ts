import { type Options, type Program, parse, type Token } from 'acorn';
import MagicString from 'magic-string';
import type { ScriptFunction, Site } from '../trace/script-sites.ts';
import { Instrumenter } from './instrumenter.ts';
import type { ReachedGlue } from './reach-glue.ts';
import { type HookNames, Reports } from './reports.ts';

/** A script that reports what it does to a hook object. */
export interface InstrumentedScript {
  /** The script, each line still on its line. It runs where {@link names} are in scope. */
  readonly code: string;
  readonly names: HookNames;
  /** Where it makes steps, in the order of their numbers. */
  readonly sites: readonly Site[];
  /** Its functions; the first is the script itself. */
  readonly functions: readonly ScriptFunction[];
  /** From where on code is the source's: pairs of offsets, in the code and in the source, both ascending. */
  readonly segments: readonly (readonly [code: number, source: number])[];
}

/** Learner scripts run as the body of an async function in strict mode, where `return` and `await` may be used. */
const syntax: Options = {
  ecmaVersion: 'latest',
  sourceType: 'module',
  allowReturnOutsideFunction: true,
  locations: true,
};

/**
 * Instruments a script so that it reports each statement, call and access of an element; null when it cannot be: it is
 * no valid script, or nested too deeply. `names` begin with `name`, and none of them occurs in the source.
 */
export function instrument(source: string, name = '$step'): InstrumentedScript | null {
  return instrumented(source, syntax, name, (program, instrumenter) => {
    if (program.body.some(({ type }) => /^(Import|Export).*Declaration$/.test(type))) return false;
    instrumenter.script(program);
    return true;
  });
}

/** The same for a source that is one expression, of functions: only what is in them is a step. */
export function instrumentFunctions(source: string, name = '$step'): InstrumentedScript | null {
  const strict = { ...syntax, allowReturnOutsideFunction: false };
  return instrumented(source, strict, name, (program, instrumenter) => {
    const [only, ...others] = program.body;
    if (only?.type !== 'ExpressionStatement' || others.length > 0) return false;
    instrumenter.functionsIn([{ name: '', value: only.expression }]);
    return true;
  });
}

/**
 * The same for glue: only what a program reaches of it makes steps. Its hook is `Module.hooks.glue`; no name that is put
 * in occurs in `others`, code that will be joined to it.
 */
export function instrumentGlue(source: string, { parts, start }: ReachedGlue, others: string): InstrumentedScript {
  const code = new MagicString(source);
  const names = freeNames('$glue', source + others, new Set());
  const instrumenter = new Instrumenter(new Reports(code, names));
  const named = parts.flatMap(({ path, value }) => (value ? [{ name: path, value }] : []));
  instrumenter.functionsIn(named);
  code.appendLeft(start, `const ${names.hook}=moduleArg.hooks.glue;let ${names.object};`);
  const { sites, functions } = instrumenter;
  return { code: code.toString(), names, sites, functions, segments: [] };
}

function instrumented(
  source: string,
  options: Options,
  name: string,
  walk: (program: Program, instrumenter: Instrumenter) => boolean,
): InstrumentedScript | null {
  const used = new Set<unknown>();
  const onToken = (token: Token & { readonly value?: unknown }) => used.add(token.value);
  try {
    const program = parse(source, { ...options, onToken });
    const code = new MagicString(source);
    const names = freeNames(name, source, used);
    const instrumenter = new Instrumenter(new Reports(code, names));
    if (!walk(program, instrumenter)) return null;
    const { sites, functions } = instrumenter;
    return { code: code.toString(), names, sites, functions, segments: segmentsOf(code, source) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return null;
    throw error;
  }
}

/** A name with which no other begins: neither the text of the source has it nor an identifier written with escapes. */
export function freeName(wanted: string, source: string, used: ReadonlySet<unknown>): string {
  const isFree = (name: string) => !source.includes(name) && ![...used].some((each) => String(each).includes(name));
  let base = wanted;
  while (!isFree(base)) base += '_';
  return base;
}

function freeNames(wanted: string, source: string, used: ReadonlySet<unknown>): HookNames {
  const base = freeName(wanted, source, used);
  return { hook: `${base}Hook`, frame: `${base}Frame`, object: `${base}Object` };
}

export function segmentsOf(code: MagicString, source: string): readonly (readonly [number, number])[] {
  const { mappings } = code.generateDecodedMap({ hires: true });
  const starts = (text: string) => [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const codeLines = starts(code.toString());
  const sourceLines = starts(source);
  const segments: (readonly [number, number])[] = [[0, 0]];
  let difference = 0;
  for (const [line, mapping] of mappings.entries()) {
    for (const [column, , sourceLine = 0, sourceColumn = 0] of mapping) {
      const at = (codeLines[line] ?? 0) + column;
      const from = (sourceLines[sourceLine] ?? 0) + sourceColumn;
      if (at - from === difference) continue;
      difference = at - from;
      segments.push([at, from]);
    }
  }
  return segments;
}
