declare module 'nspell' {
  /** A Hunspell dictionary, read. */
  export interface Speller {
    correct(word: string): boolean;
    suggest(word: string): readonly string[];
    add(word: string): Speller;
  }
  /** Reads the affixes and the words of a Hunspell dictionary. */
  export default function nspell(aff: Uint8Array, dic: Uint8Array): Speller;
}
