/** A module that can be evaluated, with what is known of that. */
export class Evaluation {
  readonly dependencies: Evaluation[] = [];
  state: 'linked' | 'evaluating' | 'evaluating-async' | 'evaluated' = 'linked';
  /** What it or a module that it needs threw. */
  error: { readonly thrown: unknown } | null = null;
  root: Evaluation = this;
  index = 0;
  ancestor = 0;
  /** Modules that it still waits for. */
  pending = 0;
  /** Its place among those that wait; 0 when it waits for nothing. */
  order = 0;
  readonly parents: Evaluation[] = [];
  /** Settles when it was evaluated, or could not be. */
  readonly ended: Promise<void>;
  resolve!: () => void;
  reject!: (thrown: unknown) => void;

  constructor(
    readonly waits: boolean,
    /** Evaluates the module itself; a promise where it waits. */
    readonly run: () => unknown,
  ) {
    this.ended = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    this.ended.catch(() => undefined); // whoever imports it wants to know
  }
}

let orders = 0;

/** Evaluates a module after all that it needs, each once, in ECMAScript's order (16.2.1.6.1.3, top-level await included). */
export function evaluateModule(module: Evaluation): Promise<void> {
  if (module.state === 'evaluated') return module.error ? Promise.reject(module.error.thrown) : Promise.resolve();
  if (module.state !== 'linked') return module.root.ended;
  const stack: Evaluation[] = [];
  try {
    visit(module, stack, 0);
  } catch (thrown) {
    for (const each of stack) {
      each.state = 'evaluated';
      each.error = { thrown };
      each.reject(thrown);
    }
    return module.ended;
  }
  if (module.order === 0) module.resolve();
  return module.ended;
}

function visit(module: Evaluation, stack: Evaluation[], next: number): number {
  if (module.state !== 'linked') {
    if (module.error) throw module.error.thrown;
    return next;
  }
  module.state = 'evaluating';
  module.index = next;
  module.ancestor = next;
  let index = next + 1;
  stack.push(module);
  for (const dependency of module.dependencies) {
    index = visit(dependency, stack, index);
    let needed = dependency;
    if (dependency.state === 'evaluating') module.ancestor = Math.min(module.ancestor, dependency.ancestor);
    else {
      needed = dependency.root;
      if (needed.error) throw needed.error.thrown;
    }
    if (needed.order > 0 && needed.state !== 'evaluated') {
      module.pending++;
      needed.parents.push(module);
    }
  }
  if (module.pending > 0 || module.waits) {
    module.order = ++orders;
    if (module.pending === 0) runWaiting(module);
  } else module.run();
  if (module.ancestor < module.index) return index;
  for (let member: Evaluation | undefined; member !== module; ) {
    member = stack.pop() as Evaluation;
    member.state = member.order > 0 ? 'evaluating-async' : 'evaluated';
    member.root = module;
  }
  return index;
}

function runWaiting(module: Evaluation): void {
  const ended = module.run() as Promise<unknown>;
  ended.then(
    () => finished(module),
    (thrown: unknown) => failed(module, thrown),
  );
}

/** A module that waited has ended: those that wait for it alone go on, in their order. */
function finished(module: Evaluation): void {
  if (module.state === 'evaluated') return;
  module.state = 'evaluated';
  module.resolve();
  const ready: Evaluation[] = [];
  gather(module, ready);
  for (const each of ready.sort((a, b) => a.order - b.order)) {
    if (each.state === 'evaluated') continue; // something that it needs has failed
    if (each.waits) {
      runWaiting(each);
      continue;
    }
    try {
      each.run();
    } catch (thrown) {
      failed(each, thrown);
      continue;
    }
    each.state = 'evaluated';
    each.resolve();
  }
}

function gather(module: Evaluation, ready: Evaluation[]): void {
  for (const parent of module.parents) {
    if (ready.includes(parent) || parent.root.error) continue;
    if (--parent.pending > 0) continue;
    ready.push(parent);
    if (!parent.waits) gather(parent, ready);
  }
}

function failed(module: Evaluation, thrown: unknown): void {
  if (module.state === 'evaluated') return;
  module.state = 'evaluated';
  module.error = { thrown };
  module.reject(thrown);
  for (const parent of module.parents) failed(parent, thrown);
}
