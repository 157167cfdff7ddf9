import { kind, ModuleReader, section } from './module-reader.ts';

/** JavaScript that stands in a C or C++ file. */
export interface ProgramScript {
  /** The function that an `EM_JS` defines; null for an `EM_ASM`. */
  readonly name: string | null;
  /** Where its text lies in memory: by this the program calls an `EM_ASM`. */
  readonly address: number;
  /** An expression that gives its function. */
  readonly source: string;
  /** The parameters of an `EM_JS` as C declares them; empty for an `EM_ASM`. */
  readonly parameters: string;
  /** What stands in the C or C++ file, as the preprocessor left it, and where in `source` it begins. */
  readonly body: string;
  readonly bodyAt: number;
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
    if (name.startsWith('__asyncjs__')) continue; // EM_ASYNC_JS: nothing that suspends C++ can run here
    const text = identifier.test(name) && data.text(address);
    if (text) scripts.push({ name, address, ...declaration(name, text) });
  }
  const end = addresses.get('__stop_em_asm') ?? 0;
  for (let at = addresses.get('__start_em_asm') ?? end; at < end; ) {
    const text = data.text(at);
    if (text === null) break;
    if (text.trim() !== '') scripts.push({ name: null, address: at, ...constant(text) });
    at += new TextEncoder().encode(text).length + 1;
  }
  return scripts;
}

type Script = Omit<ProgramScript, 'name' | 'address'>;

/** `(int count, const char* text)<::>{ … }` as a function: C's types are no part of JavaScript. */
function declaration(name: string, text: string): Script {
  const [parameters = '', ...rest] = text.split('<::>');
  const list = parameters.trim().slice(1, -1).trim();
  const names = list === '' || list === 'void' ? [] : list.split(',').map((each) => /[^\s*]*$/.exec(each.trim())?.[0]);
  return script(parameters, `function ${name}(${names.join(', ')}) `, rest.join('<::>'), '');
}

/** The arguments of an `EM_ASM` are called `$0`, `$1` and so on, as far as its text mentions them. */
function constant(text: string): Script {
  const count = Math.max(0, ...Array.from({ length: 16 }, (_, index) => (text.includes(`$${index}`) ? index + 1 : 0)));
  const parameters = Array.from({ length: count }, (_, index) => `$${index}`).join(', ');
  const head = text.includes('arguments') ? `function(${parameters}) ` : `(${parameters}) => `;
  return script('', `${head}{ `, text, '\n}');
}

const script = (parameters: string, before: string, body: string, after: string): Script => ({
  ...{ parameters, body, bodyAt: before.length },
  source: before + body + after,
});

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
