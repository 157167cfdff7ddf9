import type { SourcePlaces } from '../../javascript/source-places.ts';

/** A place in a script as its author sees it, counted from 1. */
export interface ScriptPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

interface Script {
  /** What stands in a stack before `:line:column`. */
  readonly address: string;
  readonly path: string;
  /** Characters put before the author's first line. */
  readonly prefixLength: number;
  /** Where it was instrumented: tells its author's columns. */
  readonly places?: SourcePlaces;
  /** Where it is part of other code: finds its author's places there; null for what is not its own. */
  readonly find?: (line: number, column: number) => ScriptPlace | null;
}

/** Finds lines of learner scripts in JavaScript's stacks: V8's, SpiderMonkey's and JavaScriptCore's all end a frame so. */
const framePosition = /:(\d+):(\d+)\)?$/;

/** Knows the scripts that were run, and which line of them is running. */
export class ScriptStack {
  readonly #scripts: Script[] = [];
  /** Of the scripts that were instrumented. */
  readonly sources: SourcePlaces[] = [];

  add(script: Script): void {
    this.#scripts.push(script);
    if (script.places) this.sources.push(script.places);
  }

  /** Line of the innermost frame of a script in the current stack, however deep below it we are. */
  innermost(): number | null {
    return this.place(currentStack())?.line ?? null;
  }

  /**
   * Line of the script, if it was a script that called `callee`, and not other code. `callee` must be running.
   * Frames without a position are the engine's own (`subarray` calling the constructor, say) and are passed over.
   */
  callerOf(callee: (...args: never) => unknown): number | null {
    if (this.#scripts.length === 0) return null; // taking a stack is slow, and no script has run yet
    const first = framesBelow(callee).find((frame) => framePosition.test(frame.trim()));
    return first ? (this.place(first)?.line ?? null) : null;
  }

  /**
   * Whether a script called `callee`, be it through what else watches the method (see `ScriptCopies`): more of our own
   * code between is the host's at work, for a script that prints or calls the program.
   */
  isCalledByScript(callee: (...args: never) => unknown): boolean {
    if (this.#scripts.length === 0) return false;
    const frames = framesBelow(callee, 12).filter((frame) => framePosition.test(frame.trim()));
    const first = frames.findIndex((frame) => !isOurs(frame));
    return first >= 0 && first <= watcherFrames && this.place(frames[first] ?? '') !== null;
  }

  /** The innermost place in a script that a stack mentions. */
  place(stack: string): ScriptPlace | null {
    for (const frame of stack.split('\n')) {
      const script = this.#scripts.findLast(({ address }) => frame.includes(`${address}:`));
      const position = framePosition.exec(frame.trim());
      if (!script || !position) continue;
      const line = Number(position[1]);
      if (script.find) {
        const found = script.find(line, Number(position[2]));
        if (found) return found;
        continue;
      }
      const column = Math.max(1, Number(position[2]) - (line === 1 ? script.prefixLength : 0));
      return { path: script.path, line, column: script.places?.column(line, column) ?? column };
    }
    return null;
  }
}

/** Frames of `ScriptCopies` between a script and a method that it watches. */
const watcherFrames = 4;

interface V8Error {
  captureStackTrace?(target: object, hideAbove: (...args: never) => unknown): void;
  stackTraceLimit?: number;
}

const errors = Error as unknown as V8Error;
if ((errors.stackTraceLimit ?? 0) < 50) errors.stackTraceLimit = 50; // V8 keeps ten, C++ on the way may be deeper
const nativeFrame = /\(?(<anonymous>|\[native code\])\)?$/;

function currentStack(): string {
  return new Error('stack').stack ?? '';
}

/** The file of this code, and its folder where it is not bundled into one file. */
const ourFile = /([^\s()@]+):\d+:\d+\)?$/m.exec(currentStack())?.[1] ?? '';
const ourFolder = /^(.*\/)script-stack\.ts/.exec(ourFile)?.[1] ?? ourFile;
const isOurs = (frame: string): boolean => ourFile !== '' && frame.includes(ourFolder);

function framesBelow(callee: (...args: never) => unknown, most = 4): readonly string[] {
  if (errors.captureStackTrace) {
    const holder: { stack?: string } = {};
    const limit = errors.stackTraceLimit;
    errors.stackTraceLimit = most; // the caller, and the built-in functions between
    errors.captureStackTrace(holder, callee);
    errors.stackTraceLimit = limit ?? 10;
    return (holder.stack ?? '').split('\n'); // V8 begins with a line without a position
  }
  // Elsewhere: our own code is one file, so the first frames are those with the same address as this one.
  const frames = currentStack()
    .split('\n')
    .filter((frame) => frame !== '' && !nativeFrame.test(frame));
  const ours = /@?(.*):\d+:\d+$/.exec(frames[0] ?? '')?.[1]?.replace(/^.*@/, '') ?? '';
  return frames.slice(frames.findIndex((frame) => !frame.includes(ours)));
}
