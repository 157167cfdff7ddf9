import { bareList, freeze, isView } from './intrinsics.ts';
import type { KeyedAccess } from './keyed-access.ts';
import type { ScriptFrame } from './script-frame.ts';
import type { ScriptTracer, TracedScript } from './script-tracer.ts';
import type { Asked, TakenApart } from './taken-apart.ts';

/** What an instrumented script calls; see `Reports` in playground/javascript. Values pass through unchanged. */
export interface ScriptHook {
  enter(number: number): ScriptFrame;
  step(site: number, frame: ScriptFrame, values?: () => readonly unknown[]): void;
  exit<Value>(frame: ScriptFrame, value: Value): Value;
  suspend<Value>(frame: ScriptFrame, value: Value): Value;
  resume<Value>(frame: ScriptFrame, value: Value): Value;
  test<Key>(object: unknown, key: Key): Key;
  read<Key>(object: unknown, key: Key): Key;
  write<Key>(object: unknown, key: Key): Key;
  update<Key>(object: unknown, key: Key): Key;
  shifted<Value>(address: Value, bits: number): Value;
  keep<Value>(address: Value, bits: number, number: number): Value;
  kept<Value>(index: Value, number: number): Value;
  stored<Value>(value: Value): Value;
  measure<Value>(object: Value): Value;
  look<Value>(object: Value): Value;
  taken(asked: Asked): symbol;
}

/** What a variable's index was made of. */
interface KeptAddress {
  readonly address: number;
  readonly bits: number;
}

/** Makes the hook of one script. A script holds it under a name that it cannot know, and can change nothing of it. */
export function makeScriptHook(
  tracer: ScriptTracer,
  keyed: KeyedAccess,
  takenApart: TakenApart,
  script: TracedScript,
): ScriptHook {
  const { access } = keyed;
  const keptIndices = bareList<KeptAddress | null>();
  const hook: ScriptHook & { readonly __proto__: null } = {
    __proto__: null,
    enter: (number) => tracer.enter(script, number),
    step(site, frame, values) {
      tracer.step(script, frame, site, values ?? null);
      takenApart.begun();
    },
    exit(frame, value) {
      tracer.exit(frame);
      takenApart.ended();
      return value;
    },
    suspend(frame, value) {
      tracer.suspend(frame);
      return value;
    },
    resume(frame, value) {
      tracer.resume(frame);
      return value;
    },
    test(object, key) {
      keyed.at('test', object, key);
      access.shifted(null, 0);
      return key;
    },
    read(object, key) {
      keyed.at('read', object, key);
      access.shifted(null, 0);
      return key;
    },
    write(object, key) {
      keyed.at('write', object, key);
      access.assigns(object, key, false);
      access.shifted(null, 0);
      return key;
    },
    update(object, key) {
      keyed.at('update', object, key);
      access.assigns(object, key, true);
      access.shifted(null, 0);
      return key;
    },
    shifted(address, bits) {
      access.shifted(address, bits);
      return address;
    },
    keep(address, bits, number) {
      const isBetween = typeof address === 'number' && (address & ((1 << bits) - 1)) !== 0;
      keptIndices[number] = isBetween ? { address, bits } : null;
      return address;
    },
    kept(index, number) {
      const from = keptIndices[number];
      if (from) access.shifted(from.address, from.bits, true);
      return index;
    },
    stored(value) {
      access.stores(value);
      return value;
    },
    measure(object) {
      if (isView(object)) access.measured(object);
      return object;
    },
    look(object) {
      if (isView(object)) access.lookedAt(object);
      return object;
    },
    taken: (asked) => takenApart.keyFor(asked),
  };
  return freeze(hook);
}
