/** A piece of a sentence: words, or code that is set as such. */
export type PhrasePart = string | { readonly code: string };

/** Words with code among them. */
export type Phrase = readonly PhrasePart[];

export const code = (text: string): PhrasePart => ({ code: text });

/** A template of words: what stands in it may be words, numbers, code, or a phrase. */
export function phrase(words: TemplateStringsArray, ...pieces: readonly (PhrasePart | Phrase | number)[]): Phrase {
  return words.flatMap((word, index) => {
    const piece = pieces[index] ?? '';
    const parts = Array.isArray(piece) ? (piece as Phrase) : [typeof piece === 'number' ? String(piece) : piece];
    return [word, ...(parts as Phrase)].filter((part) => part !== '');
  });
}

/** Phrases one after the other, with words between. */
export function joined(phrases: readonly Phrase[], between: string): Phrase {
  return phrases.flatMap((each, index) => (index === 0 ? each : [between, ...each]));
}

/** A phrase for those who listen, and for terminals. */
export function plainText(from: Phrase): string {
  return from.map((part) => (typeof part === 'string' ? part : part.code)).join('');
}
