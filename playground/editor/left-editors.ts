import type { editor } from 'monaco-editor/editor';

/** What an editor left when its file went out of sight. */
export interface LeftEditor {
  readonly text: string;
  readonly view: editor.ICodeEditorViewState;
  /** The last place that it was asked to go to; 0 for none. */
  readonly request: number;
}

/** By the path of the file. */
export type LeftEditors = Map<string, LeftEditor>;
