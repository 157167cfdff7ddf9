import { type CompileSettings, settingChoices } from '../compiler/compilation.ts';
import { isScript } from '../lesson/file-names.ts';
import { measureLimits } from '../measure/measurement.ts';
import { type GradeChoice, gradeOf } from './grade-choice.ts';
import { type HelpTopic, roomy, topics } from './help.ts';
import { type LessonChoice, lessonOf } from './lesson-choice.ts';
import { isPart, type Part, parts, partsFor } from './parts.ts';
import { flag, Misuse, number, oneOf, read, value, type Words } from './words.ts';

/** A program to compile and run, or a linked one. */
export interface ProgramChoice {
  readonly files: readonly string[];
  readonly arguments: readonly string[];
  readonly settings: CompileSettings;
}

export interface TraceChoice {
  readonly program: ProgramChoice;
  /** JavaScript that runs after `main`, trusted by the user. */
  readonly scripts: readonly string[];
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
  | { readonly kind: 'grade'; readonly choice: GradeChoice }
  | { readonly kind: 'lesson'; readonly choice: LessonChoice }
  | { readonly kind: 'misused'; readonly message: string };

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
      case 'grade':
        return { kind: 'grade', choice: gradeOf(words) };
      case 'lesson':
        return { kind: 'lesson', choice: lessonOf(words) };
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
  trust: flag,
  ...{ json: flag, only: value, at: value, from: value, to: value, steps: value, budget: value },
  ...{ check: flag, samples: value, seed: value },
} as const;
const measureOptions = { script: { ...value, multiple: true }, json: flag, csv: flag, time: value } as const;
const instrumentOptions = { output: { ...value, short: 'o' }, loads: flag, instance: flag } as const;

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
    program: programOf({ ...words, files: words.files.filter((name) => !isScript(name)) }, args),
    scripts: scriptsOf(words),
    isJson,
    parts: asked ? parts.filter((part) => asked.includes(part)) : at === null ? partsFor(isJson) : ['frames'],
    ...{ from, to },
    stepLimit: number(words, 'steps', 100_000_000),
    budget: number(words, 'budget', 10_000_000),
    check: values.check ? { samples, seed } : null,
  };
}

/** The scripts among the files. They run in Node.js itself: only when the user trusts them. */
function scriptsOf({ files, values }: Words): readonly string[] {
  const scripts = files.filter(isScript);
  if (scripts.length === 0) return scripts;
  if (values.check) throw new Misuse('--check compares what a program does by itself: leave out the scripts');
  if (values.trust) return scripts;
  throw new Misuse(
    `${scripts[0]} is JavaScript: it would run on this machine, without the page's sandbox, and could do all that you can; --trust says that you trust it`,
  );
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
