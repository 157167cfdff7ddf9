import { defaultSettings } from '../../playground/compiler/compilation.ts';
import { runInNode } from '../../playground/session/node/run-in-node.ts';
import { prepareGlue } from '../../playground/session/prepare-glue.ts';
import { PreparedScripts } from '../../playground/session/prepare-scripts.ts';
import type { LogMessage } from '../../playground/session/replay/log-message.ts';
import { LogReceiver } from '../../playground/session/replay/log-receiver.ts';
import type { BoundaryHistory, CrossingPart, PassedValue } from '../../playground/trace/crossings.ts';
import type { Trace } from '../../playground/trace/trace.ts';
import { compileProgram } from '../replay/corpus.ts';
import { engine } from '../replay/node-stage.ts';

/** A recorded run of a program and its script. */
export interface RecordedBoundary {
  readonly trace: Trace;
  readonly boundary: BoundaryHistory;
  readonly printed: string;
}

/** Compiles and records a program, then `lab.js` beside it. `path` tells the language. */
export async function recordBoundary(path: string, text: string, script: string): Promise<RecordedBoundary> {
  const wasm = await compileProgram({ name: path, path, text, script, settings: defaultSettings });
  const receiver = new LogReceiver(engine, wasm);
  let sent = 0;
  let printed = '';
  const run = await runInNode({
    ...{ wasm, files: [{ path, text }], arguments: [], stdin: new Uint8Array() },
    stdout(bytes) {
      printed += new TextDecoder().decode(bytes);
    },
    stderr() {},
    javascript(line) {
      printed += line;
    },
    recording: {
      budget: Number.POSITIVE_INFINITY,
      stepLimit: 1_000_000,
      post(message: LogMessage) {
        sent++;
        receiver.receive(message);
      },
    },
  });
  const outcome = await run.runJavaScript(script, 'lab.js');
  if (outcome.status !== 'finished') throw new Error(JSON.stringify(outcome));
  const { sites, functions } = await prepared(wasm, { path, text }, script);
  await receiver.until(sent);
  const trace = await receiver.trace({ state: run.state, scriptPath: 'lab.js', script: { sites, functions } });
  if (!trace) throw new Error('nothing was recorded');
  return { trace, boundary: await trace.boundary(), printed };
}

/** In the order in which a run takes them: what stands in the program comes first. */
async function prepared(wasm: Uint8Array, file: { path: string; text: string }, script: string) {
  const scripts = new PreparedScripts();
  const module = new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>);
  await prepareGlue('', { wasm, module, files: [file], scripts: [script], stepsIntoGlue: false }, scripts);
  await scripts.prepare(script, 'lab.js');
  return scripts;
}

const valueInWords = ({ type, text }: PassedValue): string => (type === 'undefined' ? type : text || type);

/** What crossed, a line each, in the order in which it happened: what is within something else is indented. */
export function told(parts: readonly CrossingPart[], indent = ''): readonly string[] {
  return parts.flatMap((part) => {
    const line = part.place ? `${part.place.path}:${part.place.line} ` : '';
    if (part.kind === 'copy') {
      const { string, range } = part;
      const bytes = `${part.direction} ${range.end - range.start}`;
      const text = string ? ` ${string.encoding} of ${string.units} units ${string.text.split('\n')[1]}` : '';
      return [`${indent}${line}${bytes}${text} by ${part.by.join(' > ')}`];
    }
    const passed = part.args.map(valueInWords).join(', ');
    const wired = part.wired.map(({ type, text }) => `${type} ${text}`).join(', ');
    const result = part.result ? valueInWords(part.result) : 'nothing';
    const ending = part.ending === 'returned' ? `= ${result}` : part.ending === 'threw' ? `threw ${result}` : 'open';
    const blocks = part.blocks[1] - part.blocks[0];
    return [
      `${indent}${line}${part.way} ${part.name}(${passed})${wired ? ` as (${wired})` : ''} ${ending}${blocks > 0 ? `, ${blocks} allocated` : ''}`,
      ...told(part.parts, `${indent}  `),
    ];
  });
}

/** The same with addresses as `@`: every number from 1000 on. */
export const withoutAddresses = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => line.replace(/\b\d{4,}\b/g, '@'));
