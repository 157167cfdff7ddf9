import type { QuestionKind as Name, Question } from '../lesson/question.ts';
import { bytes } from './bytes/bytes.ts';
import { choice } from './choice/choice.ts';
import { choices } from './choices/choices.ts';
import { line } from './line/line.ts';
import { mark } from './mark-range/mark-range.ts';
import { match } from './match/match.ts';
import { number } from './number/number.ts';
import { order } from './order/order.ts';
import { point } from './point/point.ts';
import type { QuestionKind } from './question-kind.ts';
import { text } from './text/text.ts';
import { trace } from './trace/trace.ts';
import { view } from './view/view.ts';

type Kinds = { readonly [Kind in Name]: QuestionKind<Extract<Question, { kind: Kind }>, unknown> };

const kinds: Kinds = { choice, choices, number, text, bytes, order, match, mark, point, view, line, trace };

/** The kind of a question. Its answers are opaque outside: only the kind itself makes and reads them. */
export function kindOf(question: Question): QuestionKind<Question, unknown> {
  return kinds[question.kind];
}
