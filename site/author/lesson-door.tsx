import { type FormEvent, useEffect, useId, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { IncomingFiles } from '../../playground/files/incoming-files.ts';
import { chosenFiles, type DroppedFile } from '../../playground/lab/dropped-files.ts';
import { DropPlace } from '../../playground/lab/files/drop-place.tsx';
import { incomingFiles, nameOf } from '../../playground/lab/files/open-files.ts';
import { routeAddress } from '../app/route.ts';
import type { LessonFolder } from './draft.ts';
import { fetchLesson, lessonAddress } from './fetch-lesson.ts';
import { FileButton } from './file-button.tsx';
import { ForeignLesson } from './foreign-lesson.tsx';
import { openLesson } from './open-lesson.ts';
import './author.css';

interface Opened {
  readonly folder: LessonFolder;
  /** Where it comes from, in words. */
  readonly from: string;
}

/** Asks for a lesson, by its address or as a file, and shows it. */
export function LessonDoor() {
  const from = new URLSearchParams(useSearch()).get('from');
  const [, navigate] = useLocation();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isFetching, setFetching] = useState(false);
  const id = useId();
  const take = async (incoming: IncomingFiles, name: string, words: string): Promise<void> => {
    const lesson = incoming.ok ? await openLesson(incoming.files, name) : incoming;
    if (lesson.ok) setOpened({ folder: lesson.folder, from: words });
    setProblem(lesson.ok ? null : lesson.problem);
  };
  useEffect(() => {
    setOpened(null);
    setProblem(null);
    if (from === null) return;
    const address = lessonAddress(from, new URL(location.href));
    if (!address) return setProblem('A lesson’s address begins with https:// and holds no password.');
    const stopper = new AbortController();
    setFetching(true);
    fetchLesson(address, stopper.signal)
      .then(async (incoming) => {
        if (!stopper.signal.aborted) await take(incoming, address.pathname.split('/').at(-1) ?? '', address.href);
      })
      .catch(() => setProblem('It could not be read.'))
      .finally(() => !stopper.signal.aborted && setFetching(false));
    return () => stopper.abort();
  }, [from]);
  const takeFiles = async (files: readonly DroppedFile[]): Promise<void> => {
    try {
      await take(await incomingFiles(files), nameOf(files), `the file ${nameOf(files)}`);
    } catch {
      setProblem('It could not be read. Choose it again.');
    }
  };
  const close = () => {
    setOpened(null);
    navigate(`/${routeAddress({ page: 'lesson-from-elsewhere' })}`);
  };
  if (opened) return <ForeignLesson key={opened.from} {...opened} onClose={close} />;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wanted = String(new FormData(event.currentTarget).get('from') ?? '').trim();
    navigate(`/${routeAddress({ page: 'lesson-from-elsewhere' })}?${new URLSearchParams({ from: wanted })}`);
  };
  return (
    <div className="page lesson-door">
      <h1>Open a lesson</h1>
      <p>
        A lesson of somebody else’s: a zip of its folder, or one <code>lesson.md</code>. It is shown here, in your
        browser, and its programs run only when you say so.
      </p>
      <form onSubmit={submit}>
        <label htmlFor={id}>Address of a zip or a lesson.md</label>
        <input
          key={from}
          id={id}
          name="from"
          type="url"
          required
          defaultValue={from ?? ''}
          placeholder="https://…/lesson.zip"
          spellCheck={false}
        />
        <button type="submit" className="button primary">
          Open the address
        </button>
      </form>
      <p className="actions">
        <FileButton accept=".zip,.md" onFiles={(files) => void takeFiles(chosenFiles(files))}>
          Open a file
        </FileButton>
      </p>
      <p role="status">{isFetching ? 'Fetching the lesson…' : ''}</p>
      <p role="alert">{problem}</p>
      <DropPlace words="Drop a lesson: its folder, a zip, or lesson.md" onDrop={({ files }) => void takeFiles(files)} />
    </div>
  );
}
