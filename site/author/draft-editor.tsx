import type { Diagnostic } from '../../playground/compiler/compilation.ts';
import { CodeEditor } from '../../playground/editor/code-editor.tsx';
import type { LeftEditors } from '../../playground/editor/left-editors.ts';
import { AddFile } from '../../playground/lab/add-file.tsx';
import { Tabs } from '../../playground/lab/tabs.tsx';
import type { AuthorError } from '../build/author-errors.ts';
import { type Draft, type DraftEvent, draftNameProblem, isText, lessonFile } from './draft.ts';
import { DraftFileMenu } from './draft-file-menu.tsx';

/** Where the cursor was asked to go last; `request` rises with each request. */
export interface EditorPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly request: number;
}

interface DraftEditorProps {
  readonly draft: Draft;
  /** Addresses of pictures, by name. */
  readonly pictures: Readonly<Record<string, string>>;
  readonly errors: readonly AuthorError[];
  readonly place: EditorPlace | null;
  /** The file in front. */
  readonly selected: string;
  readonly onSelect: (path: string) => void;
  /** What the editors of files left that are out of sight. */
  readonly left: LeftEditors;
  /** What is to be put into `lesson.md`. */
  readonly insertion: string | null;
  readonly onInserted: () => void;
  readonly change: (event: DraftEvent) => void;
  readonly onShow: (path: string) => void;
}

/** The files of the lesson's folder behind tabs, with what is wrong marked where it stands. */
export function DraftEditor({
  draft,
  pictures,
  errors,
  place,
  selected,
  onSelect,
  left,
  insertion,
  onInserted,
  change,
  onShow,
}: DraftEditorProps) {
  const file = draft.files.find(({ path }) => path === selected) ?? draft.files[0];
  if (!file) return null;
  const taken = draft.files.map(({ path }) => path);
  return (
    <Tabs
      label="Files of the lesson"
      tabs={draft.files.map(({ path }) => ({ id: path, title: path }))}
      selected={file.path}
      onSelect={onSelect}
      actions={
        <>
          <AddFile
            taken={taken}
            label="Add a file"
            example="hello/main.cpp"
            onAdd={(path) => {
              change({ kind: 'added', file: { path, text: '' } });
              onShow(path);
            }}
          />
          <DraftFileMenu
            key={file.path}
            path={file.path}
            problemOf={(name) =>
              draftNameProblem(
                name,
                taken.filter((path) => path !== file.path),
              )
            }
            onRename={(to) => {
              change({ kind: 'renamed', path: file.path, to });
              onShow(to);
            }}
            onRemove={() => {
              change({ kind: 'removed', path: file.path });
              onShow(lessonFile);
            }}
          />
        </>
      }
    >
      {isText(file) ? (
        <CodeEditor
          key={file.path}
          file={file}
          diagnostics={errors.filter((error) => error.file === file.path).map(diagnosticOf)}
          place={place?.path === file.path ? place : null}
          left={left}
          insertion={file.path === lessonFile ? insertion : null}
          onInserted={onInserted}
          current={null}
          onChange={(text) => change({ kind: 'edited', path: file.path, text })}
        />
      ) : (
        <figure className="author-picture">
          <img src={pictures[file.path]} alt={file.path} />
          <figcaption>
            {`Show it with ::figure{source="${file.path}" alt="…"}. It has ${file.bytes.length.toLocaleString('en')} bytes.`}
          </figcaption>
        </figure>
      )}
    </Tabs>
  );
}

const diagnosticOf = ({ file, line, column, message }: AuthorError): Diagnostic => ({
  severity: 'error',
  path: file,
  line,
  column,
  message,
});
