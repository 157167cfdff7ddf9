import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/languages/definitions/cpp/register';
import 'monaco-editor/languages/definitions/javascript/register';
import type { Diagnostic } from '../compiler/compilation.ts';

/** One mounted editor. Its text is the file's; setting the same text does nothing. */
export interface MountedEditor {
  setText(text: string): void;
  setMarkers(diagnostics: readonly Diagnostic[]): void;
  focus(): void;
  dispose(): void;
}

interface EditorOptions {
  readonly path: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

const severities = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  note: monaco.MarkerSeverity.Info,
};

// The stock themes' comments, line numbers and types are too faint for small text (WCAG 2.2, 1.4.3).
const readable = (comment: string, type: string) => [
  { token: 'comment', foreground: comment },
  { token: 'type', foreground: type },
];
monaco.editor.defineTheme('pagewise-light', {
  base: 'vs',
  inherit: true,
  rules: readable('3d6b3d', '1f6f78'),
  colors: { 'editor.background': '#ffffff', 'editorLineNumber.foreground': '#535b65' },
});
monaco.editor.defineTheme('pagewise-dark', {
  base: 'vs-dark',
  inherit: true,
  rules: readable('8fc98f', '7fd0c0'),
  colors: { 'editor.background': '#14171a', 'editorLineNumber.foreground': '#a7b0b9' },
});

export function mountEditor(host: HTMLElement, { path, text, onChange }: EditorOptions): MountedEditor {
  const model = monaco.editor.createModel(text, languageOf(path));
  const isDark = getComputedStyle(document.documentElement).colorScheme === 'dark';
  const editor = monaco.editor.create(host, {
    model,
    theme: isDark ? 'pagewise-dark' : 'pagewise-light',
    automaticLayout: true,
    renderFinalNewline: 'on',
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    fontFamily: getComputedStyle(host).getPropertyValue('--code-face'),
    fontSize: 13,
    tabSize: 2,
    ariaLabel: `Code of ${path}. Press Control+M to move focus with Tab.`,
  });
  const listener = model.onDidChangeContent(() => onChange(model.getValue()));
  return {
    setText(next) {
      if (model.getValue() !== next) model.setValue(next);
    },
    setMarkers(diagnostics) {
      const markers = diagnostics.map(({ severity, line, column, message }) => ({
        severity: severities[severity],
        startLineNumber: line,
        startColumn: column,
        endLineNumber: line,
        endColumn:
          model.getWordAtPosition({ lineNumber: Math.min(line, model.getLineCount()), column })?.endColumn ??
          column + 1,
        message,
      }));
      monaco.editor.setModelMarkers(model, 'compiler', markers);
    },
    focus: () => editor.focus(),
    dispose() {
      listener.dispose();
      editor.dispose();
      model.dispose();
    },
  };
}

function languageOf(path: string): string {
  return /\.m?js$/.test(path) ? 'javascript' : 'cpp';
}
