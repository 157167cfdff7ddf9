import type { QuestionKind as Name, Question } from '../lesson/question.ts';
import { bytes } from './bytes/bytes.ts';
import { choice } from './choice/choice.ts';
import { choices } from './choices/choices.ts';
import { match } from './match/match.ts';
import { number } from './number/number.ts';
import { order } from './order/order.ts';
import type { QuestionKind } from './question-kind.ts';

type Kinds = { readonly [Kind in Name]: QuestionKind<Extract<Question, { kind: Kind }>, unknown> };

const kinds: Kinds = { choice, choices, number, bytes, order, match };

/** The kind of a question. Its answers are opaque outside: only the kind itself makes and reads them. */
export function kindOf(question: Question): QuestionKind<Question, unknown> {
  return kinds[question.kind];
}
