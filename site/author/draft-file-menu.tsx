import { useRef } from 'react';
import { FileActionsButton } from '../../playground/lab/file-actions-button.tsx';
import { lessonFile } from './draft.ts';

interface DraftFileMenuProps {
  readonly path: string;
  /** What is wrong with a new name, in words. */
  readonly problemOf: (name: string) => string | null;
  readonly onRename: (name: string) => void;
  readonly onRemove: () => void;
}

/** What can be done with a file of the lesson. `lesson.md` keeps its name and its place. */
export function DraftFileMenu({ path, problemOf, onRename, onRemove }: DraftFileMenuProps) {
  const opener = useRef<HTMLButtonElement>(null);
  if (path === lessonFile) return null;
  return (
    <FileActionsButton path={path} opener={opener} taken={[]} nameProblem={problemOf} onRename={onRename}>
      <button type="button" className="button" onClick={onRemove}>
        Remove {path}
      </button>
    </FileActionsButton>
  );
}
