import fc from 'fast-check';
import { expect, it } from 'vitest';
import { originsOf } from './script-frames.ts';
import { ScriptHistory } from './script-history.ts';
import { scriptEvents } from './script-log.ts';
import { findInScript } from './script-moves.ts';

const { enter, resume, statement, current, value } = scriptEvents;

function historyOf(words: readonly number[], texts: readonly string[] = []): ScriptHistory {
  const history = new ScriptHistory();
  expect(history.add({ words: new Uint32Array(words), texts })).toBe(true);
  return history;
}

it('tells frames and values of a moment, whatever came later', () => {
  const history = historyOf(
    [
      ...[enter, 1, 0, 0, 0, statement, 4, 0, 1, value, 1, 0, 0],
      ...[enter, 2, 1, 1, 3, statement, 9, 5, 2, value, 1, 0, 1],
      ...[current, 12, 1, statement, 13, 1, 1],
    ],
    ['number\n1', 'number\n2'],
  );
  const outer = { number: 1, function: 0, depth: 0 };
  expect(history.framesAt(history.momentAt(3))).toEqual([]);
  expect(history.framesAt(history.momentAt(8))).toEqual([{ ...outer, site: 0 }]);
  expect(history.framesAt(history.momentAt(9))).toEqual([
    { ...outer, site: 0 },
    { number: 2, function: 1, depth: 3, site: 5 },
  ]);
  expect(history.framesAt(history.momentAt(12))).toEqual([{ ...outer, site: 0 }]);
  expect(history.framesAt(history.momentAt(99))).toEqual([{ ...outer, site: 1 }]);
  expect([4, 9, 13].map((step) => history.value(1, 0, history.momentAt(step)))).toEqual([
    { text: 'number\n1', changed: true },
    { text: 'number\n2', changed: true },
    { text: 'number\n2', changed: false },
  ]);
});

it('refuses steps that fall, frames that never began, and cut events', () => {
  const begun = [enter, 1, 0, 0, 0];
  for (const words of [
    [...begun, statement, 4, 0, 1, statement, 3, 0, 1],
    [statement, 4, 0, 1],
    [...begun, ...begun],
    [...begun, value, 2, 0, 0],
    [resume, 1, 0, 0],
    [...begun, statement, 4],
    [0],
    [99, 1, 1, 1],
  ])
    expect(new ScriptHistory().add({ words: new Uint32Array(words), texts: [] })).toBe(false);
});

it('ends whatever it is told: callers may go in circles', () => {
  const event = fc.oneof(
    fc.tuple(fc.constant(enter), fc.nat(4), fc.nat(3), fc.nat(4), fc.nat(3)),
    fc.tuple(fc.constant(resume), fc.nat(4), fc.nat(4), fc.nat(3)),
    fc.tuple(fc.constant(statement), fc.nat(20), fc.nat(5), fc.nat(4)),
    fc.tuple(fc.constant(current), fc.nat(20), fc.nat(4)),
    fc.tuple(fc.constant(value), fc.nat(4), fc.nat(3), fc.nat(3)),
    fc.array(fc.nat(7), { maxLength: 6 }),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), fc.array(fc.nat(3)), (events, calls) => {
      const history = new ScriptHistory();
      history.add({ words: new Uint32Array([enter, 1, 0, 1, 0, ...events.flat()]), texts: ['number'] });
      const script = { sites: [], functions: [], history };
      for (let step = 0; step <= 20; step++) {
        const origins = originsOf(calls, script, step);
        expect(origins.filter((origin) => typeof origin === 'number')).toEqual([...calls.keys()]);
        for (const kind of ['line-over', 'out'] as const)
          for (const forward of [true, false]) findInScript(script, step, forward, { kind }, () => null);
      }
    }),
  );
});
