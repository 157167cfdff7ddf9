import { beforeAll, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../playground/compiler/compilation.ts';
import { elementBytes, type Question } from '../../playground/lesson/question.ts';
import { makeQuestion, type RunQuestion, sameness } from '../../playground/practice/make-question.ts';
import { kindOf } from '../../playground/questions/kinds.ts';
import { plainText } from '../../playground/questions/plain-text.ts';
import { ReplayTrace } from '../../playground/trace/replay-trace.ts';
import type { Trace } from '../../playground/trace/trace.ts';
import { compileProgram } from '../replay/corpus.ts';
import { recordTrace } from '../replay/record-trace.ts';

const path = 'main.cpp';
const text = `#include <cstdio>
#include <cstdlib>
struct Pair { int first; short second; };
int table[3] = {7, 8, 9};
int sum(const int* from, int count) {
  int total = 0;
  for (int i = 0; i < count; ++i) {
    total += from[i];
  }
  return total;
}
int main() {
  Pair pair{-2, 300};
  unsigned int sizes[4] = {1, 2, 3, 4};
  int all = sum(table, 3);
  int* copy = static_cast<int*>(std::malloc(12));
  for (int i = 0; i < 3; ++i) {
    copy[i] = table[i] * all;
    pair.first += copy[i];
  }
  all += sum(copy, 3) + static_cast<int>(sizes[2]);
  std::free(copy);
  for (int i = 0; i < 20; ++i) all += i;
  std::printf("%d\\n", all + pair.first + pair.second);
}
`;
const seeds = Array.from({ length: 150 }, (_, index) => index + 1);
const files = [{ path, text }];

let trace: ReplayTrace;
let made: readonly RunQuestion[];
beforeAll(async () => {
  const wasm = await compileProgram({ name: path, path, text, script: '', settings: defaultSettings });
  const recorded = await recordTrace(wasm, { budget: 10_000_000 });
  if (!(recorded.trace instanceof ReplayTrace)) throw new Error('the recording is cut');
  trace = recorded.trace;
  const all: RunQuestion[] = [];
  for (const seed of seeds) {
    const question = await makeQuestion(trace, files, seed);
    if (!question) throw new Error(`nothing to ask for seed ${seed}`);
    all.push(question);
  }
  made = all;
}, 120_000);

const ofKind = <Kind extends Question['kind']>(kind: Kind) =>
  made.flatMap(({ question, ...rest }) =>
    question.kind === kind ? [{ ...rest, question: question as Extract<Question, { kind: Kind }> }] : [],
  );

const asNumber = (bytes: readonly number[]): bigint =>
  BigInt.asIntN(
    8 * bytes.length,
    bytes.reduceRight((number, byte) => (number << 8n) | BigInt(byte), 0n),
  );

describe('questions about a run', () => {
  it('are of many kinds, and a seed asks the same one again', async () => {
    const kinds = new Set(made.map(({ question }) => question.kind));
    expect([...kinds].sort()).toEqual(['bytes', 'choice', 'mark', 'number', 'point', 'view']);
    expect(await makeQuestion(trace, files, 7)).toEqual(made[6]);
    const asked = made.map(({ question, step }) => JSON.stringify([step, question.prompt]));
    expect(new Set(asked).size).toBeGreaterThan(60);
  });

  it('are the same at whatever step, where words and answer are', () => {
    const views = ofKind('view').map(({ question, step }) => ({ step, same: sameness(question), of: question.prompt }));
    expect(new Set(views.map(({ step }) => step)).size).toBeGreaterThan(2);
    expect(new Set(views.map(({ same }) => same)).size).toBe(new Set(views.map(({ of }) => of)).size);
    const values = ofKind('number').filter(({ question }) => question.prompt.includes('What will'));
    const changes = new Set(values.map(({ question }) => `${question.prompt} ${question.answer}`));
    expect(new Set(values.map(({ question }) => sameness(question))).size).toBe(changes.size);
    expect(new Set(made.map(({ question }) => sameness(question))).size).toBeGreaterThan(30);
  });

  it('are not answered before anything was done', () => {
    for (const { question } of made) {
      const kind = kindOf(question);
      const start = kind.start(question);
      const isDone = kind.missing(question, start) === null && kind.grade(question, start).right;
      expect(isDone, plainText(question.prompt)).toBe(false);
    }
  });

  it('ask of bytes what the number in their prompt is, lowest byte first', () => {
    for (const { question } of ofKind('bytes')) {
      const told = /holds (-?\d+)\./.exec(plainText(question.prompt))?.[1];
      expect(asNumber(question.answer)).toBe(BigInt(told ?? 'none'));
    }
  });

  it('ask of a pointer where its own bytes point', () => {
    for (const { question } of ofKind('point')) {
      const { address, size } = question.pointer;
      const piece = question.memory.pieces.find(
        (each) => address >= each.address && address < each.address + each.bytes.length,
      );
      const held = piece?.bytes.slice(address - piece.address, address - piece.address + size) ?? [];
      expect(asNumber(held)).toBe(BigInt(question.answer));
    }
  });

  it('ask for views that end where the array ends', () => {
    for (const { question } of ofKind('view')) {
      const { type, offset, length } = question.answer;
      const [piece] = question.memory.pieces;
      expect(offset).toBe(piece?.address);
      expect(length * elementBytes[type]).toBe(piece?.bytes.length);
    }
  });

  it('mark bytes that lie in the frame that is shown, and no mistake is the answer', () => {
    for (const { question } of ofKind('mark')) {
      const [piece] = question.memory.pieces;
      for (const address of question.answer) {
        expect(address).toBeGreaterThanOrEqual(piece?.address ?? Number.POSITIVE_INFINITY);
        expect(address).toBeLessThan((piece?.address ?? 0) + (piece?.bytes.length ?? 0));
      }
      for (const { addresses } of question.mistakes) expect(addresses).not.toEqual(question.answer);
    }
  });

  it('ask of a number what memory holds one line later', () => {
    for (const { question, reveal } of ofKind('number')) {
      const name = /What will (\w+) be/.exec(plainText(question.prompt))?.[1];
      const { frames, state } = trace.momentAt(reveal);
      const range = frames.at(-1)?.variables.find(({ value }) => value.name === name)?.value.range;
      if (!name) expect(question.answer).toBe(state.heap.liveBlocks);
      else {
        expect(range).not.toBeNull();
        const held = [...trace.engine.read(range?.start ?? 0, (range?.end ?? 0) - (range?.start ?? 0))];
        expect(BigInt(question.answer)).toBe(asNumber(held));
      }
    }
  });

  it('ask what a line leaves only where it does not run again at once', () => {
    for (const { question, step, reveal } of ofKind('number')) {
      const [asked, shown] = [trace.momentAt(step), trace.momentAt(reveal)];
      const isAgain = shown.frames.length === asked.frames.length && shown.place?.line === asked.place?.line;
      expect(isAgain, plainText(question.prompt)).toBe(false);
    }
  });

  it('offer one right line among several', () => {
    for (const { question, step } of ofKind('choice')) {
      const right = question.options.filter((option) => option.right);
      const next = trace.stepFrom(step, 'forward', [{ kind: 'line' }]) ?? trace.steps;
      expect(right).toHaveLength(1);
      expect(plainText(right[0]?.html ?? question.prompt)).toContain(`line ${trace.momentAt(next).place?.line}:`);
      expect(new Set(question.options.map(({ html }) => html)).size).toBe(question.options.length);
    }
  });
});

it('every step of a short run is looked at before it is said to have nothing to ask', async () => {
  const looked = new Set<number>();
  const short = {
    steps: 14,
    at: async (step: number) => {
      looked.add(step);
      return { place: null, frames: [] };
    },
  } as unknown as Trace;
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    looked.clear();
    expect(await makeQuestion(short, files, seed)).toBeNull();
    expect(looked.size).toBe(14);
  }
});
