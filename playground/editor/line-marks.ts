import * as monaco from 'monaco-editor/editor';
import './line-marks.css';

/** The line that a recorded run stands at. */
export interface MarkedLine {
  readonly line: number;
  readonly kind: 'next' | 'called-from';
}

/** What stands in the gutter of one editor: the current line and the lines with a stop. */
export interface LineMarks {
  /** Scrolls the line into view. Null: the run stands in another file, or nowhere. */
  setCurrent(current: MarkedLine | null): void;
  setBreakpoints(lines: readonly number[]): void;
}

interface LineMarksOptions {
  /** A stop is wanted here, or no more. */
  readonly onToggle: (line: number) => void;
  /** The text was edited: stops stand at these lines now. */
  readonly onMoved: (lines: readonly number[]) => void;
}

const currentWords = { next: 'This line runs next', 'called-from': 'Called from here' };

/** Puts marks beside the lines of an editor. A click in the gutter, or F9, toggles a stop. */
export function addLineMarks(
  editor: monaco.editor.IStandaloneCodeEditor,
  model: monaco.editor.ITextModel,
  { onToggle, onMoved }: LineMarksOptions,
): LineMarks {
  const current = editor.createDecorationsCollection();
  const breakpoints = editor.createDecorationsCollection();
  const linesNow = (): number[] => breakpoints.getRanges().map(({ startLineNumber }) => startLineNumber);
  let known: readonly number[] = [];
  const range = (line: number) => new monaco.Range(line, 1, line, 1);
  editor.onMouseDown(({ target }) => {
    if (target.type === monaco.editor.MouseTargetType.GUTTER_GLYPH_MARGIN) onToggle(target.position.lineNumber);
  });
  editor.addAction({
    id: 'pagewise.toggle-stop',
    label: 'Set or remove a stop on this line',
    keybindings: [monaco.KeyCode.F9],
    run: () => onToggle(editor.getPosition()?.lineNumber ?? 1),
  });
  model.onDidChangeContent(({ isFlush }) => {
    // A text that was replaced as a whole has no lines that moved.
    if (isFlush) return setBreakpoints(known);
    const lines = linesNow();
    if (lines.join() === known.join()) return;
    known = lines;
    onMoved(lines);
  });
  const setBreakpoints = (lines: readonly number[]): void => {
    known = lines.filter((line) => line <= model.getLineCount());
    breakpoints.set(
      known.map((line) => ({
        range: range(line),
        options: {
          glyphMarginClassName: 'line-stop',
          glyphMarginHoverMessage: { value: 'Stop. Click to remove it.' },
          stickiness: monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
        },
      })),
    );
  };
  return {
    setBreakpoints,
    setCurrent(marked) {
      if (!marked || marked.line > model.getLineCount()) return current.clear();
      const { line, kind } = marked;
      current.set([
        {
          range: range(line),
          options: {
            isWholeLine: true,
            className: `line-${kind}`,
            linesDecorationsClassName: `line-arrow line-arrow-${kind}`,
            hoverMessage: { value: currentWords[kind] },
            overviewRuler: { color: '#0b5cad', position: monaco.editor.OverviewRulerLane.Full },
          },
        },
      ]);
      editor.revealLineInCenterIfOutsideViewport(line, monaco.editor.ScrollType.Immediate);
    },
  };
}
