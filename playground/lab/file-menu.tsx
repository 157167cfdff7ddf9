import { Ellipsis } from 'lucide-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import type { SourceFile } from '../compiler/compilation.ts';
import { allFiles } from '../files/project.ts';
import { isScript } from '../lesson/file-names.ts';
import { FileNameForm } from './file-name-form.tsx';
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
  const [open, setOpen] = useState<'no' | 'actions' | 'name'>('no');
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  const { path } = file;
  const close = () => {
    setOpen('no');
    opener.current?.focus();
  };
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
    // Not disabled: what one has just pressed would lose the focus.
    <button type="button" className="button" aria-disabled={!isPossible} onClick={() => isPossible && act()}>
      {label}
    </button>
  );
  return (
    <>
      <button
        type="button"
        ref={opener}
        className="icon-button"
        aria-label={`Change ${path}`}
        aria-expanded={open !== 'no'}
        aria-controls={id}
        onClick={() => setOpen(open === 'no' ? 'actions' : 'no')}
      >
        <Ellipsis aria-hidden="true" />
      </button>
      {open === 'actions' && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from whichever button has the focus
        <div className="file-menu" id={id} onKeyDown={({ key }) => key === 'Escape' && close()}>
          {action('Rename', () => setOpen('name'))}
          {action('Move left', () => lab.moveFile(path, -1), at > 0)}
          {action('Move right', () => lab.moveFile(path, 1), at < alike.length - 1)}
          {original && action(`Reset ${path}`, () => lab.resetFile(path), original.text !== file.text)}
          {/* The last of its kind stays: there is nothing to run without it, and no place for a cursor. */}
          {alike.length > 1 && action(`Remove ${path}`, remove)}
        </div>
      )}
      {open === 'name' && (
        <FileNameForm
          verb="Rename"
          name={path}
          taken={allFiles(lab.state)
            .map((other) => other.path)
            .filter((other) => other !== path)}
          problemOf={(name) => kindProblem(path, name)}
          onName={(name) => {
            close();
            if (name === path) return;
            lab.renameFile(path, name);
            onRenamed(name);
          }}
          onLeave={close}
        />
      )}
    </>
  );
}

function kindProblem(path: string, name: string): string | null {
  if (isScript(path) === isScript(name)) return null;
  return isScript(path)
    ? 'JavaScript stays JavaScript: its name ends in .js.'
    : 'C and C++ stay what they are: add a new file for JavaScript.';
}
