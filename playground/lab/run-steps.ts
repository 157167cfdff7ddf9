import type { Outcome, Run, SourceText } from '../session/run.ts';

/** One thing to do with a live instance, under the name that the console tells it by. */
export interface Step {
  readonly what: string;
  /** Whether it is done even where something before it did not finish. */
  readonly always?: boolean;
  perform(live: Run): Promise<Outcome>;
}

/** Starts the program. */
export const mainStep: Step = { what: 'main', perform: (live) => live.start() };

/** Calls an export, its arguments as they were typed. */
export const callStep = (call: { readonly name: string; readonly arguments: readonly string[] }): Step => ({
  what: `${call.name}(${call.arguments.join(', ')})`,
  perform: (live) => live.call(call.name, call.arguments),
});

/** The JavaScript files, one after the other, in their order. */
export const scriptSteps = (scripts: readonly SourceText[]): readonly Step[] =>
  scripts.map(({ path, text }) => ({ what: path, perform: (live) => live.runJavaScript(text, path, scripts) }));
