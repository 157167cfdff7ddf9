import { expect, it } from 'vitest';
import { exampleState } from './example-state.ts';
import { jumpTo } from './jump.ts';

it.each([
  ['0x410', 0x410],
  ['1040', 1040],
  ['greeting', 0x410],
  ['block 2', 0x10530],
  ['view 2', 0x10530],
  ['stack', 0x10480],
])('goes to %s', (text, start) => {
  expect(jumpTo(text, exampleState)).toMatchObject({ ok: true, range: { start } });
});

it('selects all of a range', () => {
  expect(jumpTo('0x410..0x418', exampleState)).toMatchObject({ ok: true, range: { start: 0x410, end: 0x418 } });
  expect(jumpTo('0x418..0x410', exampleState).ok).toBe(false);
});

it('says what to type when there is no such place, and where memory ends', () => {
  expect(jumpTo('greting', exampleState)).toMatchObject({ ok: false, message: expect.stringContaining('greeting') });
  expect(jumpTo('0x40000', exampleState)).toMatchObject({ ok: false, message: expect.stringContaining('0x40000') });
});
