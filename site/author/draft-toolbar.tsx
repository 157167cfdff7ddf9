import { Download, FilePlus2, FolderOpen, ImagePlus, Undo2 } from 'lucide-react';
import { useId } from 'react';
import { chosenFiles, type DroppedFile } from '../../playground/lab/dropped-files.ts';
import { DropPlace } from '../../playground/lab/files/drop-place.tsx';
import { canPickFolder, pickFolder } from '../../playground/lab/files/folder-files.ts';
import { incomingFiles, nameOf } from '../../playground/lab/files/open-files.ts';
import { ActionButton } from '../../playground/panels/action-button.tsx';
import { counted } from '../../playground/view-model/hexadecimal.ts';
import { lessonLimits } from '../build/lesson-limits.ts';
import { type Example, examples } from '../build/reference/examples.ts';
import { type Draft, type DraftEvent, folderNameProblem, isPictureName } from './draft.ts';
import { FileButton } from './file-button.tsx';
import { openLesson } from './open-lesson.ts';
import { SnippetMenu } from './snippet-menu.tsx';
import { template } from './use-draft.ts';
import { zipLesson } from './zip-lesson.ts';

/** What was done, or why it was not. */
export interface Notice {
  readonly kind: 'done' | 'problem';
  readonly text: string;
}

interface DraftToolbarProps {
  readonly draft: Draft;
  readonly isKept: boolean;
  readonly change: (event: DraftEvent) => void;
  /** Whether the ways in and out are shown. */
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly notice: Notice | null;
  readonly onNotice: (notice: Notice | null) => void;
  readonly onInsert: (snippet: Example) => void;
  /** Shows a file in the editor. */
  readonly onShow: (path: string) => void;
}

/** The lesson as a whole: its folder's name, blocks to insert, and the ways in and out. */
export function DraftToolbar({
  draft,
  isKept,
  change,
  isOpen,
  onOpen,
  notice,
  onNotice,
  onInsert,
  onShow,
}: DraftToolbarProps) {
  const nameId = useId();
  const problem = (text: string) => onNotice({ kind: 'problem', text });
  const nameProblem = folderNameProblem(draft.name);
  const open = async (wanted: Promise<readonly DroppedFile[] | null>) => {
    onNotice(null);
    try {
      const all = await wanted;
      if (!all) return;
      const incoming = await incomingFiles(all);
      const opened = incoming.ok ? await openLesson(incoming.files, nameOf(all)) : incoming;
      if (!opened.ok) return problem(opened.problem);
      change({ kind: 'replaced', folder: opened.folder, what: `${nameOf(all)} opened` });
      onShow('lesson.md');
      const left = opened.leftOut === 0 ? '' : ` ${counted(opened.leftOut, 'other file')} left out.`;
      onNotice({ kind: 'done', text: `${nameOf(all)} is open.${left} Undo brings back what you had.` });
    } catch {
      problem('It could not be read. Choose it again.');
    }
  };
  const addPicture = async ([picture]: readonly File[]) => {
    if (!picture) return;
    if (!isPictureName(picture.name)) return problem('A picture’s name ends in .svg, .png, .jpg, .webp or .avif.');
    if (picture.size > lessonLimits.pictureBytes) return problem('The picture is too large to be kept here.');
    change({ kind: 'added', file: { path: picture.name, bytes: new Uint8Array(await picture.arrayBuffer()) } });
    onShow(picture.name);
  };
  const beginAnew = () => {
    change({ kind: 'replaced', folder: template, what: 'a new lesson begun' });
    onShow('lesson.md');
    onNotice({ kind: 'done', text: 'A new lesson. Undo brings back the one you had.' });
  };
  const download = () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([zipLesson(draft)], { type: 'application/zip' }));
    link.download = `${draft.name}.zip`;
    link.click();
    URL.revokeObjectURL(link.href);
    onNotice({
      kind: 'done',
      text: `${draft.name}.zip is downloaded. Unpack it into a part of the course: lessons/NN-part/${draft.name}/.`,
    });
  };
  const words = notice?.text ?? (isKept ? '' : 'This browser keeps nothing: download the lesson before you leave.');
  return (
    <div className="author-toolbar">
      <SnippetMenu snippets={examples} onInsert={onInsert} />
      <button
        type="button"
        className="button"
        aria-expanded={isOpen}
        aria-controls={`${nameId}-files`}
        onClick={() => onOpen(!isOpen)}
      >
        Open and download
      </button>
      {draft.aside && (
        <button
          type="button"
          className="button"
          onClick={() => {
            onNotice(null);
            change({ kind: 'undone' });
          }}
        >
          <Undo2 aria-hidden="true" /> Undo: {draft.aside.what}
        </button>
      )}
      <div className="author-files" id={`${nameId}-files`} hidden={!isOpen}>
        <label htmlFor={nameId}>Name of its folder</label>
        <input
          id={nameId}
          value={draft.name}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={nameProblem !== null}
          aria-describedby={`${nameId}-problem`}
          onChange={(event) => change({ kind: 'named', name: event.target.value })}
        />
        <ActionButton isOff={nameProblem !== null} onPress={download}>
          <Download aria-hidden="true" /> Download as a zip
        </ActionButton>
        <FileButton accept=".zip,.md" onFiles={(files) => void open(Promise.resolve(chosenFiles(files)))}>
          <FolderOpen aria-hidden="true" /> Open a zip or a file
        </FileButton>
        {canPickFolder() && (
          <button type="button" className="button" onClick={() => void open(pickFolder())}>
            <FolderOpen aria-hidden="true" /> Open a folder
          </button>
        )}
        <FileButton accept=".svg,.png,.jpg,.webp,.avif" onFiles={(files) => void addPicture(files)}>
          <ImagePlus aria-hidden="true" /> Add a picture
        </FileButton>
        <button type="button" className="button" onClick={beginAnew}>
          <FilePlus2 aria-hidden="true" /> New lesson
        </button>
        <p id={`${nameId}-problem`} className="author-notice" role="alert">
          {nameProblem}
        </p>
      </div>
      <p className="author-notice" role={notice?.kind === 'problem' ? 'alert' : 'status'}>
        {words}
      </p>
      <DropPlace
        words="Drop a lesson: its folder, a zip, or lesson.md"
        onDrop={({ files }) => void open(Promise.resolve(files))}
      />
    </div>
  );
}
