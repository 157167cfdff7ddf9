import { type CompileSettings, defaultSettings } from '../compiler/compilation.ts';
import { measureLimits } from '../measure/measurement.ts';
import { parts } from './parts.ts';

export const topics = ['run', 'trace', 'measure', 'instrument', 'lesson', 'grade'] as const;
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
  lesson check|list|new|preview      checks lessons as a compiler checks code, and helps to write them
  grade LESSON FILE…                 decides an exercise's checks on a submission

\`pagewise COMMAND --help\` tells more.
`;

const texts: Readonly<Record<HelpTopic, string>> = {
  run: `Usage: pagewise run [OPTION]… FILE… [-- ARGUMENT…]

Compiles C and C++ files with the compiler of the page, or assembles one FILE.wat, and runs the program; or runs a
linked one, FILE.wasm. Headers included with "…" are found beside the files. Standard input, output and error are
passed through; the exit status is the program's.

Options
${compiling}  --help               this text

Exit status, where it is not the program's own
  1    the program does not compile
  2    the command line is wrong, or a file cannot be read
  134  the program was ended: a trap, an abort, an exception that nothing caught
`,
  trace: `Usage: pagewise trace [OPTION]… FILE… [LAB.js…] [-- ARGUMENT…]

Runs a program as \`pagewise run\` does, records it, and prints what it did: a line a step, or JSON. What the program
prints is part of that. Step n is the moment just before its n-th line runs, counted from 0. Scripts run after it, with
\`memory\`, \`exports\`, \`Module\` and \`console\`; their statements are steps too.

What is printed
  --json               JSON, which docs/command-line.md describes
  --only=PART,…        ${parts.join(' ')}
                       (unless given: all but frames in JSON, else steps
                       and findings)
  --from=N, --to=N     from this step, to this step
  --at=N               the frames of this step, with their variables
  --trust              runs the scripts: nothing keeps them from this machine's
                       files and network, as the page's sandbox does
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
  lesson: `Usage: pagewise lesson check [--samples] [--json] [PATH]…
       pagewise lesson list [--json] [PATH]…
       pagewise lesson new [--part=NUMBER] [--in=COURSE] SLUG
       pagewise lesson preview [--port=PORT] [PATH]

A path is a course, a part, a lesson's folder or its lesson.md; unless one is given it is the course of this checkout.
docs/authoring.md tells what a lesson is.

  check                text, programs, exercises, and the sample solutions beside them: every error with its line
  list                 every lesson with what it holds, counted
  new                  makes a lesson that passes the check, to be rewritten
  preview              serves the course; a page reloads when its lesson is saved, and shows the lesson's errors

Options
  --samples            an exercise that lacks sample solutions is an error
  --json               JSON, which docs/command-line.md describes
  --part=NUMBER        the part of the new lesson; the last one unless given
  --in=COURSE          the folder of its course
  --port=PORT          where to serve
  --help               this text

Exit status
  0    nothing is wrong
  1    something is
  2    the command line is wrong, or there is no lesson at a path
`,
  grade: `Usage: pagewise grade LESSON FILE… [OPTION]…

Decides the checks of an exercise on a submission, as the page does. LESSON is a lesson's folder, its lesson.md, or its
slug; a FILE takes the place of the starter's file of its name, or is added. A folder stands for the files in it.

Options
  --exercise=ID        which exercise, where the lesson has several
  --json               JSON, which docs/command-line.md describes
  --junit              JUnit's XML: a case a check
  --trust              JavaScript of the submission may run on this machine, without a sandbox
  --help               this text

C and C++ run here. A submission with JavaScript (a script, EM_JS, EM_ASM, emscripten::val) runs in the sandbox
of the site, in the browser that CHROMIUM names or that is on the PATH.

Exit status
  0    every check passed
  1    a check failed, or the submission does not compile
  2    the command line is wrong, or there is no such lesson or file
  3    the submission was refused: it has JavaScript, and there is no browser
`,
};

export const help = (topic: HelpTopic | null): string => (topic ? texts[topic] : general);
