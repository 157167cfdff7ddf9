import { Ellipsis } from 'lucide-react';
import { type ReactNode, type RefObject, useId, useState } from 'react';
import { FileNameForm, type FileNameFormProps } from './file-name-form.tsx';

interface FileActionsButtonProps extends Pick<FileNameFormProps, 'taken' | 'nameProblem' | 'problemOf'> {
  readonly path: string;
  /** The button, which has the focus again when what it opened is closed. */
  readonly opener: RefObject<HTMLButtonElement | null>;
  readonly onRename: (name: string) => void;
  /** What can be done beside renaming. */
  readonly children: ReactNode;
}

/** A button that opens what can be done with one file: rename it, and what else there is. Escape closes it. */
export function FileActionsButton({ path, opener, onRename, children, ...naming }: FileActionsButtonProps) {
  const [open, setOpen] = useState<'no' | 'actions' | 'name'>('no');
  const id = useId();
  const close = () => {
    setOpen('no');
    opener.current?.focus();
  };
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
          <button type="button" className="button" onClick={() => setOpen('name')}>
            Rename
          </button>
          {children}
        </div>
      )}
      {open === 'name' && (
        <FileNameForm
          verb="Rename"
          name={path}
          {...naming}
          onName={(name) => {
            close();
            if (name !== path) onRename(name);
          }}
          onLeave={close}
        />
      )}
    </>
  );
}
