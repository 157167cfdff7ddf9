import { type ReactNode, useRef } from 'react';
import type { SourceFile } from '../compiler/compilation.ts';
import { allFiles } from '../files/project.ts';
import { isScript } from '../lesson/file-names.ts';
import { ActionButton } from '../panels/action-button.tsx';
import { FileActionsButton } from './file-actions-button.tsx';
import type { Lab } from './use-lab.ts';

interface FileMenuProps {
  readonly lab: Lab;
  readonly file: SourceFile;
  /** The files among which it stands, in their order. */
  readonly files: readonly SourceFile[];
  readonly originals: readonly SourceFile[];
  readonly onRenamed: (path: string) => void;
}

/** A button that opens what can be done with one file: rename, move, reset, remove. */
export function FileMenu({ lab, file, files, originals, onRenamed }: FileMenuProps) {
  const opener = useRef<HTMLButtonElement>(null);
  const { path } = file;
  const remove = () => {
    const tabs = opener.current?.closest('.tabs');
    lab.removeFile(path);
    // This menu goes with its file: the focus moves on to the file that is shown then.
    requestAnimationFrame(() => tabs?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus());
  };
  const alike = files.filter((other) => isScript(other.path) === isScript(path));
  const at = alike.findIndex((other) => other.path === path);
  const original = originals.find((other) => other.path === path);
  const action = (label: string, act: () => void, isPossible = true): ReactNode => (
    <ActionButton isOff={!isPossible} onPress={act}>
      {label}
    </ActionButton>
  );
  return (
    <FileActionsButton
      path={path}
      opener={opener}
      taken={allFiles(lab.state)
        .map((other) => other.path)
        .filter((other) => other !== path)}
      problemOf={(name) => kindProblem(path, name)}
      onRename={(name) => {
        lab.renameFile(path, name);
        onRenamed(name);
      }}
    >
      {action('Move left', () => lab.moveFile(path, -1), at > 0)}
      {action('Move right', () => lab.moveFile(path, 1), at < alike.length - 1)}
      {original && action(`Reset ${path}`, () => lab.resetFile(path), original.text !== file.text)}
      {/* The last of its kind stays: there is nothing to run without it, and no place for a cursor. */}
      {alike.length > 1 && action(`Remove ${path}`, remove)}
    </FileActionsButton>
  );
}

function kindProblem(path: string, name: string): string | null {
  if (isScript(path) === isScript(name)) return null;
  return isScript(path)
    ? 'JavaScript stays JavaScript: its name ends in .js.'
    : 'A file that is compiled cannot become JavaScript. Add a JavaScript file instead.';
}
