import type { QuestionKind as Name, Question } from '../lesson/question.ts';
import { bytes } from './bytes/bytes.ts';
import { choice } from './choice/choice.ts';
import { choices } from './choices/choices.ts';
import { match } from './match/match.ts';
import { number } from './number/number.ts';
import { order } from './order/order.ts';
import type { QuestionKind } from './question-kind.ts';

const kinds = { choice, choices, number, bytes, order, match } satisfies {
  // Each kind has answers of its own; only the kind itself makes and reads them.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  [Kind in Name]: QuestionKind<Extract<Question, { kind: Kind }>, any>;
};

/** The kind of a question. Its answers are opaque outside. */
export function kindOf(question: Question): QuestionKind<Question, unknown> {
  return kinds[question.kind] as unknown as QuestionKind<Question, unknown>;
}
