import type * as monaco from 'monaco-editor/editor';

/** Colours for WebAssembly's text format: the editor has none of its own. */
const grammar: monaco.languages.IMonarchLanguage = {
  brackets: [{ open: '(', close: ')', token: 'delimiter.parenthesis' }],
  tokenizer: {
    root: [
      [/;;.*$/, 'comment'],
      [/\(;/, 'comment', '@comment'],
      [/[()]/, '@brackets'],
      [/"(?:[^"\\]|\\.)*"/, 'string'],
      [/\$[^\s()";]+/, 'variable'],
      [
        /[+-]?(?:0x[\da-fA-F_.]+(?:p[+-]?\d+)?|\d[\d_.]*(?:[eE][+-]?\d+)?|inf|nan(?::0x[\da-fA-F_]+)?)(?![\w.])/,
        'number',
      ],
      [/\b(?:i32|i64|f32|f64|v128|funcref|externref)\b(?!\.)/, 'type'],
      [/[a-z][\w.:]*/, 'keyword'],
    ],
    comment: [
      [/\(;/, 'comment', '@push'],
      [/;\)/, 'comment', '@pop'],
      [/./, 'comment'],
    ],
  },
};

/** Makes `wat` a language of the editor. */
export function registerWat({ languages }: Pick<typeof monaco, 'languages'>): void {
  languages.register({ id: 'wat' });
  languages.setMonarchTokensProvider('wat', grammar);
  languages.setLanguageConfiguration('wat', {
    comments: { lineComment: ';;', blockComment: ['(;', ';)'] },
    brackets: [['(', ')']],
    autoClosingPairs: [
      { open: '(', close: ')' },
      { open: '"', close: '"' },
    ],
  });
}
