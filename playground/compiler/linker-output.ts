import type { Diagnostic, SourceFile } from './compilation.ts';

const undefinedSymbol = /^wasm-ld: error: (?<object>.*?): undefined symbol: (?<symbol>.*)$/;
const duplicateSymbol = /^wasm-ld: error: duplicate symbol: (?<symbol>.*)$/;
const definedIn = /^>>> defined in (?<object>.*)$/;
const other = /^(?:wasm-ld: )?(?<severity>error|warning): (?<message>.*)$/;

/** Under these names too the linker knows `main`: clang renames it by its parameters. */
const namesOfMain = ['__original_main', '__main_void', '__main_argc_argv'];

/**
 * Reads what wasm-ld printed and says in words which function is missing or defined twice, each once, where it is used
 * or defined. `units` are the files that became `/objects/0.o`, `/objects/1.o` and so on.
 */
export function parseLinkerOutput(output: string, units: readonly SourceFile[]): Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  const note = (severity: Diagnostic['severity'], message: string, place: Place): void => {
    if (!found.has(message)) found.set(message, { severity, message, ...place });
  };
  const lines = output.split('\n');
  for (const [index, line] of lines.entries()) {
    const missing = undefinedSymbol.exec(line)?.groups;
    const twice = duplicateSymbol.exec(line)?.groups?.symbol;
    const plain = other.exec(line)?.groups;
    if (missing) {
      const { object = '', symbol = '' } = missing;
      const message = `\`${symbol}\` is declared and used, but no file defines it. Define it, or do not use it.`;
      note('error', message, placeIn(units, [unitOf(object, units)], symbol, 'last'));
    } else if (twice) {
      const name = namesOfMain.includes(twice) ? 'main' : twice;
      const definers = [lines[index + 1], lines[index + 2]].map((next) =>
        unitOf(definedIn.exec(next ?? '')?.groups?.object ?? '', units),
      );
      const others = definers.flatMap((unit) => (unit ? [unit.path] : []));
      const where = others.length === 2 ? `, in ${others.join(' and in ')}` : '';
      const message = `\`${name}\` is defined more than once${where}. Keep one definition, or mark them \`static\` or \`inline\`.`;
      note('error', message, placeIn(units, definers.reverse(), name, 'first'));
    } else if (plain) {
      note(plain.severity === 'warning' ? 'warning' : 'error', plain.message ?? '', placeIn(units, [], '', 'first'));
    }
  }
  return [...found.values()];
}

type Place = Pick<Diagnostic, 'path' | 'line' | 'column'>;
type Unit = SourceFile | undefined;

/** The file from which an object was made; none for a library's. */
function unitOf(object: string, units: readonly SourceFile[]): Unit {
  const index = /^\/objects\/(\d+)\.o$/.exec(object)?.[1];
  return index === undefined ? undefined : units[Number(index)];
}

/**
 * The line that names the symbol, in the first of the files that does; else the start of the program. The first line
 * defines or declares it, the last one uses it.
 */
function placeIn(
  units: readonly SourceFile[],
  candidates: readonly Unit[],
  symbol: string,
  which: 'first' | 'last',
): Place {
  // `shapes::area(int, int)` is `area` in the source.
  const name = /([\w$]+)(?:<.*>)?(?:\(.*)?$/.exec(symbol)?.[1] ?? symbol;
  const word = new RegExp(`\\b${name.replaceAll('$', '\\$')}\\b`);
  for (const unit of candidates) {
    const lines = unit?.text.split('\n') ?? [];
    const isNamed = (line: string): boolean => word.test(line);
    const index = which === 'first' ? lines.findIndex(isNamed) : lines.findLastIndex(isNamed);
    if (unit && index !== -1)
      return { path: unit.path, line: index + 1, column: (lines[index] ?? '').search(word) + 1 };
  }
  const first = candidates.find((unit) => unit !== undefined) ?? units[0];
  return { path: first?.path ?? '', line: 1, column: 1 };
}
