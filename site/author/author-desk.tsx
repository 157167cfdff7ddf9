import { course } from 'virtual:course';
import { glossaries } from 'virtual:glossary';
import { useMemo, useRef, useState } from 'react';
import type { LeftEditors } from '../../playground/editor/left-editors.ts';
import { OtherVersions } from '../../playground/lab/other-versions.tsx';
import { Split } from '../../playground/lab/split.tsx';
import { Tabs } from '../../playground/lab/tabs.tsx';
import { useWidth } from '../../playground/lab/use-width.ts';
import type { CompiledLesson } from '../../playground/lesson/lesson.ts';
import { originalLanguage } from '../../playground/lesson/lesson.ts';
import type { Example } from '../build/reference/examples.ts';
import { lessonFile, lessonText } from './draft.ts';
import { DraftEditor, type EditorPlace } from './draft-editor.tsx';
import { DraftToolbar, type Notice } from './draft-toolbar.tsx';
import { LessonPreview } from './lesson-preview.tsx';
import { lessonCompiler } from './lesson-services.ts';
import { createPreviewProgress, forgetEdits } from './preview-progress.ts';
import { ProblemList } from './problem-list.tsx';
import { requestOf } from './request-of.ts';
import { fitted } from './snippets.ts';
import { useDraft } from './use-draft.ts';
import { useLesson } from './use-lesson.ts';
import { usePictures } from './use-pictures.ts';
import '../../playground/lab/lab.css';
import './author.css';

const slugs = course.parts.flatMap(({ lessons }) => lessons.map(({ slug }) => slug));

/** The markdown on one side, the lesson on the other. */
export function AuthorDesk() {
  const desk = useRef<HTMLDivElement>(null);
  const width = useWidth(desk);
  const [half, setHalf] = useState('text');
  const { draft, opening, change, isKept } = useDraft();
  const [progress, setProgress] = useState(createPreviewProgress);
  const [place, setPlace] = useState<EditorPlace | null>(null);
  const [insertion, setInsertion] = useState<string | null>(null);
  // Here, because the half with the text goes out of sight, and changes its place with the width.
  const [selected, setSelected] = useState(lessonFile);
  const [left] = useState<LeftEditors>(() => new Map());
  const [isOpen, setOpen] = useState(false);
  const [notice, setNotice] = useState<Notice | null>(null);
  const pictures = usePictures(draft);
  const { name, files } = draft ?? {};
  const request = useMemo(
    () =>
      name !== undefined && files
        ? requestOf({ name, files }, pictures, {
            root: '../',
            lessons: slugs,
            glossary: glossaries[originalLanguage] ?? [],
          })
        : null,
    [name, files, pictures],
  );
  const told = (next: CompiledLesson, before: CompiledLesson | null) => forgetEdits(progress, next, before);
  const state = useLesson(request, true, lessonCompiler(), told, opening);
  if (!draft)
    return (
      <div className="author-desk" ref={desk}>
        <p role="status">Looking for what you wrote…</p>
      </div>
    );
  const show = (path: string, line = 1, column = 1) => {
    setSelected(path);
    setPlace((before) => ({ path, line, column, request: (before?.request ?? 0) + 1 }));
  };
  const insert = (snippet: Example) => {
    setHalf('text');
    setSelected(lessonFile);
    setInsertion(fitted(snippet, lessonText(draft)));
  };
  const writing = (
    <section className="author-half" aria-label="Text">
      <DraftToolbar
        {...{ draft, isKept, change, isOpen, notice }}
        onOpen={setOpen}
        onNotice={setNotice}
        onInsert={insert}
        onShow={show}
      />
      <OtherVersions
        what="lesson"
        count={draft.others.length}
        onTake={() => change({ kind: 'taken' })}
        onForget={() => {
          change({ kind: 'forgotten' });
          // The button that was pressed is gone: the first of the toolbar takes the focus.
          desk.current?.querySelector<HTMLElement>('.author-toolbar select')?.focus();
        }}
      />
      <DraftEditor
        draft={draft}
        pictures={pictures}
        errors={state.errors}
        place={place}
        selected={selected}
        onSelect={setSelected}
        left={left}
        insertion={insertion}
        onInserted={() => setInsertion(null)}
        change={change}
        onShow={show}
      />
      <ProblemList state={state} onShow={show} />
    </section>
  );
  const preview = (
    <LessonPreview state={state} progress={progress} onRestart={() => setProgress(createPreviewProgress())} />
  );
  return (
    <div className="author-desk" ref={desk}>
      {width === 'wide' ? (
        <Split id="author" orientation="horizontal" label="Text and lesson" first={writing} second={preview} />
      ) : (
        <Tabs label="Text or lesson" tabs={halves} selected={half} onSelect={setHalf}>
          {half === 'text' ? writing : preview}
        </Tabs>
      )}
    </div>
  );
}

const halves = [
  { id: 'text', title: 'Text' },
  { id: 'lesson', title: 'Lesson' },
];
