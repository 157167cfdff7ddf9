import { parseArgs } from 'node:util';
import { type CompileSettings, settingChoices } from '../compiler/compilation.ts';
import { measureLimits } from '../measure/measurement.ts';
import { type HelpTopic, roomy, topics } from './help.ts';
import { isPart, type Part, parts, partsFor } from './parts.ts';

/** A program to compile and run, or a linked one. */
export interface ProgramChoice {
  readonly files: readonly string[];
  readonly arguments: readonly string[];
  readonly settings: CompileSettings;
}

export interface TraceChoice {
  readonly program: ProgramChoice;
  readonly isJson: boolean;
  readonly parts: readonly Part[];
  /** Steps, both included; null is the last one. */
  readonly from: number;
  readonly to: number | null;
  /** Steps after which the program is ended. */
  readonly stepLimit: number;
  /** Records that are kept, about. */
  readonly budget: number;
  /** How many steps to compare with real memory, instead of printing the trace. */
  readonly check: { readonly samples: number; readonly seed: number } | null;
}

export interface MeasureChoice {
  readonly program: ProgramChoice;
  readonly scripts: readonly string[];
  readonly format: 'text' | 'json' | 'csv';
  readonly millisecondsEach: number;
}

/** What the user asked for. */
export type Command =
  | { readonly kind: 'help'; readonly topic: HelpTopic | null }
  | { readonly kind: 'run'; readonly program: ProgramChoice }
  | { readonly kind: 'trace'; readonly choice: TraceChoice }
  | { readonly kind: 'measure'; readonly choice: MeasureChoice }
  | {
      readonly kind: 'instrument';
      readonly input: string;
      readonly output: string;
      readonly loads: boolean;
      readonly recording: 'second-memory' | 'instance';
    }
  | { readonly kind: 'misused'; readonly message: string };

class Misuse extends Error {}

/** Reads the arguments after the launcher's name. */
export function parseCommand(args: readonly string[]): Command {
  const end = args.indexOf('--');
  const own = end < 0 ? args : args.slice(0, end);
  const rest = end < 0 ? [] : args.slice(end + 1);
  const [name, ...words] = own;
  const topic = topics.find((known) => known === name) ?? null;
  if (name === undefined || own.includes('--help') || own.includes('-h')) return { kind: 'help', topic };
  try {
    switch (topic) {
      case 'run':
        return { kind: 'run', program: programOf(read(words, programOptions), rest) };
      case 'trace':
        return { kind: 'trace', choice: traceOf(read(words, { ...programOptions, ...traceOptions }), rest) };
      case 'measure':
        return { kind: 'measure', choice: measureOf(read(words, { ...programOptions, ...measureOptions }), rest) };
      case 'instrument':
        return instrumentOf(read(words, instrumentOptions));
      case null:
        throw new Misuse(
          `there is no command \`${name}\`; there are ${topics.map((each) => `\`${each}\``).join(', ')}`,
        );
      default:
        return topic satisfies never;
    }
  } catch (error) {
    if (error instanceof Misuse) return { kind: 'misused', message: error.message };
    throw error;
  }
}

const flag = { type: 'boolean' } as const;
const value = { type: 'string' } as const;

const programOptions = {
  std: value,
  optimisation: { ...value, short: 'O' },
  allocator: value,
  'stack-first': flag,
  'stack-size': value,
  'initial-pages': value,
  'maximum-pages': value,
} as const;
const traceOptions = {
  ...{ json: flag, only: value, at: value, from: value, to: value, steps: value, budget: value },
  ...{ check: flag, samples: value, seed: value },
} as const;
const measureOptions = { script: { ...value, multiple: true }, json: flag, csv: flag, time: value } as const;
const instrumentOptions = { output: { ...value, short: 'o' }, loads: flag, instance: flag } as const;

interface Words {
  readonly files: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
}

function read(words: readonly string[], options: NonNullable<Parameters<typeof parseArgs>[0]>['options']): Words {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    return { files: positionals, values: values as Words['values'] };
  } catch (error) {
    const unknown = /^Unknown option '([^']+)'/.exec((error as Error).message)?.[1];
    throw new Misuse(unknown ? `there is no option \`${unknown}\`` : firstSentence((error as Error).message));
  }
}

const firstSentence = (text: string): string => text.replace(/[.\n].*$/s, '').replace(/^O/, 'o');

function number({ values }: Words, name: string): number | null;
function number({ values }: Words, name: string, otherwise: number): number;
function number({ values }: Words, name: string, otherwise: number | null = null): number | null {
  const text = values[name];
  if (text === undefined) return otherwise;
  if (typeof text !== 'string' || !/^\d{1,15}$/.test(text)) throw new Misuse(`--${name} needs a whole number`);
  return Number(text);
}

function oneOf<Choice extends string>({ values }: Words, name: string, choices: readonly Choice[]): Choice | undefined {
  const found = choices.find((each) => each === values[name]);
  if (name in values && found === undefined) throw new Misuse(`--${name} is one of ${choices.join(' ')}`);
  return found;
}

function programOf(words: Words, args: readonly string[]): ProgramChoice {
  const { files, values } = words;
  if (files.length === 0) throw new Misuse('no file is named');
  if (files.some(isModule) && files.length > 1) throw new Misuse('a `.wasm` is a whole program: name it alone');
  const { optimisation } = values;
  if (optimisation !== undefined && optimisation !== '0' && optimisation !== '2') {
    throw new Misuse('there are -O0 and -O2');
  }
  return {
    files,
    arguments: args,
    settings: {
      standard: oneOf(words, 'std', settingChoices.standard) ?? roomy.standard,
      optimisation: optimisation === '2' ? 'O2' : 'O0',
      allocator: oneOf(words, 'allocator', settingChoices.allocator) ?? roomy.allocator,
      stackOrder: values['stack-first'] ? 'stack-first' : roomy.stackOrder,
      stackSize: number(words, 'stack-size', roomy.stackSize),
      initialPages: number(words, 'initial-pages', roomy.initialPages),
      maximumPages: number(words, 'maximum-pages', roomy.maximumPages),
    },
  };
}

/** Whether a file is named as a linked program is. */
export const isModule = (name: string): boolean => name.endsWith('.wasm');

function traceOf(words: Words, args: readonly string[]): TraceChoice {
  const { values } = words;
  const at = number(words, 'at');
  if (at !== null && ('from' in values || 'to' in values))
    throw new Misuse('--at is one step: without --from and --to');
  const from = at ?? number(words, 'from', 0);
  const to = at ?? number(words, 'to');
  if (to !== null && to < from) throw new Misuse('--to comes before --from');
  const samples = number(words, 'samples', 10);
  const seed = number(words, 'seed', 1);
  if (!values.check && ('samples' in values || 'seed' in values))
    throw new Misuse('--samples and --seed go with --check');
  const isJson = values.json === true;
  const asked = typeof values.only === 'string' ? values.only.split(',').map(partNamed) : null;
  return {
    program: programOf(words, args),
    isJson,
    parts: asked ? parts.filter((part) => asked.includes(part)) : at === null ? partsFor(isJson) : ['frames'],
    ...{ from, to },
    stepLimit: number(words, 'steps', 100_000_000),
    budget: number(words, 'budget', 10_000_000),
    check: values.check ? { samples, seed } : null,
  };
}

function measureOf(words: Words, args: readonly string[]): MeasureChoice {
  const { script, json, csv } = words.values;
  if (!Array.isArray(script)) throw new Misuse('--script=FILE.js is missing: a script names what is measured');
  if (json && csv) throw new Misuse('--json or --csv, not both');
  const { least, most, usual } = measureLimits;
  const time = number(words, 'time', usual);
  if (time < least || time > most) throw new Misuse(`--time is from ${least} to ${most} milliseconds`);
  return {
    program: programOf(words, args),
    scripts: script,
    format: json ? 'json' : csv ? 'csv' : 'text',
    millisecondsEach: time,
  };
}

function partNamed(name: string): Part {
  if (!isPart(name)) throw new Misuse(`--only takes, with commas between them, ${parts.join(' ')}`);
  return name;
}

function instrumentOf({ files, values }: Words): Command {
  const [input, ...more] = files;
  if (input === undefined) throw new Misuse('no module is named');
  if (more.length > 0) throw new Misuse('one module at a time');
  if (typeof values.output !== 'string') throw new Misuse('-o OUT.wasm is missing');
  const recording = values.instance ? 'instance' : 'second-memory';
  return { kind: 'instrument', input, output: values.output, loads: values.loads === true, recording };
}
