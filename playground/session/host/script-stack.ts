import type { SourcePlaces } from '../../javascript/source-places.ts';
import { apply, bareList, indexInText, matchText, max, splitText, trimText } from './intrinsics.ts';

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

  /** Whether scripts of several files have run: then a line alone tells nothing. */
  get hasSeveral(): boolean {
    const [first] = this.#scripts;
    return this.#scripts.some(({ path }) => path !== first?.path);
  }

  /** The innermost frame of a script in the current stack, however deep below it we are. */
  innermost(): ScriptPlace | null {
    return this.place(currentStack());
  }

  /**
   * The place in a script, if it was a script that called `callee`, and not other code. `callee` must be running.
   * Frames without a position are the engine's own (`subarray` calling the constructor, say) and are passed over.
   */
  callerOf(callee: (...args: never) => unknown): ScriptPlace | null {
    if (this.#scripts.length === 0) return null; // taking a stack is slow, and no script has run yet
    const frames = framesBelow(callee);
    for (let index = 0; index < frames.length; index++)
      if (positionIn(frames[index])) return this.place(frames[index] ?? '');
    return null;
  }

  /**
   * Whether a script called `callee`, be it through what else watches the method (see `ScriptCopies`): more of our own
   * code between is the host's at work, for a script that prints or calls the program.
   */
  isCalledByScript(callee: (...args: never) => unknown): boolean {
    if (this.#scripts.length === 0) return false;
    const frames = framesBelow(callee, 12);
    let between = 0;
    for (let index = 0; index < frames.length; index++) {
      const frame = frames[index] ?? '';
      if (!positionIn(frame)) continue;
      if (!isOurs(frame)) return this.place(frame) !== null;
      if (++between > watcherFrames) return false;
    }
    return false;
  }

  /** The innermost place in a script that a stack mentions. */
  place(stack: string): ScriptPlace | null {
    const frames = splitText(stack, '\n');
    for (let index = 0; index < frames.length; index++) {
      const frame = frames[index] ?? '';
      const position = positionIn(frame);
      const script = position && this.#scriptOf(frame);
      if (!script) continue;
      const line = toNumber(position[1]);
      if (script.find) {
        const found = script.find(line, toNumber(position[2]));
        if (found) return found;
        continue;
      }
      const column = max(1, toNumber(position[2]) - (line === 1 ? script.prefixLength : 0));
      return { path: script.path, line, column: script.places?.column(line, column) ?? column };
    }
    return null;
  }

  /** The last of those that a frame names. */
  #scriptOf(frame: string): Script | null {
    for (let index = this.#scripts.length - 1; index >= 0; index--) {
      const script = this.#scripts[index];
      if (script && indexInText(frame, `${script.address}:`) >= 0) return script;
    }
    return null;
  }
}

const positionIn = (frame = ''): RegExpExecArray | null => matchText(framePosition, trimText(frame));

/** Frames of `ScriptCopies` between a script and a method that it watches. */
const watcherFrames = 4;

interface V8Error {
  captureStackTrace?(target: object, hideAbove: (...args: never) => unknown): void;
  stackTraceLimit?: number;
}

// The realm's own, before a script may replace them.
const Failure = Error;
const toNumber = Number;
const errors = Failure as unknown as V8Error;
const { captureStackTrace } = errors;
if ((errors.stackTraceLimit ?? 0) < 50) errors.stackTraceLimit = 50; // V8 keeps ten, C++ on the way may be deeper
const nativeFrame = /\(?(<anonymous>|\[native code\])\)?$/;

function currentStack(): string {
  return new Failure('stack').stack ?? '';
}

/** The file of this code, and its folder where it is not bundled into one file. */
const ourFile = /([^\s()@]+):\d+:\d+\)?$/m.exec(currentStack())?.[1] ?? '';
const ourFolder = /^(.*\/)script-stack\.ts/.exec(ourFile)?.[1] ?? ourFile;
const isOurs = (frame: string): boolean => ourFile !== '' && indexInText(frame, ourFolder) >= 0;

function framesBelow(callee: (...args: never) => unknown, most = 4): readonly string[] {
  if (captureStackTrace) {
    const holder: { stack?: string } = {};
    const limit = errors.stackTraceLimit;
    errors.stackTraceLimit = most; // the caller, and the built-in functions between
    apply(captureStackTrace, Failure, [holder, callee]);
    errors.stackTraceLimit = limit ?? 10;
    return splitText(holder.stack ?? '', '\n'); // V8 begins with a line without a position
  }
  // Elsewhere: our own code is one file, so the first frames are those with the same address as this one.
  const frames = splitText(currentStack(), '\n');
  const below = bareList<string>();
  for (let index = 0; index < frames.length; index++) {
    const frame = frames[index] ?? '';
    if (frame === '' || matchText(nativeFrame, frame)) continue;
    if (below.length > 0 || indexInText(frame, ourFile) < 0) below[below.length] = frame;
  }
  return below;
}
