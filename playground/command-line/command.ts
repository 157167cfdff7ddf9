import { type CompileSettings, defaultSettings, settingChoices } from '../compiler/compilation.ts';

/** What the user asked for. */
export type Command =
  | { readonly kind: 'help' }
  | {
      readonly kind: 'run';
      readonly files: readonly string[];
      readonly arguments: readonly string[];
      readonly settings: CompileSettings;
    }
  | { readonly kind: 'misused'; readonly message: string };

/** Room for programs that were written for a desktop's stack; the lessons' own settings are `defaultSettings`. */
const roomy: CompileSettings = {
  ...defaultSettings,
  stackSize: 8 * 1024 * 1024,
  initialPages: 256,
  maximumPages: 32_768,
};

export const help = `Usage: pagewise run [OPTION]… FILE… [-- ARGUMENT…]

Compiles C and C++ files with the compiler of the page and runs the program. Headers included with "…" are found
beside the files. Standard input, output and error are passed through; the exit status is the program's.

Options
  --std=STANDARD       c89 c99 c11 c17 c23 c++11 c++14 c++17 c++20 c++23
                       (C++23 and C17 unless given)
  -O0, -O2             optimisation (-O0 unless given)
  --allocator=NAME     dlmalloc emmalloc mimalloc (dlmalloc unless given)
  --stack-first        the stack below the data, not above it
  --stack-size=BYTES   ${roomy.stackSize} unless given (lessons: ${defaultSettings.stackSize})
  --initial-pages=N    memory at the start, in pages of 64 KiB: ${roomy.initialPages} (lessons: ${defaultSettings.initialPages})
  --maximum-pages=N    ${roomy.maximumPages} (lessons: ${defaultSettings.maximumPages})
  --help               this text

Exit status, where it is not the program's own
  1    the program does not compile
  2    the command line is wrong, or a file cannot be read
  134  the program was ended: a trap, an abort, an exception that nothing caught
`;

const choices: Readonly<Record<string, { readonly key: keyof CompileSettings; readonly values: readonly string[] }>> = {
  '--std': { key: 'standard', values: settingChoices.standard },
  '--allocator': { key: 'allocator', values: settingChoices.allocator },
};
const numbers: Readonly<Record<string, keyof CompileSettings>> = {
  '--stack-size': 'stackSize',
  '--initial-pages': 'initialPages',
  '--maximum-pages': 'maximumPages',
};

/** Reads the arguments after the launcher's name. */
export function parseCommand(args: readonly string[]): Command {
  const misused = (message: string): Command => ({ kind: 'misused', message });
  const end = args.indexOf('--');
  const own = end < 0 ? args : args.slice(0, end);
  if (own.length === 0 || own.includes('--help') || own.includes('-h')) return { kind: 'help' };
  if (own[0] !== 'run') return misused(`there is no command \`${own[0]}\`; there is \`run\``);
  const files: string[] = [];
  let settings = roomy;
  for (const word of own.slice(1)) {
    if (!word.startsWith('-')) {
      files.push(word);
      continue;
    }
    const [name = '', value = ''] = word.split(/=(.*)/s);
    const choice = choices[name];
    const number = numbers[name];
    if (word === '-O0' || word === '-O2') settings = { ...settings, optimisation: word === '-O0' ? 'O0' : 'O2' };
    else if (word === '--stack-first') settings = { ...settings, stackOrder: 'stack-first' };
    else if (choice) {
      if (!choice.values.includes(value)) return misused(`${name} is one of ${choice.values.join(' ')}`);
      settings = { ...settings, [choice.key]: value };
    } else if (number) {
      if (!/^\d+$/.test(value)) return misused(`${name} needs a whole number`);
      settings = { ...settings, [number]: Number(value) };
    } else return misused(`there is no option \`${word}\``);
  }
  if (files.length === 0) return misused('no file is named');
  return { kind: 'run', files, arguments: end < 0 ? [] : args.slice(end + 1), settings };
}
