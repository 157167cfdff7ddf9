import { kind, ModuleReader, section } from './module-reader.ts';

/** JavaScript that stands in a C or C++ file. */
export interface ProgramScript {
  /** The function that an `EM_JS` defines; null for an `EM_ASM`. */
  readonly name: string | null;
  /** Where its text lies in memory: by this the program calls an `EM_ASM`. */
  readonly address: number;
  /** A function's declaration, or an expression for an `EM_ASM`. */
  readonly source: string;
}

const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/**
 * The bodies of `EM_JS` and `EM_ASM` in a module, which Emscripten's headers put into its data: those of `EM_JS` at the
 * exports `__em_js__…`, those of `EM_ASM` one after another between `__start_em_asm` and `__stop_em_asm`.
 */
export function programScripts(wasm: Uint8Array): readonly ProgramScript[] {
  const addresses = exportedAddresses(wasm);
  const data = new StaticData(wasm);
  const scripts: ProgramScript[] = [];
  for (const [exported, address] of addresses) {
    const name = exported.startsWith('__em_js__') ? exported.slice('__em_js__'.length) : '';
    const text = identifier.test(name) && data.text(address);
    if (text) scripts.push({ name, address, source: declaration(name, text) });
  }
  const end = addresses.get('__stop_em_asm') ?? 0;
  for (let at = addresses.get('__start_em_asm') ?? end; at < end; ) {
    const text = data.text(at);
    if (text === null) break;
    if (text.trim() !== '') scripts.push({ name: null, address: at, source: constant(text) });
    at += new TextEncoder().encode(text).length + 1;
  }
  return scripts;
}

/** `(int count, const char* text)<::>{ … }` as a function: C's types are no part of JavaScript. */
function declaration(name: string, text: string): string {
  const [parameters = '', ...body] = text.split('<::>');
  const list = parameters.trim().slice(1, -1).trim();
  const names = list === '' || list === 'void' ? [] : list.split(',').map((each) => /[^\s*]*$/.exec(each.trim())?.[0]);
  return `function ${name}(${names.join(', ')}) ${body.join('<::>')}`;
}

/** The arguments of an `EM_ASM` are called `$0`, `$1` and so on, as far as its text mentions them. */
function constant(text: string): string {
  const count = Math.max(0, ...Array.from({ length: 16 }, (_, index) => (text.includes(`$${index}`) ? index + 1 : 0)));
  const parameters = Array.from({ length: count }, (_, index) => `$${index}`).join(', ');
  const body = `{ ${text}\n}`;
  return text.includes('arguments') ? `function(${parameters}) ${body}` : `(${parameters}) => ${body}`;
}

/** What stands in the glue where the program's own JavaScript belongs: see runtime/shells. */
const placeholder = '"pagewise program scripts"';

/** The glue's source with the program's own JavaScript in it, where it sees all of the glue's variables. */
export function joinScripts(glue: string, scripts: readonly ProgramScript[]): string {
  if (scripts.length === 0) return glue;
  const functions = scripts.filter(({ name }) => name !== null);
  const constants = scripts.filter(({ name }) => name === null);
  const joined = `(() => {
${functions.map(({ source }) => source).join('\n')}
return {
functions: { ${functions.map(({ name }) => name).join(', ')} },
constants: {
${constants.map(({ address, source }) => `${address}: ${source},\n`).join('')}} };
})()`;
  return glue.replace(placeholder, () => joined);
}

/**
 * Loads the joined glue by `load`, which makes a module of source. What is no JavaScript is told as the script's
 * mistake, not the glue's: throws a SyntaxError that names it.
 */
export async function loadJoined<Loaded>(
  glue: string,
  wasm: Uint8Array,
  load: (source: string) => Promise<Loaded>,
): Promise<Loaded> {
  const scripts = programScripts(wasm);
  try {
    return await load(joinScripts(glue, scripts));
  } catch (thrown) {
    for (const { name, source } of scripts) {
      const wrong = await load(`const script = ${source}`).then(
        () => null,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
      const excerpt = source.replace(/^.*?\{\s*/s, '').slice(0, 60);
      if (wrong !== null)
        throw new SyntaxError(`EM_${name ? `JS ${name}` : `ASM "${excerpt}"`} is no JavaScript: ${wrong}`);
    }
    throw thrown;
  }
}

/** The values of the globals that a module exports, where they are constants: what wasm-ld makes of exported data. */
function exportedAddresses(wasm: Uint8Array): ReadonlyMap<string, number> {
  const reader = new ModuleReader(wasm, 8);
  const values: (number | null)[] = [];
  if (reader.find(section.import)) {
    reader.times(() => {
      if (reader.importedFunction(() => undefined) === kind.global) values.push(null);
    });
  }
  if (reader.find(section.global)) {
    reader.times(() => {
      reader.offset += 2; // its type, and whether it can change
      values.push(reader.constantAddress());
    });
  }
  const found = new Map<string, number>();
  if (!reader.find(section.export)) return found;
  reader.times(() => {
    const name = reader.name();
    const isGlobal = reader.byte() === kind.global;
    const value = values[reader.size()];
    if (isGlobal && typeof value === 'number') found.set(name, value);
  });
  return found;
}

/** What memory holds before the program runs. */
class StaticData {
  readonly #segments: { readonly start: number; readonly bytes: Uint8Array }[] = [];

  constructor(wasm: Uint8Array) {
    const reader = new ModuleReader(wasm, 8);
    if (!reader.find(section.data)) return;
    reader.times(() => {
      const flags = reader.size();
      if (flags === 2) reader.size(); // the memory's index
      const start = flags === 1 ? null : reader.constantAddress();
      const length = reader.size();
      if (start !== null) this.#segments.push({ start, bytes: wasm.subarray(reader.offset, reader.offset + length) });
      reader.offset += length;
    });
  }

  /** The C string at an address; null where none lies. */
  text(address: number): string | null {
    const segment = this.#segments.find(({ start, bytes }) => address >= start && address < start + bytes.length);
    const rest = segment?.bytes.subarray(address - segment.start);
    const end = rest?.indexOf(0) ?? -1;
    return rest && end >= 0 ? new TextDecoder().decode(rest.subarray(0, end)) : null;
  }
}
