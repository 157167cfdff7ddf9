import type { Element } from 'hast';
import { createHighlighterCore, type HighlighterCore } from 'shiki/core';
import { createOnigurumaEngine } from 'shiki/engine/oniguruma';
import c from 'shiki/langs/c.mjs';
import cpp from 'shiki/langs/cpp.mjs';
import javascript from 'shiki/langs/javascript.mjs';
import wasm from 'shiki/langs/wasm.mjs';
import dark from 'shiki/themes/github-dark-high-contrast.mjs';
import light from 'shiki/themes/github-light-high-contrast.mjs';

const languages: Record<string, 'c' | 'cpp' | 'javascript' | 'wasm' | 'text'> = {
  c: 'c',
  h: 'cpp',
  cpp: 'cpp',
  'c++': 'cpp',
  cc: 'cpp',
  hpp: 'cpp',
  js: 'javascript',
  javascript: 'javascript',
  // Its grammar knows types too, and JSON is a literal of it.
  ts: 'javascript',
  json: 'javascript',
  wat: 'wasm',
  text: 'text',
  sh: 'text',
};

/** Names of languages that a code block may have; others are written `text`. */
export const knownLanguages = Object.keys(languages);

let started: Promise<HighlighterCore> | null = null;

/** Code as coloured elements. Colours are style properties, so that both themes share one page. */
export type Highlight = (code: string, language: string) => Element;

/** Code without colours, for who only wants to know whether a lesson is right: the grammar of C++ takes longer than its compiler. */
export const plainHighlight: Highlight = (code) => ({
  type: 'element',
  tagName: 'pre',
  properties: { className: ['code'] },
  children: [{ type: 'text', value: code }],
});

/** Loads the grammars, once. */
export async function createHighlight(): Promise<Highlight> {
  started ??= createHighlighterCore({
    themes: [light, dark],
    langs: [c, cpp, javascript, wasm],
    engine: createOnigurumaEngine(import('shiki/wasm')),
  });
  const highlighter = await started;
  return (code, language) => {
    const root = highlighter.codeToHast(code.replace(/\n$/, ''), {
      lang: languages[language] ?? 'text',
      themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
      defaultColor: false,
    });
    const pre = root.children.find((child) => child.type === 'element');
    if (!pre) throw new Error('the highlighter returned no element');
    // A long line scrolls: the keyboard must be able to reach it.
    pre.properties = { className: ['code'], tabIndex: 0 };
    return pre;
  };
}
