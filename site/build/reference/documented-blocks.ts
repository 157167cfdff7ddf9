import type { z } from 'zod';
import { figureAttributes, noteAttributes } from '../blocks/aside.ts';
import { chooserAttributes } from '../blocks/chooser.ts';
import { exerciseAttributes, partAttributes } from '../blocks/exercise.ts';
import { regionAttributes, seeAttributes, valueAttributes } from '../blocks/inline.ts';
import { measuredAttributes } from '../blocks/measured.ts';
import { memoryFigureAttributes } from '../blocks/memory.ts';
import { programAttributes, shownAttributes, sourceAttribute } from '../blocks/program.ts';
import { termAttributes } from '../blocks/term.ts';
import { quizAttributes } from '../compile-blocks.ts';
import { questionAttributes } from '../questions/read-question.ts';

/** A block as the reference tells it. */
export interface DocumentedBlock {
  /** How it is written, without its attributes. */
  readonly written: string;
  readonly what: string;
  readonly attributes: z.ZodRawShape;
  /** The title of its example; null for what is seen in the example of the block around it. */
  readonly example: string | null;
}

/** Every block that a lesson may hold, in the order of the reference. */
export const documentedBlocks: readonly DocumentedBlock[] = [
  {
    written: ':::program',
    what: 'a program for the lab, beside the text',
    attributes: { ...programAttributes, ...shownAttributes, source: sourceAttribute.optional() },
    example: 'Program',
  },
  {
    written: ':value[what it is]',
    what: 'a number or a text read from a run of the program',
    attributes: valueAttributes,
    example: 'Value from a run',
  },
  {
    written: ':see[words]',
    what: 'a link into the lab; it has at least one of `select`, `panel`, `line` and `moment`',
    attributes: seeAttributes,
    example: 'Link into the lab',
  },
  {
    written: ':term[words]',
    what: 'a word that the glossary explains',
    attributes: termAttributes,
    example: 'Term',
  },
  {
    written: ':region[words]',
    what: 'a word in the colour of its region',
    attributes: regionAttributes,
    example: 'Region',
  },
  {
    written: '::memory',
    what: 'a picture of bytes, drawn from a run',
    attributes: memoryFigureAttributes,
    example: 'Figure of memory',
  },
  {
    written: '::figure',
    what: 'a picture lying beside `lesson.md`',
    attributes: figureAttributes,
    example: 'Figure',
  },
  { written: ':::note', what: 'an aside', attributes: noteAttributes, example: 'Note' },
  {
    written: ':::chooser',
    what: 'questions that lead to advice, step by step',
    attributes: chooserAttributes,
    example: 'Chooser',
  },
  {
    written: ':::measured',
    what: 'a button that measures a program in the reader’s browser',
    attributes: measuredAttributes,
    example: 'Measurement',
  },
  { written: ':::exercise', what: 'a graded exercise', attributes: exerciseAttributes, example: 'Exercise' },
  {
    written: ':::starter',
    what: 'in an exercise: the code that learners begin with',
    attributes: partAttributes,
    example: null,
  },
  {
    written: ':::solution',
    what: 'in an exercise: the files that differ from the starter’s',
    attributes: partAttributes,
    example: null,
  },
  { written: ':::checks', what: 'in an exercise: a list of what has to hold', attributes: {}, example: null },
  { written: ':::hints', what: 'in an exercise: a list, given away one by one', attributes: {}, example: null },
  { written: ':::quiz', what: 'questions', attributes: quizAttributes, example: 'Quiz' },
  {
    written: ':::question',
    what: 'in a quiz: what is asked, then the answers',
    attributes: questionAttributes,
    example: null,
  },
  {
    written: ':::explanation',
    what: 'in a question: what is shown after an answer, right or wrong',
    attributes: {},
    example: null,
  },
];
