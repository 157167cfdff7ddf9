import { createContext, type ReactNode, useContext } from 'react';
import { english } from './english.ts';
import { type Words, wordsIn } from './words.ts';

const WordsContext = createContext<Words>(english);

interface WordsProviderProps {
  /** As in HTML: `de`. */
  readonly language: string;
  readonly children: ReactNode;
}

/** Has everything below speak a language. */
export function WordsProvider({ language, children }: WordsProviderProps) {
  return <WordsContext.Provider value={wordsIn(language)}>{children}</WordsContext.Provider>;
}

/** The words of the language that is spoken here. */
export const useWords = (): Words => useContext(WordsContext);
