import type { CodePlace } from '../trace/memory-state.ts';
import type { ProgramScript } from './host/program-scripts.ts';

interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** A text without what the preprocessor changes, and where each of its characters stood. */
interface Condensed {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** Comments, joined lines and blanks of C; strings first, as those may hold what looks like a comment. */
const inC = /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|\/\*[\s\S]*?\*\/|\/\/[^\n]*|\\\r?\n|\s+/g;
/** The preprocessor has taken the comments away, and made one blank of many. */
const inModule = /()\s+/g;

/** Finds the JavaScript that stands in C and C++ files there, by its text. */
export class BodyPlaces {
  readonly #files: readonly (Condensed & SourceText & { readonly source: string })[];
  /** After the `EM_ASM` that was found last: equal ones come in their order. */
  #last = { file: 0, at: 0 };

  constructor(files: readonly SourceText[]) {
    this.#files = files.map(({ path, text }) => ({ path, source: text, ...condensed(text, inC) }));
  }

  /** Tells the places of offsets in a script's source; null where its text is not in a file as it is in the module. */
  find(script: ProgramScript): ((offset: number) => CodePlace) | null {
    const body = condensed(script.body, inModule);
    const found = script.name === null ? this.#constant(body.text) : this.#function(script, body.text);
    const file = found && this.#files[found.file];
    if (!file) return null;
    return (offset) => {
      const before = countBelow(body.offsets, Math.max(0, offset - script.bodyAt));
      const at = file.offsets[Math.min(found.at + before, file.offsets.length - 1)] ?? 0;
      const lineStart = file.source.lastIndexOf('\n', at - 1) + 1;
      return { path: file.path, line: file.source.slice(0, at).split('\n').length, column: at - lineStart + 1 };
    };
  }

  #function({ name, parameters }: ProgramScript, body: string) {
    const before = `,${name},${condensed(parameters, inModule).text},`;
    for (const [file, { text }] of this.#files.entries()) {
      const at = text.indexOf(before + body);
      if (at >= 0 && /EM_JS\([^;{}]*$/.test(text.slice(0, at))) return { file, at: at + before.length };
    }
    return null;
  }

  #constant(body: string) {
    const [first, from] = [this.#last.file, this.#last.at];
    const starts = [{ file: first, from }, ...this.#files.map((_, file) => ({ file, from: 0 }))];
    for (const { file, from } of starts) {
      const text = this.#files[file]?.text ?? '';
      for (let at = text.indexOf(body, from); at >= 0; at = text.indexOf(body, at + 1)) {
        if (!/EM_ASM\w*\($/.test(text.slice(Math.max(0, at - 40), at))) continue;
        this.#last = { file, at: at + body.length };
        return { file, at };
      }
    }
    return null;
  }
}

function condensed(text: string, left: RegExp): Condensed {
  const offsets: number[] = [];
  const parts: string[] = [];
  const keep = (start: number, end: number) => {
    for (let at = start; at < end; at++) {
      if (/\s/.test(text[at] ?? '')) continue;
      parts.push(text[at] ?? '');
      offsets.push(at);
    }
  };
  let from = 0;
  for (const match of text.matchAll(left)) {
    if (match[1]) continue;
    keep(from, match.index);
    from = match.index + match[0].length;
  }
  keep(from, text.length);
  return { text: parts.join(''), offsets };
}

/** How many numbers of an ascending list are below this. */
function countBelow(list: readonly number[], limit: number): number {
  const index = list.findIndex((each) => each >= limit);
  return index < 0 ? list.length : index;
}
