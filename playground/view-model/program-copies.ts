import type { CrossingPart } from '../trace/crossings.ts';
import { phrase } from '../trace/phrase.ts';
import type { Trace } from '../trace/trace.ts';
import type { StoryLine } from './boundary-story.ts';
import { counted } from './hexadecimal.ts';

/** What the program itself copied while a call of it or of its glue went on, with the lines that did. */
export async function programCopiesOf(part: CrossingPart, trace: Trace): Promise<readonly StoryLine[]> {
  if (part.kind === 'copy' || part.way === 'out') return [];
  // What is called runs within the statement that calls, until it comes to a line of its own.
  const { bytes, copies, steps } = await trace.copies(Math.max(0, part.begun - 1), part.ended);
  const line = { step: null, range: null, depth: 0 };
  const loops = '; what its own loops copy is not counted, and stands in their steps';
  const by = 'memory.copy, or memcpy and its kin';
  if (bytes === 0) return [{ ...line, text: [`The program itself copied nothing by ${by}${loops}.`] }];
  const sum = `The program itself copied ${counted(bytes, 'byte')} in ${counted(copies, 'copy', 'copies')} by ${by}${loops}.`;
  return [
    { ...line, text: [sum] },
    ...steps.map(({ step, place, ...each }): StoryLine => {
      const where = place ? `Line ${place.line} of ${place.path}` : 'Code without lines';
      const what = `${counted(each.bytes, 'byte')} in ${counted(each.copies, 'copy', 'copies')}`;
      return { text: phrase`${where}: ${what}.`, step, range: null, depth: 1 };
    }),
  ];
}
