import { freeze } from './intrinsics.ts';
import { ScriptFrame } from './script-frame.ts';
import type { ScriptHook } from './script-hook.ts';

/** A hook for code that is loaded before there is a program to watch: until it begins, it reports nothing. */
export interface LateHook {
  readonly hook: ScriptHook;
  begin(watching: ScriptHook): void;
}

/** Frames of functions that ran before. */
const early = new ScriptFrame(0, null);

/** A key that nothing has. */
const noKey = Symbol();

/** Makes one. Values pass through, as they do through every hook. */
export function lateHook(): LateHook {
  let target: ScriptHook | null = null;
  const hook: ScriptHook & { readonly __proto__: null } = {
    __proto__: null,
    enter: (number) => (target ? target.enter(number) : early),
    step(site, frame, values) {
      if (frame !== early) target?.step(site, frame, values);
    },
    exit: (frame, value) => (target && frame !== early ? target.exit(frame, value) : value),
    suspend: (frame, value) => (target && frame !== early ? target.suspend(frame, value) : value),
    resume: (frame, value) => (target && frame !== early ? target.resume(frame, value) : value),
    test: (object, key) => (target ? target.test(object, key) : key),
    read: (object, key) => (target ? target.read(object, key) : key),
    write: (object, key) => (target ? target.write(object, key) : key),
    update: (object, key) => (target ? target.update(object, key) : key),
    shifted: (address, bits) => (target ? target.shifted(address, bits) : address),
    keep: (address, bits, number) => (target ? target.keep(address, bits, number) : address),
    kept: (index, number) => (target ? target.kept(index, number) : index),
    stored: (value) => (target ? target.stored(value) : value),
    measure: (object) => (target ? target.measure(object) : object),
    look: (object) => (target ? target.look(object) : object),
    taken: (asked) => (target ? target.taken(asked) : noKey),
  };
  return {
    hook: freeze(hook),
    begin(watching) {
      target = watching;
    },
  };
}
