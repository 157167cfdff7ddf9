import { describe, expect, it } from 'vitest';
import { handlesAt, withUndeleted } from './handles-at.ts';
import type { EmbindHandle, MemoryState } from './memory-state.ts';
import type { Moment } from './trace.ts';

const object: EmbindHandle = {
  kind: 'object',
  number: 0x10500,
  holds: 'Counter',
  references: 1,
  counts: [{ step: 5, references: 1 }],
  madeAt: { path: 'lab.js', line: 2, column: 1 },
  madeInStep: 5,
  goneInStep: null,
};

describe('handles at a step', () => {
  it('are there from the step on that made them, until the one that ended them', () => {
    const val: EmbindHandle = { ...object, kind: 'val', references: 0, goneInStep: 8 };
    const at = (step: number) => handlesAt([val], step).map(({ goneInStep, references }) => [goneInStep, references]);
    expect([at(4), at(5), at(7), at(8)]).toEqual([[], [[null, 1]], [[null, 1]], [[8, 0]]]);
  });

  it('are shared by as many as then', () => {
    const counts = [1, 3, 2].map((references, index) => ({ step: 5 + 2 * index, references }));
    const at = (step: number) => handlesAt([{ ...object, kind: 'val', counts }], step).map((each) => each.references);
    expect([5, 6, 7, 8, 9, 20].map((step) => at(step)[0])).toEqual([1, 1, 3, 3, 2, 2]);
    const forgotten = handlesAt([{ ...object, kind: 'val', counts: counts.slice(1) }], 6);
    expect(forgotten[0]?.references).toBeNull();
  });
});

describe('what was not deleted', () => {
  const findings = (handles: readonly EmbindHandle[], blocks: readonly { address: number; state: string }[] = []) => {
    const state = { handles, blocks } as unknown as MemoryState;
    return withUndeleted({ state, findings: [] } as unknown as Moment).findings;
  };

  it('is told with the line that made it', () => {
    expect(findings([object], [{ address: 0x10500, state: 'live' }])).toMatchObject(
      [
        {
          kind: 'undeleted',
          step: 4,
          place: { path: 'lab.js', line: 2 },
          text: /^The Counter at 0x10500 was never deleted\./,
        },
      ].map(({ text, ...rest }) => ({ ...rest, text: expect.stringMatching(text) })),
    );
    expect(findings([{ ...object, kind: 'shared-object' }])).toHaveLength(1);
  });

  it('is not what was deleted, freed by C++, or never on the heap', () => {
    expect(findings([{ ...object, goneInStep: 9 }], [{ address: 0x10500, state: 'live' }])).toEqual([]);
    expect(findings([object], [{ address: 0x10500, state: 'freed' }])).toEqual([]);
    expect(findings([object], [{ address: 0x10400, state: 'live' }])).toEqual([]);
    expect(findings([{ ...object, kind: 'val' }], [{ address: 0x10500, state: 'live' }])).toEqual([]);
  });
});
