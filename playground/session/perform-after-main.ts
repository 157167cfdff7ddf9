import type { Outcome, Run } from './run.ts';

/** What a program does after `main`, as its text describes it. */
interface AfterMain {
  readonly scripts: readonly { readonly path: string; readonly text: string }[];
  /** Exports that are called, with their arguments as typed. */
  readonly calls: readonly { readonly name: string; readonly arguments: readonly string[] }[];
}

/**
 * Performs scripts and calls one after the other, as long as everything finishes. Returns how all of it ended: as `main`
 * did, or as the part that did not finish.
 */
export async function performAfterMain(
  run: Pick<Run, 'runJavaScript' | 'call'>,
  main: Outcome,
  { scripts, calls }: AfterMain,
): Promise<Outcome> {
  const among = [...scripts];
  const parts = [
    ...scripts.map(
      ({ path, text }) =>
        () =>
          run.runJavaScript(text, path, among),
    ),
    ...calls.map((call) => () => run.call(call.name, call.arguments)),
  ];
  if (main.status !== 'finished') return main;
  for (const perform of parts) {
    const ended = await perform();
    if (ended.status !== 'finished') return ended;
  }
  return main;
}
