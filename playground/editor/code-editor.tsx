import { useEffect, useRef, useState } from 'react';
import type { Diagnostic, SourceFile } from '../compiler/compilation.ts';
import type { LeftEditors } from './left-editors.ts';
import type { MarkedLine } from './line-marks.ts';
import type { MountedEditor } from './monaco.ts';
import './code-editor.css';

interface CodeEditorProps {
  readonly file: SourceFile;
  readonly diagnostics: readonly Diagnostic[];
  readonly isReadOnly?: boolean;
  /** The number beside a row, which is counted from 1; as the rows are counted unless given. */
  readonly lineNumbers?: (row: number) => string;
  /** Where the cursor was asked to go last; `request` rises with each request. */
  readonly place?: { readonly line: number; readonly column: number; readonly request: number } | null;
  /** What editors of these files left when they went out of sight; this one goes on from there. */
  readonly left?: LeftEditors;
  /** What is to be put below the cursor; `onInserted` tells that it was. */
  readonly insertion?: string | null;
  readonly onInserted?: () => void;
  /** Where a recorded run stands in this file. */
  readonly current: MarkedLine | null;
  /** Lines with a stop. */
  readonly breakpoints?: readonly number[];
  readonly onChange?: (text: string) => void;
  readonly onToggleBreakpoint?: (line: number) => void;
  readonly onBreakpointsMoved?: (lines: readonly number[]) => void;
}

/** Monaco, once it has arrived. */
let arrived: typeof import('./monaco.ts').mountEditor | null = null;

/**
 * An editor of one file. It is a plain text field at once, and Monaco as soon as that has arrived; what was typed
 * meanwhile carries over.
 */
export function CodeEditor(props: CodeEditorProps) {
  const {
    file,
    diagnostics,
    isReadOnly = false,
    lineNumbers,
    place,
    insertion,
    current,
    breakpoints = [],
    onChange,
  } = props;
  const host = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const editor = useRef<MountedEditor | null>(null);
  const [isMounted, setMounted] = useState(false);
  const [leavesWithTab, setLeavesWithTab] = useState(false);
  const latest = useRef(props);
  latest.current = props;
  // What the editor told and `file` does not yet show. Somebody who types fast is ahead of the page.
  const told = useRef<string[]>([]);

  useEffect(() => {
    let isWanted = true;
    const mount = (mountEditor: typeof arrived & {}) => {
      if (!isWanted || !host.current) return;
      const hadFocus = document.activeElement === field.current;
      // In sight before it measures itself: made while hidden, it lays its gutter and its text out at different times.
      host.current.hidden = false;
      if (field.current) field.current.hidden = true;
      const { path, text } = latest.current.file;
      const before = latest.current.left?.get(path);
      const tell = (next: string): void => {
        told.current.push(next);
        latest.current.onChange?.(next);
      };
      editor.current = mountEditor(host.current, {
        path,
        text,
        view: before?.text === text ? before.view : null,
        isReadOnly,
        ...(lineNumbers && { lineNumbers }),
        onChange: tell,
        onTabMode: setLeavesWithTab,
        onToggleBreakpoint: (line) => latest.current.onToggleBreakpoint?.(line),
        onBreakpointsMoved: (lines) => latest.current.onBreakpointsMoved?.(lines),
      });
      setMounted(true);
      if (hadFocus) editor.current.focus();
    };
    // Once it has arrived, another file's editor is there at once: nothing flickers, and no key goes astray.
    if (arrived) mount(arrived);
    else
      void import('./monaco.ts').then(({ mountEditor }) => {
        arrived = mountEditor;
        mount(mountEditor);
      });
    return () => {
      isWanted = false;
      const { path, text } = latest.current.file;
      const view = editor.current?.dispose();
      if (view) latest.current.left?.set(path, { text, view, request: latest.current.place?.request ?? 0 });
      editor.current = null;
    };
  }, []);
  useEffect(() => {
    const index = told.current.indexOf(file.text);
    if (index === -1) editor.current?.setText(file.text);
    else told.current.splice(0, index + 1);
  }, [file.text]);
  // Markers are set again when the editor arrives.
  useEffect(() => editor.current?.setMarkers(diagnostics), [diagnostics, isMounted]);
  // Goes there once it is asked and once the editor arrives: not again where an earlier editor of the file has been there.
  useEffect(() => {
    const isNew = place && place.request > (latest.current.left?.get(file.path)?.request ?? 0);
    if (isNew) editor.current?.goTo(place.line, place.column);
  }, [place?.request, isMounted]);
  useEffect(() => {
    if (!insertion || !editor.current) return;
    editor.current.insert(insertion);
    latest.current.onInserted?.();
  }, [insertion, isMounted]);
  useEffect(() => editor.current?.setCurrent(current), [current?.line, current?.kind, isMounted]);
  useEffect(() => editor.current?.setBreakpoints(breakpoints), [breakpoints.join(), isMounted]);

  return (
    <div className="code-editor" data-state={isMounted ? 'rich' : 'plain'}>
      {!isMounted && (
        <textarea
          ref={field}
          aria-label={`Code of ${file.path}`}
          value={file.text}
          readOnly={isReadOnly}
          spellCheck={false}
          onChange={(event) => onChange?.(event.target.value)}
        />
      )}
      <div ref={host} className="code-host" hidden={!isMounted} />
      {!isMounted && current && (
        <p className="code-current">
          {current.kind === 'next' ? 'Next' : 'Called from'}: line {current.line}
        </p>
      )}
      {isMounted && (
        <p className="code-hint" aria-live="polite">
          {leavesWithTab ? 'Tab leaves the editor. Ctrl+M: Tab indents' : 'Ctrl+M: Tab leaves the editor'}
        </p>
      )}
    </div>
  );
}
