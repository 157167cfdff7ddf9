import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { linkFragment, longestLink, type SharedProgram } from '../../files/share-link.ts';
import { folderName, zipProject } from '../../files/zip-project.ts';
import { counted } from '../../view-model/hexadecimal.ts';
import { chosenFiles, type DroppedFile } from '../dropped-files.ts';
import { justProject } from '../lab-files.ts';
import type { Lab } from '../use-lab.ts';
import type { Drop } from './drop-place.tsx';
import { canPickFolder, pickFolder } from './folder-files.ts';
import { nameOf, openFiles } from './open-files.ts';
import './files-menu.css';

interface FilesMenuProps {
  readonly lab: Lab;
  readonly title: string;
  /** What a link made now shares. */
  readonly shared: () => SharedProgram;
  /** What was dropped for it last. */
  readonly drop: Drop | null;
}

/** What was done, or what is in the way. */
interface Notice {
  readonly kind: 'done' | 'problem';
  readonly text: string;
}

/** A program as a whole: share it by a link, download it, open another. */
export function FilesMenu({ lab, title, shared, drop }: FilesMenuProps) {
  const [isOpen, setOpen] = useState(false);
  const [notice, setNotice] = useState<Notice | null>(null);
  /** The address, where the browser does not let the page copy it. */
  const [address, setAddress] = useState<string | null>(null);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const problem = (text: string) => setNotice({ kind: 'problem', text });
  const take = async (wanted: Promise<readonly DroppedFile[] | null>) => {
    setNotice(null);
    setAddress(null);
    if (lab.state.activity !== 'idle') return problem('A program runs. Stop it first, then open the files.');
    try {
      const all = await wanted;
      if (!all) return;
      const opened = await openFiles(all);
      if (!opened.ok) return problem(opened.problem);
      const { project, leftOut } = opened;
      lab.replaceFiles(project, `${nameOf(all)} opened`);
      if (lab.state.module) lab.closeModule();
      const left = leftOut === 0 ? '' : ` ${counted(leftOut, 'other file')} left out.`;
      const many = counted(project.files.length + project.scripts.length, 'file');
      setNotice({ kind: 'done', text: `${nameOf(all)} is open: ${many}.${left} Undo brings back what you had.` });
    } catch {
      problem('It could not be read. Choose it again.');
    }
  };
  useEffect(() => {
    if (drop) void take(Promise.resolve(drop.files));
  }, [drop]);
  // What was said of files is over when they run.
  useEffect(() => {
    if (lab.state.activity === 'idle') return;
    setNotice(null);
    setAddress(null);
  }, [lab.state.activity]);
  const share = async () => {
    const fragment = linkFragment(shared());
    setAddress(null);
    if (fragment.length > longestLink) {
      const length = fragment.length.toLocaleString('en');
      return problem(
        `This program is too large for a link: it would have ${length} characters, and beyond ${longestLink.toLocaleString('en')} links get cut on their way. Download it as a zip instead.`,
      );
    }
    const link = location.href.replace(/#.*$/, '') + fragment;
    try {
      await navigator.clipboard.writeText(link);
      const length = link.length.toLocaleString('en');
      setNotice({
        kind: 'done',
        text: `Link copied, ${length} characters. The program is in the link itself; opening it runs nothing.`,
      });
    } catch {
      setAddress(link);
      problem('The browser does not let this page copy. Copy the link from here:');
    }
  };
  const chooser = (ref: typeof files, isFolder: boolean): ReactNode => (
    <input
      ref={ref}
      type="file"
      multiple
      hidden
      data-for={isFolder ? 'folder' : 'files'}
      {...(isFolder ? { webkitdirectory: '' } : {})}
      onChange={({ currentTarget }) => {
        void take(Promise.resolve(chosenFiles([...(currentTarget.files ?? [])])));
        currentTarget.value = ''; // the same may be chosen again
      }}
    />
  );
  const id = useId();
  const action = (label: string, act: () => void): ReactNode => (
    <button type="button" className="button" onClick={act}>
      {label}
    </button>
  );
  return (
    <>
      <button
        type="button"
        className="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        Files and links
      </button>
      {isOpen && (
        <div className="files-actions" id={id}>
          {!lab.state.module && action('Copy a link', () => void share())}
          {!lab.state.module &&
            action('Download as a zip', () => {
              download(zipProject(justProject(lab.state), title), `${folderName(title)}.zip`);
              setNotice({
                kind: 'done',
                text: `${folderName(title)}.zip is downloaded: the files, and what builds them with Emscripten.`,
              });
            })}
          {action('Open a zip or files', () => files.current?.click())}
          {action('Open a folder', () => (canPickFolder() ? void take(pickFolder()) : folder.current?.click()))}
          <p>You can drop them anywhere on the page, too.</p>
        </div>
      )}
      {chooser(files, false)}
      {chooser(folder, true)}
      <p className="files-notice" role="status" data-state={notice?.kind}>
        {notice?.kind === 'done' && notice.text}
      </p>
      <p className="files-notice" role="alert" data-state={notice?.kind}>
        {notice?.kind === 'problem' && notice.text}
      </p>
      {address !== null && (
        <input
          className="files-address"
          readOnly
          value={address}
          aria-label="Link"
          onFocus={({ target }) => target.select()}
        />
      )}
    </>
  );
}

function download(bytes: Uint8Array, name: string): void {
  const url = URL.createObjectURL(new Blob([bytes.slice()], { type: 'application/zip' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // Some browsers read it only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
