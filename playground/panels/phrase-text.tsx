import type { Phrase } from '../trace/phrase.ts';

/** A phrase, with its code set as code. */
export function PhraseText({ of }: { readonly of: Phrase }) {
  return of.map((part, index) => (typeof part === 'string' ? part : <code key={index}>{part.code}</code>));
}
