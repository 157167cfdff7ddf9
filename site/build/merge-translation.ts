import type { Heading, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { counted } from '../../playground/view-model/hexadecimal.ts';
import type { ErrorList } from './author-errors.ts';
import type { ContainerDirective } from './directives.ts';
import { suggest } from './nearest.ts';

/** Blocks that a translation shares with its original, by their ids. */
const shared = ['program', 'exercise', 'quiz', 'question', 'chooser'] as const;

/**
 * A lesson's translation, completed by its original: what a block leaves out, its attributes, its code, its checks or all of it, is taken
 * from there. Headings get the ids of the original, so that links and saved places hold in both. Reports where the
 * two do not have the same blocks and headings in the same order.
 */
export function mergeTranslation(translation: Root, original: Root, errors: ErrorList): Root {
  const children = mergeBlocks(translation.children, original.children, errors);
  const merged: Root = { ...translation, children: [...children] };
  const [own, others] = [headingsIn(merged), headingsIn(original)];
  if (own.length !== others.length) {
    errors.at(
      own.at(-1) ?? merged,
      `the original has ${counted(others.length, 'heading')}, this translation ${own.length}`,
    );
  }
  for (const [index, heading] of own.entries()) {
    const other = others[index];
    if (!other) continue;
    if (other.depth !== heading.depth) errors.at(heading, `the original has a heading of level ${other.depth} here`);
    heading.data = { ...heading.data, ...(other.data?.hProperties && { hProperties: other.data.hProperties }) };
  }
  return merged;
}

/** Blocks with ids are those of the original, in its order; everything else is the translation's own. */
function mergeBlocks(
  own: readonly RootContent[],
  original: readonly RootContent[],
  errors: ErrorList,
): readonly RootContent[] {
  const others = original.filter(isShared);
  const partners = findPartners(own.filter(isShared), others, errors);
  const misplaced = findMisplaced(partners, others, errors);
  const taken = new Set(partners.values());
  const left = others.filter((other) => !taken.has(other));
  const merged = own.flatMap((node): RootContent[] => {
    if (!isShared(node)) return [node];
    const other = partners.get(node);
    if (!other) return others.some(isSame(node)) || node.children.length === 0 ? [] : [node];
    // What is missing is there for all that refers to it.
    const before = others.slice(0, others.indexOf(other));
    const skipped = left.splice(0, left.findLastIndex((each) => before.includes(each)) + 1);
    missing(node, skipped, errors);
    if (misplaced.has(node)) return [...skipped, other];
    return [...skipped, mergeBlock({ ...node, attributes: { ...node.attributes, id: idOf(other) } }, other, errors)];
  });
  const last = own.at(-1);
  if (last) missing(last, left, errors);
  return [...merged, ...left];
}

/** The original of each block. One with an id that the original has not is told, and taken for one that nothing else translates. */
function findPartners(
  own: readonly ContainerDirective[],
  others: readonly ContainerDirective[],
  errors: ErrorList,
): ReadonlyMap<ContainerDirective, ContainerDirective> {
  const partners = new Map<ContainerDirective, ContainerDirective>();
  const free = new Set(others);
  for (const node of own) {
    const other = others.find(isSame(node));
    if (other && free.delete(other)) partners.set(node, other);
    else if (other) errors.at(node, `${node.name} \`${idOf(node)}\` stands here twice; leave this one out`);
  }
  for (const node of own.filter((each) => !others.some(isSame(each)))) {
    const candidates = [...free].filter(({ name }) => name === node.name);
    const advice = suggest(idOf(node), candidates.map(idOf));
    errors.at(node, `the original has no ${node.name} \`${idOf(node)}\` here; ${advice}`);
    const [meant] = candidates;
    if (!meant) continue;
    free.delete(meant);
    partners.set(node, meant);
  }
  return partners;
}

/** Blocks where the original has others, told once. Their ids may be what is wrong, so that nothing more is said of them. */
function findMisplaced(
  partners: ReadonlyMap<ContainerDirective, ContainerDirective>,
  others: readonly ContainerDirective[],
  errors: ErrorList,
): ReadonlySet<ContainerDirective> {
  const ordered = others.filter((other) => [...partners.values()].includes(other));
  const pairs = [...partners].sort(([a], [b]) => startOf(a) - startOf(b));
  const misplaced = pairs.flatMap(([node, other], at) => (other === ordered[at] ? [] : [node]));
  const [first] = misplaced;
  if (first) {
    const names = ordered.slice(pairs.findIndex(([node]) => node === first)).map((other) => `\`${idOf(other)}\``);
    errors.at(first, `the original has another order from here on; write ${names.join(', ')}`);
  }
  return new Set(misplaced);
}

/** Told once, of all that are missing at one place. */
function missing(node: RootContent, skipped: readonly ContainerDirective[], errors: ErrorList): void {
  const [first] = skipped;
  if (!first) return;
  const names = skipped.map((each) => `${each.name} \`${idOf(each)}\``).join(', ');
  errors.at(
    node,
    `the original's ${names} should stand before the end of this; write \`:::${first.name}{#${idOf(first)}}\` and \`:::\` to take ${skipped.length > 1 ? 'each' : 'it'} as it is`,
  );
}

function mergeBlock(own: ContainerDirective, original: ContainerDirective, errors: ErrorList): ContainerDirective {
  const attributes = { ...original.attributes, ...own.attributes };
  if (own.children.length === 0) return { ...own, attributes, children: original.children };
  if (own.name === 'quiz') {
    const children = mergeBlocks(own.children, original.children, errors) as ContainerDirective['children'];
    return { ...own, attributes, children };
  }
  if (own.name === 'question' && own.children.some(isAnswers) !== original.children.some(isAnswers)) {
    errors.at(
      own,
      `this question has a text of its own, and so needs answers of its own; write all of it, or only \`:::question{#${idOf(own)}}\` and \`:::\``,
    );
    return { ...own, attributes, children: original.children };
  }
  if (own.name === 'question') compareAnswers(own, original, errors);
  if (own.name !== 'exercise') return { ...own, attributes };
  const parts = new Set(own.children.flatMap((child) => (isPart(child) ? [child.name] : [])));
  const taken = original.children.filter((child) => isPart(child) && !parts.has(child.name));
  return { ...own, attributes, children: [...own.children, ...taken] };
}

/** Answers are kept by their places, so those of a translation stand where the original's do. */
function compareAnswers(own: ContainerDirective, original: ContainerDirective, errors: ErrorList): void {
  const kind = original.attributes?.kind ?? '';
  if (!['choice', 'choices', 'order', 'match'].includes(kind)) return;
  const [mine, others] = [own, original].map((node) => node.children.find(isAnswers));
  if (!mine || !others || !('children' in mine) || !('children' in others)) return;
  if (mine.children.length !== others.children.length) {
    const counts = [others, mine].map(({ children, type }) => children.length - (type === 'table' ? 1 : 0));
    errors.at(mine, `the original has ${counts[0]} answers here, this translation ${counts[1]}`);
    return;
  }
  for (const [index, answer] of mine.children.entries()) {
    const other = others.children[index];
    if (answer.type !== 'listItem' || other?.type !== 'listItem' || answer.checked === other.checked) continue;
    const [box, right] = other.checked ? ['[x]', 'right'] : ['[ ]', 'wrong'];
    errors.at(answer, `answer ${index + 1} of the original is ${right}; write \`- ${box}\`, in the original's order`);
    return; // An answer that is moved makes two differ.
  }
}

const isAnswers = ({ type }: RootContent): boolean => type === 'list' || type === 'table';

const isPart = (node: RootContent): node is ContainerDirective =>
  node.type === 'containerDirective' && node.name !== 'note';

const isShared = (node: RootContent): node is ContainerDirective =>
  node.type === 'containerDirective' && shared.some((name) => name === node.name);

const isSame =
  (node: ContainerDirective) =>
  (other: ContainerDirective): boolean =>
    other.name === node.name && idOf(other) === idOf(node);

const startOf = ({ position }: ContainerDirective): number => position?.start.offset ?? 0;

const idOf = ({ attributes }: ContainerDirective): string => attributes?.id ?? '';

function headingsIn(tree: Root): readonly Heading[] {
  const headings: Heading[] = [];
  visit(tree, 'heading', (node) => {
    headings.push(node);
  });
  return headings;
}
