import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/languages/definitions/cpp/register';
import 'monaco-editor/languages/definitions/javascript/register';
import 'monaco-editor/languages/definitions/markdown/register';
import 'monaco-editor/languages/definitions/rust/register';
import type { Diagnostic } from '../compiler/compilation.ts';
import { addLineMarks, type LineMarks } from './line-marks.ts';
import { themeOfPage } from './theme.ts';
import { registerWat } from './wat-language.ts';

registerWat(monaco);

/** One mounted editor. */
export interface MountedEditor extends LineMarks {
  /** Replaces the text, without telling of a change. The same text changes nothing. */
  setText(text: string): void;
  setMarkers(diagnostics: readonly Diagnostic[]): void;
  /** Moves the cursor there, into view, and the focus with it. Line and column count from 1. */
  goTo(line: number, column: number): void;
  /** Puts text on lines of its own below the one with the cursor, and the focus before it. Undo takes it away. */
  insert(text: string): void;
  focus(): void;
  /** Ends the editor. Gives back where the cursor was, and what was in view. */
  dispose(): monaco.editor.ICodeEditorViewState | null;
}

interface EditorOptions {
  readonly path: string;
  readonly text: string;
  /** Where the cursor is to be, and what in view: as `dispose` gave it for the same text. */
  readonly view: monaco.editor.ICodeEditorViewState | null;
  readonly isReadOnly: boolean;
  readonly lineNumbers?: (row: number) => string;
  readonly onChange: (text: string) => void;
  /** Whether Tab leaves the editor now. */
  readonly onTabMode: (leaves: boolean) => void;
  readonly onToggleBreakpoint: (line: number) => void;
  readonly onBreakpointsMoved: (lines: readonly number[]) => void;
}

const severities = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  note: monaco.MarkerSeverity.Info,
};

export function mountEditor(host: HTMLElement, options: EditorOptions): MountedEditor {
  const { path, text, view, isReadOnly, lineNumbers = 'on', onChange, onTabMode } = options;
  const model = monaco.editor.createModel(text, languageOf(path));
  const editor = monaco.editor.create(host, {
    model,
    readOnly: isReadOnly,
    lineNumbers,
    theme: themeOfPage(),
    automaticLayout: true,
    renderFinalNewline: 'on',
    minimap: { enabled: false },
    glyphMargin: true,
    lineNumbersMinChars: lineNumbers === 'on' ? 3 : 5,
    lineDecorationsWidth: 18,
    scrollBeyondLastLine: false,
    fontFamily: getComputedStyle(host).getPropertyValue('--code-face'),
    fontSize: 13,
    tabSize: 2,
    // Prose has long lines, code is not broken.
    wordWrap: path.endsWith('.md') ? 'on' : 'off',
    ariaLabel: `Code of ${path}. Press Control+M to leave the editor with Tab.`,
  });
  editor.restoreViewState(view);
  // Tab indents; without a way out the keyboard would be caught.
  let leavesWithTab = false;
  editor.onKeyDown((event) => {
    if (!event.ctrlKey || event.browserEvent.key.toLowerCase() !== 'm') return;
    event.preventDefault();
    leavesWithTab = !leavesWithTab;
    editor.updateOptions({ tabFocusMode: leavesWithTab });
    onTabMode(leavesWithTab);
  });
  const marks = addLineMarks(editor, model, {
    onToggle: options.onToggleBreakpoint,
    onMoved: options.onBreakpointsMoved,
  });
  let isTold = true;
  const listener = model.onDidChangeContent(() => isTold && onChange(model.getValue()));
  return {
    ...marks,
    setText(next) {
      if (model.getValue() === next) return;
      isTold = false;
      model.setValue(next);
      isTold = true;
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
    goTo(lineNumber, column) {
      editor.setPosition({ lineNumber, column });
      editor.revealLineInCenterIfOutsideViewport(lineNumber);
      editor.focus();
    },
    insert(added) {
      const lineNumber = editor.getPosition()?.lineNumber ?? model.getLineCount();
      const column = model.getLineMaxColumn(lineNumber);
      const isBlank = model.getLineContent(lineNumber).trim() === '';
      const above = isBlank ? '' : '\n\n';
      const range = new monaco.Range(lineNumber, column, lineNumber, column);
      editor.pushUndoStop();
      editor.executeEdits('insert', [{ range, text: `${above}${added}\n` }]);
      editor.pushUndoStop();
      editor.setPosition({ lineNumber: lineNumber + (isBlank ? 0 : 2), column: 1 });
      editor.revealLineInCenterIfOutsideViewport(lineNumber + 2);
      editor.focus();
    },
    focus: () => editor.focus(),
    dispose() {
      const left = editor.saveViewState();
      listener.dispose();
      editor.dispose();
      model.dispose();
      return left;
    },
  };
}

function languageOf(path: string): string {
  if (/\.m?js$/.test(path)) return 'javascript';
  if (path.endsWith('.md')) return 'markdown';
  if (path.endsWith('.wat')) return 'wat';
  return path.endsWith('.rs') ? 'rust' : 'cpp';
}
