import { type CompileSettings, defaultSettings } from '../compiler/compilation.ts';
import { measureLimits } from '../measure/measurement.ts';
import { parts } from './parts.ts';

export const topics = ['run', 'trace', 'measure', 'instrument'] as const;
export type HelpTopic = (typeof topics)[number];

/** Room for programs that were written for a desktop's stack; the lessons' own settings are `defaultSettings`. */
export const roomy: CompileSettings = {
  ...defaultSettings,
  stackSize: 8 * 1024 * 1024,
  initialPages: 256,
  maximumPages: 32_768,
};

const compiling = `  --std=STANDARD       c89 c99 c11 c17 c23 c++11 c++14 c++17 c++20 c++23
                       (C++23 and C17 unless given)
  -O0, -O2             optimisation (-O0 unless given)
  --allocator=NAME     dlmalloc emmalloc mimalloc (dlmalloc unless given)
  --stack-first        the stack below the data, not above it
  --stack-size=BYTES   ${roomy.stackSize} unless given (lessons: ${defaultSettings.stackSize})
  --initial-pages=N    memory at the start, in pages of 64 KiB: ${roomy.initialPages} (lessons: ${defaultSettings.initialPages})
  --maximum-pages=N    ${roomy.maximumPages} (lessons: ${defaultSettings.maximumPages})
`;

const general = `Usage: pagewise COMMAND …

  run FILE… [-- ARGUMENT…]           compiles and runs a program
  trace FILE… [-- ARGUMENT…]         runs it, and tells all that it did, step by step
  measure FILE… --script=LAB.js      takes the times of a script's variants, side by side
  instrument IN.wasm -o OUT.wasm     makes a module record what it does

\`pagewise COMMAND --help\` tells more.
`;

const texts: Readonly<Record<HelpTopic, string>> = {
  run: `Usage: pagewise run [OPTION]… FILE… [-- ARGUMENT…]

Compiles C and C++ files with the compiler of the page and runs the program; or runs a linked one, FILE.wasm. Headers
included with "…" are found beside the files. Standard input, output and error are passed through; the exit status is
the program's.

Options
${compiling}  --help               this text

Exit status, where it is not the program's own
  1    the program does not compile
  2    the command line is wrong, or a file cannot be read
  134  the program was ended: a trap, an abort, an exception that nothing caught
`,
  trace: `Usage: pagewise trace [OPTION]… FILE… [-- ARGUMENT…]

Runs a program as \`pagewise run\` does, records it, and prints what it did: a line a step, or JSON. What the program
prints is part of that. Step n is the moment just before its n-th line runs, counted from 0.

What is printed
  --json               JSON, which docs/command-line.md describes
  --only=PART,…        ${parts.join(' ')}
                       (unless given: all but frames in JSON, else steps
                       and findings)
  --from=N, --to=N     from this step, to this step
  --at=N               the frames of this step, with their variables
  --check              instead: compares replayed memory with real memory, every byte, at random steps and at the end
  --samples=N          of so many steps (10 unless given)
  --seed=N             chosen so (1 unless given)

What is recorded
  --steps=N            ends the program after so many steps (100000000 unless given)
  --budget=N           records that are kept, about (10000000 unless given); the program runs on without

How the program is compiled
${compiling}  --help               this text

Exit status
  0    the run was traced, however it ended; what was compared is the same
  1    the program does not compile, or cannot be run or read; what was compared differs
  2    the command line is wrong, or a file cannot be read
`,
  measure: `Usage: pagewise measure [OPTION]… FILE… --script=LAB.js [-- ARGUMENT…]

Runs a program as \`pagewise run\` does, then a script with \`memory\`, \`exports\` and \`Module\`, and takes the times of
what the script gives to \`measure(name, function, { bytes, items })\`. What the program and the script print goes to
standard error.

What is measured
  --script=FILE        a script; several run one after the other
  --time=MILLISECONDS  for each variant, about: ${measureLimits.usual} unless given, from ${measureLimits.least} to ${measureLimits.most}

What is printed
  --json               JSON, which docs/command-line.md describes
  --csv                comma-separated values
                       (unless given: a table)

How the program is compiled
${compiling}  --help               this text

Exit status
  0    the variants were measured
  1    one could not be measured, or there was none; the program does not compile, or did not end well
  2    the command line is wrong, or a file cannot be read
`,
  instrument: `Usage: pagewise instrument [OPTION]… IN.wasm -o OUT.wasm

Rewrites a module so that it records what it does; docs/command-line.md tells what the new module exports, and how its
log is read.

Options
  -o, --output=FILE    where to write it
  --loads              records what is read from memory too
  --instance           for hosts without multiple memories: the log goes to functions in a table
  --help               this text

Exit status
  1    the module cannot be read, with the byte and the reason
  2    the command line is wrong, or a file cannot be read or written
`,
};

export const help = (topic: HelpTopic | null): string => (topic ? texts[topic] : general);
