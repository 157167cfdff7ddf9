import type { AnyNode, ArrowFunctionExpression, AwaitExpression, ReturnStatement, YieldExpression } from 'acorn';
import type MagicString from 'magic-string';
import { askedBy, type Callable, lookedAt, takenApart } from './syntax.ts';

/** What instrumented code calls: a hook object, the frame of the running function, and a place to keep an object in. */
export interface HookNames {
  readonly hook: string;
  readonly frame: string;
  readonly object: string;
}

/** What a script does to an element: `update` reads and writes it. */
export type Access = 'read' | 'write' | 'update';

/**
 * Inserts calls of the hook into a script; none has a line break. To be asked for inner nodes before outer ones: what is
 * inserted at a node's start goes to the left of what is there already, and at its end to the right.
 */
export class Reports {
  constructor(
    readonly code: MagicString,
    readonly names: HookNames,
  ) {}

  /** The call that reports a step. The values are asked for only when they are recorded. */
  step(site: number, variables: readonly string[]): string {
    const values = variables.length > 0 ? `,()=>[${variables.join()}]` : '';
    return `${this.names.hook}.step(${site},${this.names.frame}${values})`;
  }

  /** A step before a statement. */
  before({ start }: AnyNode, step: string): void {
    this.code.prependRight(start, `${step};`);
  }

  /** A step before an expression is evaluated. */
  beforeValue(expression: AnyNode, step: string): void {
    this.#wrap(expression, `(${step},(`, '))');
  }

  inBraces(statement: AnyNode): void {
    this.#wrap(statement, '{', '}');
  }

  /** The frame begins after the directives, which must stay first. */
  functionBody(node: Callable, number: number, directive: AnyNode | undefined): void {
    const { start, end } = node.body;
    const enter = this.#enter(number) + this.#argumentsAsked(node);
    this.code.appendLeft(directive?.end ?? start + 1, directive ? `;${enter}` : enter);
    this.code.appendLeft(end - 1, `;${this.#call('exit')})`);
  }

  /** An expression becomes a block that returns it, from just behind the arrow on. */
  arrowBody(arrow: ArrowFunctionExpression, number: number, step: string): void {
    const from = arrow.params.at(-1)?.end ?? arrow.start;
    const between = this.code.original.slice(from, arrow.body.start);
    const blank = between.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n\r\u2028\u2029]*/g, (comment) =>
      ' '.repeat(comment.length),
    );
    const behind = from + blank.indexOf('=>') + 2;
    this.code.appendLeft(behind, `{${this.#enter(number)}${step};return ${this.#call('exit')},(`);
    this.code.appendLeft(arrow.end, '))}');
  }

  returned({ start, argument }: ReturnStatement): void {
    this.#passed('exit', argument, start + 'return'.length);
  }

  /** `await x` becomes `resume(await suspend(x))`: others run between. */
  suspension(node: AwaitExpression | YieldExpression, word: 'await' | 'yield'): void {
    this.#passed('suspend', node.argument, node.start + word.length);
    this.#wrap(node, `${this.#call('resume')},`, ')');
  }

  /** `object[key]` becomes `object[hook(object, key)]`; an object that is no plain name is kept, to be evaluated once. */
  access(how: Access, object: AnyNode, key: AnyNode): void {
    const isPlain = object.type === 'Identifier' || object.type === 'ThisExpression';
    const again = isPlain ? this.code.original.slice(object.start, object.end) : this.names.object;
    if (!isPlain) this.#wrap(object, `(${again}=(`, '))');
    this.#wrap(key, `${this.names.hook}.${how}(${again},(`, '))');
  }

  /** The address in `address >> 2`, which is an index then. */
  shifted(address: AnyNode, bits: number): void {
    this.#wrap(address, `${this.names.hook}.shifted((`, `),${bits})`);
  }

  /** The address in `const index = address >> 2`. */
  keptShift(address: AnyNode, bits: number, number: number): void {
    this.#wrap(address, `${this.names.hook}.keep((`, `),${bits},${number})`);
  }

  /** That index, where it is used. */
  keptIndex(index: AnyNode, number: number): void {
    this.#wrap(index, `${this.names.hook}.kept((`, `),${number})`);
  }

  /** What is assigned to an element: when it is there, the store is next. */
  stored(value: AnyNode): void {
    this.#wrap(value, `${this.names.hook}.stored((`, '))');
  }

  /** `object.length`: in brackets, as it may stand behind `new`. */
  measure(object: AnyNode): void {
    this.#wrap(object, `(${this.names.hook}.measure((`, ')))');
  }

  /** What a node asks of objects by none of its members. */
  asked(node: AnyNode): void {
    for (const [pattern, object] of takenApart(node)) {
      const asked = askedBy(pattern);
      if (asked === 'measure') this.measure(object);
      else if (asked) this.#look(object);
    }
    for (const object of lookedAt(node)) this.#look(object);
  }

  #look(object: AnyNode): void {
    this.#wrap(object, `${this.names.hook}.look((`, '))');
  }

  /** What a function's patterns have just asked of its arguments. Arrows have none by that name, and a generator begins later. */
  #argumentsAsked({ type, generator, params }: Callable): string {
    if (type === 'ArrowFunctionExpression' || generator) return '';
    const calls = params.map((pattern, index) => {
      const asked = askedBy(pattern);
      return asked ? `${this.names.hook}.${asked}(arguments[${index}]);` : '';
    });
    return calls.join('');
  }

  #enter(number: number): string {
    return `const ${this.names.frame}=${this.names.hook}.enter(${number});`;
  }

  #call(name: 'exit' | 'suspend' | 'resume'): string {
    return `${this.names.hook}.${name}(${this.names.frame}`;
  }

  /** Passes a value through the hook, or what stands for none. */
  #passed(name: 'exit' | 'suspend', value: AnyNode | null | undefined, otherwise: number): void {
    if (value) this.#wrap(value, `${this.#call(name)},(`, '))');
    else this.code.appendLeft(otherwise, ` ${this.#call(name)})`);
  }

  #wrap({ start, end }: AnyNode, before: string, after: string): void {
    this.code.prependRight(start, before);
    this.code.appendLeft(end, after);
  }
}
