import * as monaco from 'monaco-editor/editor';

// The stock themes' comments, line numbers, types and attributes are too faint for small text (WCAG 2.2, 1.4.3).
const readable = (comment: string, type: string, attribute: string) => [
  { token: 'comment', foreground: comment },
  { token: 'type', foreground: type },
  { token: 'annotation', foreground: attribute },
];
monaco.editor.defineTheme('pagewise-light', {
  base: 'vs',
  inherit: true,
  rules: readable('3d6b3d', '1f6f78', '535b65'),
  colors: { 'editor.background': '#ffffff', 'editorLineNumber.foreground': '#535b65' },
});
monaco.editor.defineTheme('pagewise-dark', {
  base: 'vs-dark',
  inherit: true,
  rules: readable('8fc98f', '7fd0c0', 'a7b0b9'),
  colors: { 'editor.background': '#14171a', 'editorLineNumber.foreground': '#a7b0b9' },
});

/** The editor's theme for the page's colour scheme as it is now. */
export function themeOfPage(): string {
  return getComputedStyle(document.documentElement).colorScheme === 'dark' ? 'pagewise-dark' : 'pagewise-light';
}

const follow = (): void => monaco.editor.setTheme(themeOfPage());
new MutationObserver(follow).observe(document.documentElement, { attributeFilter: ['data-theme'] });
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', follow);
