import { describe, expect, it } from 'vitest';
import { createProgressStore } from './progress-store.ts';
import { createShelf } from './shelf.ts';

/** A `Storage` that holds at most so many characters, as browsers do. */
function createStorage(capacity = Infinity): Storage & { capacity: number } {
  const texts = new Map<string, string>();
  return {
    capacity,
    get length() {
      return texts.size;
    },
    key: (index) => [...texts.keys()][index] ?? null,
    getItem: (key) => texts.get(key) ?? null,
    setItem(key, text) {
      const others = [...texts].reduce((sum, [name, value]) => sum + (name === key ? 0 : value.length), 0);
      if (others + text.length > this.capacity) throw new DOMException('full', 'QuotaExceededError');
      texts.set(key, text);
    },
    removeItem: (key) => texts.delete(key),
    clear: () => texts.clear(),
  };
}

function openOn(storage: Storage) {
  const progress = createProgressStore(
    createShelf(() => storage),
    'test:',
  );
  progress.open();
  return progress;
}

const answer = (progress: ReturnType<typeof openOn>, question: string, slug = 'lesson'): void =>
  progress.update(slug, (known) => ({
    ...known,
    answers: { ...known.answers, [question]: { answer: 1, right: true } },
  }));

describe('progress', () => {
  it('is there again after a reload', () => {
    const storage = createStorage();
    answer(openOn(storage), 'where');
    expect(openOn(storage).store.getState().lessons.lesson?.answers.where).toEqual({ answer: 1, right: true });
  });

  it('stays in memory when storage is full, says so, and is written when there is space again', () => {
    const storage = createStorage(40);
    const progress = openOn(storage);
    answer(progress, 'first');
    expect(progress.store.getState().problem).toEqual({ kind: 'full' });
    expect(progress.store.getState().lessons.lesson?.answers.first?.right).toBe(true);
    storage.capacity = Infinity;
    answer(progress, 'second', 'another');
    expect(progress.store.getState().problem).toBeNull();
    expect(Object.keys(openOn(storage).store.getState().lessons).sort()).toEqual(['another', 'lesson']);
  });

  it('works without any storage and says so', () => {
    const shelf = createShelf(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const progress = createProgressStore(shelf, 'test:');
    progress.open();
    answer(progress, 'where');
    expect(progress.store.getState().problem).toEqual({ kind: 'unavailable' });
    expect(progress.store.getState().lessons.lesson?.answers.where?.right).toBe(true);
  });

  it('puts damaged texts aside, names the lesson, and keeps the others', () => {
    const storage = createStorage();
    answer(openOn(storage), 'where', 'good');
    storage.setItem('test:lesson:bad', '{"answers":');
    const progress = openOn(storage);
    expect(progress.store.getState().problem).toEqual({ kind: 'damaged', lessons: ['bad'] });
    expect(Object.keys(progress.store.getState().lessons)).toEqual(['good']);
    answer(progress, 'again', 'bad');
    expect(storage.getItem('test:damaged:bad')).toBe('{"answers":');
    expect(openOn(storage).store.getState().lessons.bad?.answers.again?.right).toBe(true);
  });

  it('is exported and imported without losing what is there', () => {
    const first = openOn(createStorage());
    answer(first, 'where');
    first.update('lesson', (known) => ({ ...known, exercises: { sum: { passed: true, hints: 2 } } }));
    const second = openOn(createStorage());
    answer(second, 'why');
    second.update('lesson', (known) => ({ ...known, exercises: { sum: { passed: false, hints: 3 } } }));
    expect(second.importFile(first.exportFile())).toBe(0);
    const lesson = second.store.getState().lessons.lesson;
    expect(Object.keys(lesson?.answers ?? {}).sort()).toEqual(['where', 'why']);
    expect(lesson?.exercises.sum).toEqual({ passed: true, hints: 3 });
  });

  it('refuses a file that is no progress', () => {
    const progress = openOn(createStorage());
    expect(progress.importFile('{"kind":"something else"}')).toBeNull();
    expect(progress.importFile('not JSON')).toBeNull();
  });

  it('follows changes of another page', () => {
    const storage = createStorage();
    const [here, elsewhere] = [openOn(storage), openOn(storage)];
    answer(elsewhere, 'where');
    here.changedElsewhere('test:lesson:lesson');
    expect(here.store.getState().lessons.lesson?.answers.where?.right).toBe(true);
  });

  it('writes over nothing that another page wrote and of which it was not told', () => {
    const storage = createStorage();
    const [here, elsewhere] = [openOn(storage), openOn(storage)];
    answer(elsewhere, 'where');
    expect(here.read('lesson').answers.where?.right).toBe(true);
    answer(here, 'why');
    answer(elsewhere, 'when');
    expect(Object.keys(openOn(storage).read('lesson').answers)).toEqual(['where', 'why', 'when']);
  });

  it('goes on from what another page wrote though there is no space for more', () => {
    const storage = createStorage();
    const [here, elsewhere] = [openOn(storage), openOn(storage)];
    answer(elsewhere, 'where');
    storage.capacity = 0;
    answer(here, 'why');
    answer(here, 'when');
    expect(Object.keys(here.read('lesson').answers)).toEqual(['where', 'why', 'when']);
  });
});

describe('code in a file of progress', () => {
  const untried = { passed: false, hints: 0 };
  const edited = (text: string) => {
    const progress = openOn(createStorage());
    progress.update('lesson', (known) => ({
      ...known,
      exercises: { sum: untried },
      files: { sum: { 'main.cpp': text }, demo: { 'main.cpp': text } },
    }));
    return progress;
  };
  const lessonOf = (progress: ReturnType<typeof openOn>) => progress.store.getState().lessons.lesson;

  it('never takes the place of what was typed here, and becomes an earlier version', () => {
    const here = edited('here');
    expect(here.importFile(edited('there').exportFile())).toBe(2);
    expect(lessonOf(here)?.files).toEqual({ sum: { 'main.cpp': 'here' }, demo: { 'main.cpp': 'here' } });
    expect(lessonOf(here)?.exercises.sum?.versions?.map(({ files }) => files)).toEqual([{ 'main.cpp': 'there' }]);
  });

  it('takes it when that is asked for, and keeps what was typed here as a version', () => {
    const here = edited('here');
    here.importFile(edited('there').exportFile(), 'file');
    expect(lessonOf(here)?.files.demo).toEqual({ 'main.cpp': 'there' });
    expect(lessonOf(here)?.exercises.sum?.versions?.map(({ files }) => files)).toEqual([{ 'main.cpp': 'here' }]);
  });

  it('is taken where nothing was typed, and the same code is no difference', () => {
    const empty = openOn(createStorage());
    expect(empty.importFile(edited('there').exportFile())).toBe(0);
    expect(lessonOf(empty)?.files.sum).toEqual({ 'main.cpp': 'there' });
    expect(empty.importFile(edited('there').exportFile())).toBe(0);
  });

  it('may bring a verdict that nobody can read: that alone is left out', () => {
    const here = edited('here');
    const text = here.exportFile().replace('"hints": 0', '"hints": 0, "graded": { "files": 3 }');
    expect(openOn(createStorage()).importFile(text)).toBe(0);
  });
});

describe('progress from a file', () => {
  const file = (lessons: object): string => JSON.stringify({ kind: 'pagewise-progress', version: 1, lessons });

  it('is read without reviews too, as older files are', () => {
    const progress = openOn(createStorage());
    expect(progress.importFile(file({ lesson: { answers: {}, exercises: {}, files: {} } }))).toBe(0);
    expect(progress.store.getState().lessons.lesson?.reviews).toEqual({});
  });

  it('is refused whole where anything in it is not what it should be', () => {
    const progress = openOn(createStorage());
    const lesson = { answers: {}, exercises: {}, files: {} };
    for (const bad of [
      { 'no slug': lesson },
      { lesson: { ...lesson, reviews: { one: { box: 99, due: 1 } } } },
      { lesson: { ...lesson, answers: { one: { right: 'yes' } } } },
    ]) {
      expect(progress.importFile(file(bad))).toBeNull();
    }
    expect(progress.importFile('{')).toBeNull();
    expect(progress.store.getState().lessons).toEqual({});
  });

  it('takes nothing away: a right answer stays right, and a review comes on the earlier day', () => {
    const progress = openOn(createStorage());
    answer(progress, 'where');
    progress.update('lesson', (known) => ({ ...known, reviews: { where: { box: 2, due: 20 } } }));
    const wrong = {
      answers: { where: { answer: 2, right: false } },
      exercises: {},
      files: {},
      reviews: { where: { box: 0, due: 12 } },
    };
    expect(progress.importFile(file({ lesson: wrong }))).toBe(0);
    const known = progress.store.getState().lessons.lesson;
    expect(known?.answers.where?.right).toBe(true);
    expect(known?.reviews.where).toEqual({ box: 0, due: 12 });
  });
});
