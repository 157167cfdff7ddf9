import { createContext, Script } from 'node:vm';
import { instrument } from '../../playground/javascript/instrument.ts';
import type { HookNames } from '../../playground/javascript/reports.ts';

/** What a script printed, and how it ended. */
export interface Told {
  readonly printed: readonly string[];
  readonly ending: string;
  /** Reports that its hook got; 0 without one. */
  readonly reports: number;
}

/** A hook that passes everything through, looks at every value it may look at, and counts. Made in the script's realm. */
const hookSource = `(() => {
  const hook = { __proto__: null, count: 0 };
  const passing = (value) => { hook.count++; return value; };
  hook.enter = () => passing({});
  hook.step = (site, frame, values) => { values?.(); if (typeof frame !== 'object') throw 'no frame'; hook.count++; };
  hook.exit = hook.suspend = hook.resume = (frame, value) => { if (typeof frame !== 'object') throw 'no frame'; return passing(value); };
  hook.read = hook.write = hook.update = (object, key) => passing(key);
  hook.measure = hook.look = hook.stored = passing;
  return hook;
})()`;

/** Milliseconds that a script may take that never settles, and that what it left to do may take. */
const patience = 100;

/** Runs a script as the lab does, in a realm of its own: `setUp` runs there before. */
async function runScript(code: string, names: HookNames | null, setUp: readonly Script[] = []): Promise<Told> {
  const printed: string[] = [];
  const realm = createContext({
    print: (...values: unknown[]) => printed.push(values.map(String).join(' ')),
    setTimeout,
  });
  for (const script of setUp) script.runInContext(realm);
  const hook = new Script(hookSource).runInContext(realm) as { readonly count: number };
  const begin = names
    ? `(async (${names.hook}) => {"use strict";const ${names.frame}=${names.hook}.enter(0);let ${names.object};{`
    : '(async () => {"use strict";{';
  const ending = await settled(() => new Script(`${begin}${code}\n}})`).runInContext(realm)(hook));
  await new Promise((resolve) => setTimeout(resolve, /await|async|Promise/.test(code) ? 5 : 0));
  return { printed, ending, reports: hook.count };
}

async function settled(run: () => Promise<unknown>): Promise<string> {
  const late = new Promise<string>((resolve) => setTimeout(resolve, patience, 'never settles'));
  const inWords = (thrown: unknown) => {
    const { name, message } = Object(thrown) as Partial<Error>;
    return `throws ${name}: ${message}`;
  };
  try {
    return await Promise.race([run().then(() => 'ends', inWords), late]);
  } catch (thrown) {
    return inWords(thrown);
  }
}

/** What a script tells without reports and with them; null when it is not instrumented. */
export async function bothWays(source: string, setUp: readonly Script[] = []): Promise<readonly [Told, Told] | null> {
  const instrumented = instrument(source);
  if (!instrumented) return null;
  return [await runScript(source, null, setUp), await runScript(instrumented.code, instrumented.names, setUp)];
}
