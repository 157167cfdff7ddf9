import type { ImportedFunction } from './glue.ts';
import { now } from './intrinsics.ts'; // a clock that stands still would never let a sleep end
import { failing, type WasiMemory } from './wasi-types.ts';

const clock = 0;
const isAbsolute = 1;
/** Bytes of a `subscription` and of an `event`. */
const [subscriptionSize, eventSize] = [48, 32];

/** `poll_oneoff`: files are always ready, and a sleep lasts as long as it should. */
export function wasiPoll(memory: WasiMemory): Record<string, ImportedFunction> {
  return failing({
    poll_oneoff(subscriptions: number, events: number, count: number, happened: number) {
      const asked = Array.from({ length: count >>> 0 }, (_, index) => {
        const view = memory.view(subscriptions + index * subscriptionSize, subscriptionSize);
        return {
          userData: view.getBigUint64(0, true),
          kind: view.getUint8(8),
          until: untilWhen(view.getUint32(16, true), view.getBigUint64(24, true), view.getUint16(40, true)),
        };
      });
      const files = asked.filter(({ kind }) => kind !== clock);
      const first = Math.min(...asked.map(({ until }) => until));
      // Nothing else can run while the program does: it waits here, as Emscripten's own sleep does.
      while (files.length === 0 && now() < first);
      const ready = files.length > 0 ? files : asked.filter(({ until }) => until <= first);
      for (const [index, { userData, kind }] of ready.entries()) {
        memory.put(events + index * eventSize, eventSize, (view) => {
          view.setBigUint64(0, userData, true);
          view.setUint8(10, kind);
        });
      }
      memory.putNumber(happened, ready.length);
    },
  });
}

/** Milliseconds of `performance.now()` at which a clock's time has come. */
function untilWhen(clockId: number, nanoseconds: bigint, flags: number): number {
  const milliseconds = Number(nanoseconds) / 1e6;
  if (!(flags & isAbsolute)) return now() + milliseconds;
  return clockId === 0 ? now() + milliseconds - Date.now() : milliseconds;
}
