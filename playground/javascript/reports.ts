import type {
  AnyNode,
  ArrowFunctionExpression,
  AwaitExpression,
  ChainExpression,
  MemberExpression,
  ObjectPattern,
  ReturnStatement,
  YieldExpression,
} from 'acorn';
import type MagicString from 'magic-string';
import { OptionalChains } from './optional-chains.ts';
import { type Callable, lookedAt } from './syntax.ts';
import { askedBy } from './taken-apart.ts';

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
  readonly chains: OptionalChains;

  constructor(
    readonly code: MagicString,
    readonly names: HookNames,
  ) {
    this.chains = new OptionalChains(code.original);
  }

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
    const enter = this.#enter(number);
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
  access(how: Access | 'test', object: AnyNode, key: AnyNode): void {
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
  measure(node: MemberExpression): void {
    const { hook } = this.names;
    if (node.object.type === 'Super') this.#wrap(node, `(${hook}.measure(this),`, ')');
    else this.#wrap(node.object, `(${hook}.measure((`, ')))');
  }

  /** What a node asks of objects by none of its members. */
  asked(node: AnyNode): void {
    if (node.type === 'ObjectPattern') this.#takenApart(node);
    for (const object of lookedAt(node)) this.#wrap(object, `${this.names.hook}.look((`, '))');
  }

  /** What a pattern asks of the object that it takes apart: it gets one more property, which binds nothing, and which views tell of. */
  #takenApart(pattern: ObjectPattern): void {
    const asked = askedBy(pattern);
    if (!asked) return;
    const property = `[${this.names.hook}.taken('${asked}')]:{}=1`;
    const last = pattern.properties.findLast(({ type }) => type === 'Property');
    if (last) this.code.appendLeft(last.end, `,${property}`);
    else this.code.appendLeft(pattern.start + 1, `${property},`);
  }

  /**
   * Has a chain be written so that what stands behind a `?.` can be reported: `a?.b[0]` becomes
   * `((kept=(a))==null?void 0:kept.b[0])`. `visit` reports what is in it.
   */
  chain(node: ChainExpression, visit: () => void): void {
    const { object } = this.names;
    const links = this.chains.open(node);
    for (const { from, to } of links) this.code.remove(from, to).prependRight(from, object);
    visit();
    for (const { base, end } of links) {
      this.code.prependRight(base.start, `((${object}=(`);
      this.code.appendLeft(base.end, '))==null?void 0:');
      this.code.appendLeft(end, ')');
    }
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

  #wrap(node: AnyNode, before: string, after: string): void {
    this.code.prependRight(this.chains.beginOf(node), before);
    this.code.appendLeft(node.end, after);
  }
}
