import { createStore, type StoreApi } from 'zustand/vanilla';
import { formatPlace, type LastPlace, parsePlace } from './last-place.ts';
import {
  differingCode,
  formatProgressFile,
  type LessonProgress,
  mergeProgress,
  noProgress,
  parseLessonProgress,
  parseProgressFile,
  type WhoseCode,
} from './lesson-progress.ts';
import type { Shelf, ShelfProblem } from './shelf.ts';

/** Why saved progress is not what it should be. Nothing is lost while the page stays open. */
export type ProgressProblem =
  | { readonly kind: ShelfProblem }
  | { readonly kind: 'damaged'; readonly lessons: readonly string[] };

export interface ProgressState {
  /** False until the saved progress has been read: prerendered pages have none. */
  readonly ready: boolean;
  readonly lessons: Readonly<Record<string, LessonProgress>>;
  readonly problem: ProgressProblem | null;
  /** Where the learner read last; null before the first lesson. */
  readonly place: LastPlace | null;
}

/** A learner's progress: in memory first, and on the shelf as far as that goes. */
export interface ProgressStore {
  readonly store: StoreApi<ProgressState>;
  /** Reads everything from the shelf. Damaged texts are put aside under another key, not thrown away. */
  open(): void;
  /** What is known of a lesson now, with what another page wrote and this one has not been told of yet. */
  read(slug: string): LessonProgress;
  update(slug: string, change: (progress: LessonProgress) => LessonProgress): void;
  /** The learner reads here. */
  visit(place: LastPlace): void;
  /** Another page changed this key. */
  changedElsewhere(key: string): void;
  exportFile(): string;
  /**
   * Adds an exported file to what is there. Gives the number of programs whose code differs in both, of which
   * `whose` stays; null when the text is no such file.
   */
  importFile(text: string, whose?: WhoseCode): number | null;
  dismissProblem(): void;
}

/** `prefix` begins every key, so that two courses on one host do not share progress. */
export function createProgressStore(shelf: Shelf, prefix: string): ProgressStore {
  const store = createStore<ProgressState>(() => ({ ready: false, lessons: {}, problem: null, place: null }));
  const lessonPrefix = `${prefix}lesson:`;
  const placeKey = `${prefix}place`;

  /** The texts on the shelf, by lesson, as this page wrote or read them last. */
  const seen = new Map<string, string>();

  const save = (slug: string, progress: LessonProgress): void => {
    const text = JSON.stringify(progress);
    const problem = shelf.write(lessonPrefix + slug, text);
    if (!problem) seen.set(slug, text);
    const { problem: known } = store.getState();
    if (problem) store.setState({ problem: { kind: problem } });
    else if (known?.kind === 'full' || known?.kind === 'unavailable') saveAll(slug);
  };
  // Space is there again: what could not be written before is written now.
  const saveAll = (except: string): void => {
    for (const [slug, progress] of Object.entries(store.getState().lessons)) {
      if (slug === except) continue;
      const text = JSON.stringify(progress);
      if (shelf.write(lessonPrefix + slug, text) !== null) return;
      seen.set(slug, text);
    }
    store.setState({ problem: null });
  };
  const readLesson = (slug: string): LessonProgress | 'damaged' | null => {
    const read = shelf.read(lessonPrefix + slug);
    if ('problem' in read) {
      store.setState({ problem: { kind: read.problem } });
      return null;
    }
    if (read.text === null) return null;
    seen.set(slug, read.text);
    return parseLessonProgress(read.text) ?? 'damaged';
  };
  /** `isAdopted`: the page goes on from it, whether or not there is space to write what comes of it. */
  const current = (slug: string, isAdopted = false): LessonProgress => {
    const known = store.getState().lessons[slug] ?? noProgress;
    const read = shelf.read(lessonPrefix + slug);
    if ('problem' in read || read.text === null || read.text === seen.get(slug)) return known;
    if (isAdopted) seen.set(slug, read.text);
    return parseLessonProgress(read.text) ?? known;
  };
  const putAside = (slug: string): void => {
    const read = shelf.read(lessonPrefix + slug);
    if ('problem' in read || read.text === null) return;
    if (shelf.write(`${prefix}damaged:${slug}`, read.text) === null) shelf.remove(lessonPrefix + slug);
  };

  return {
    store,
    open() {
      const probe = shelf.write(`${prefix}probe`, '1');
      shelf.remove(`${prefix}probe`);
      const lessons: Record<string, LessonProgress> = {};
      const damaged: string[] = [];
      for (const key of shelf.keys(lessonPrefix)) {
        const slug = key.slice(lessonPrefix.length);
        const progress = readLesson(slug);
        if (progress === 'damaged') {
          damaged.push(slug);
          putAside(slug);
        } else if (progress) lessons[slug] = progress;
      }
      const problem: ProgressProblem | null = probe
        ? { kind: probe }
        : damaged.length > 0
          ? { kind: 'damaged', lessons: damaged }
          : null;
      const place = shelf.read(placeKey);
      store.setState({ ready: true, lessons, problem, place: 'problem' in place ? null : parsePlace(place.text) });
    },
    read: (slug) => current(slug),
    update(slug, change) {
      const progress = change(current(slug, true));
      store.setState({ lessons: { ...store.getState().lessons, [slug]: progress } });
      save(slug, progress);
    },
    visit(place) {
      store.setState({ place });
      shelf.write(placeKey, formatPlace(place));
    },
    changedElsewhere(key) {
      if (!key.startsWith(lessonPrefix)) return;
      const slug = key.slice(lessonPrefix.length);
      const progress = readLesson(slug);
      if (progress === null || progress === 'damaged') return;
      store.setState({ lessons: { ...store.getState().lessons, [slug]: progress } });
    },
    exportFile: () => formatProgressFile(store.getState().lessons),
    importFile(text, whose = 'here') {
      const imported = parseProgressFile(text);
      if (!imported) return null;
      let differing = 0;
      for (const [slug, progress] of Object.entries(imported)) {
        this.update(slug, (known) => {
          differing += differingCode(known, progress).length;
          return mergeProgress(known, progress, whose);
        });
      }
      return differing;
    },
    dismissProblem: () => store.setState({ problem: null }),
  };
}
