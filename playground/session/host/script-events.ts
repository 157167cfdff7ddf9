import type { ScriptPart } from '../../trace/script-log.ts';
import type { WithBuiltIns } from './built-ins.ts';
import { bareList, mapGet, mapSet } from './intrinsics.ts';

// The realm's own, before a script may replace them.
const Words = Uint32Array;

/** Words and characters of one run that are kept; a script that tells more is told without values. */
const mostWords = 24_000_000;
const mostCharacters = 16_000_000;

/** Collects what an instrumented script tells, and passes it on now and then. */
export class ScriptEvents {
  /** What it passes parts on with. */
  withBuiltIns: WithBuiltIns = (run) => run();
  #words = new Words(4_096);
  #used = 0;
  #texts = bareList<string>();
  readonly #numbers = new Map<string, number>();
  #textCount = 0;
  #allWords = 0;
  #allCharacters = 0;

  constructor(readonly post: (part: ScriptPart) => void) {}

  /** Whether there is room for more. */
  get isOpen(): boolean {
    return this.#allWords < mostWords && this.#allCharacters < mostCharacters;
  }

  /** Whether there is nothing to pass on. */
  get isEmpty(): boolean {
    return this.#used === 0;
  }

  add(event: readonly number[]): void {
    if (this.#used + event.length > this.#words.length) this.#grow();
    for (let index = 0; index < event.length; index++) this.#words[this.#used++] = event[index] ?? 0;
    this.#allWords += event.length;
  }

  /** The number of a text. */
  text(text: string): number {
    const known = mapGet(this.#numbers, text) as number | undefined;
    if (known !== undefined) return known;
    const number = this.#textCount++;
    mapSet(this.#numbers, text, number);
    this.#texts[this.#texts.length] = text;
    this.#allCharacters += text.length;
    return number;
  }

  /** Passes on what there is. */
  take(): void {
    if (this.#used === 0) return;
    const words = copied(this.#words, this.#used, this.#used);
    const texts = this.#texts;
    this.#used = 0;
    this.#texts = bareList();
    this.withBuiltIns(() => this.post({ words, texts }));
  }

  #grow(): void {
    if (this.#words.length >= 262_144) this.take();
    else this.#words = copied(this.#words, this.#used, this.#words.length * 2);
  }
}

function copied(words: Uint32Array, count: number, length: number): Uint32Array<ArrayBuffer> {
  const copy = new Words(length);
  for (let index = 0; index < count; index++) copy[index] = words[index] ?? 0;
  return copy;
}
