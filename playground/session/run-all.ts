import type { Outcome, Run, SourceText } from './run.ts';

/** How a part of a program ended: `main`, a script by its path, or a call by the name of its function. */
export interface Ended {
  readonly what: string;
  readonly outcome: Outcome;
}

/** A function of the program, with arguments as a learner types them. */
interface Call {
  readonly name: string;
  readonly arguments: readonly string[];
}

/** Runs `main`, then each script, then some calls, as long as each finishes; returns the first that did not. */
export async function runAll(
  run: Pick<Run, 'start' | 'call' | 'runJavaScript'>,
  scripts: readonly SourceText[],
  calls: readonly Call[] = [],
): Promise<Ended | null> {
  const among = [...scripts];
  const parts = [
    { what: 'main', perform: () => run.start() },
    ...scripts.map(({ path, text }) => ({ what: path, perform: () => run.runJavaScript(text, path, among) })),
    ...calls.map((call) => ({ what: call.name, perform: () => run.call(call.name, call.arguments) })),
  ];
  for (const { what, perform } of parts) {
    const outcome = await perform();
    if (outcome.status !== 'finished') return { what, outcome };
  }
  return null;
}
