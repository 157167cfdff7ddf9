import { useEffect, useRef, useState } from 'react';
import { type ByteSource, toAddress } from '../trace/memory-state.ts';
import type { Change } from '../trace/trace.ts';
import { type ChangedBytes, changedBytes } from '../view-model/changed-bytes.ts';

interface Shown {
  readonly start: number;
  readonly values: Uint8Array;
  readonly changed: ChangedBytes;
}

const nothing: Shown = { start: 0, values: new Uint8Array(), changed: new Map() };

/**
 * The bytes from `start` to `end` at a step, and which of them were changed: by `changes`, where these are known, else
 * since the step that was shown before.
 */
export function useChangedBytes(
  source: ByteSource,
  step: number,
  start: number,
  end: number,
  changes: readonly Change[] | null,
): Shown {
  const [shown, setShown] = useState(nothing);
  const last = useRef({ step: -1, start: 0, values: new Uint8Array() });
  useEffect(() => {
    let isCurrent = true;
    const show = (values: Uint8Array) => {
      if (!isCurrent) return;
      const before = last.current;
      const changed = new Map(changes ? changedBytes(changes, start, end) : []);
      if (!changes && before.step !== step && before.step >= 0) {
        for (let address = Math.max(start, before.start); address < end; address++) {
          const old = before.values[address - before.start];
          if (old !== undefined && old !== values[address - start]) changed.set(address, old);
        }
      }
      last.current = { step, start, values: values as Uint8Array<ArrayBuffer> };
      setShown({ start, values, changed });
    };
    // A recording that ends meanwhile answers no more: the bytes stay until there is another.
    source.read({ start: toAddress(start), end: toAddress(end) }).then(show, () => undefined);
    return () => {
      isCurrent = false;
    };
  }, [source, step, start, end, changes]);
  return shown.start === start ? shown : nothing;
}
