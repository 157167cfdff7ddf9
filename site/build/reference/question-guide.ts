import type { QuestionKind } from '../../../playground/lesson/question.ts';

/** How the answers of each kind of question are written. */
export const questionGuide: Readonly<Record<QuestionKind, string>> = {
  choice:
    'A task list with exactly one `[x]`. With `answer="ending()"`, `answer="function()"` or another reading, a plain list: right is the entry that says what the reading gives.',
  choices: 'A task list with any number of `[x]`, at least one.',
  number: 'A list of expected mistakes, numbers or readings, and `other` for the rest.',
  text: 'A task list: `[x]` before each accepted form, `[ ]` before mistakes; then `other`.',
  bytes:
    'A list of expected mistakes, bytes or readings, and `other` for the rest. Learners get as many boxes as the answer has bytes.',
  order:
    'An ordered list in the right order, of three entries or more; it is shown shuffled. The feedback of an entry is shown when it stands wrong.',
  match:
    'A table of three columns: left, right, and feedback when matched wrongly. The right column is shown shuffled.',
  mark: 'Learners mark bytes. A list of expected mistakes, which are ranges as `answer` is, and `other` for the rest.',
  point:
    'Learners say where the bytes of `pointer` point. `shown` holds both, the pointer and its target. A list of expected mistakes, which are addresses, and `other` for the rest.',
  view: 'Learners place a view. A mistake names a part: `type: Int8Array`, `offset: 4`, `length: size(data)`; then `other`.',
  line: 'Learners choose a line. A list of expected mistakes, which are lines too, and `other` for the rest.',
  trace:
    'A table: its first column names moments, its last is `feedback`, and the head of each column between is a reading: `variable(i)`, `line()`, `output()`. In its cells stands `?`, or `given` where the value is shown.',
};
