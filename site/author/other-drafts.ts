import { type Draft, isSameFolder, type LessonFolder } from './draft.ts';

/** More are not kept: by then the oldest are beginnings of newer ones. */
const mostVersions = 8;

/** By what a tab tells its own work on the lesson from that of others. */
export interface OwnDraft {
  /** What it read or kept last: where another is kept now, another tab did that. */
  kept: Draft;
  /** Versions of its own that another tab may have found: here typing went on from them. */
  earlier: readonly LessonFolder[];
}

/**
 * What a tab is to keep in place of `there`, which is what is kept now: its draft, with the versions that another tab has
 * kept since and which would be lost by that. Those are what that tab has, what it had put aside and what it had found; the
 * lesson that everybody begins with, `begun`, is none, nor what this tab itself had.
 */
export function toKeep(there: Draft | null, draft: Draft, own: OwnDraft, begun: LessonFolder): Draft {
  const before = own.kept;
  const isOfOtherTab = there !== null && !isSameDraft(there, before);
  // What somebody left for another tab's version is itself one of the others now.
  const mine = unknown([draft, before, ...asides(draft, before), ...own.earlier], draft.others);
  const next = isOfOtherTab ? { ...draft, others: unknown(versionsOf(there), [begun, ...mine]) } : draft;
  if (isOfOtherTab) own.earlier = mine;
  own.kept = next;
  return next;
}

const versionsOf = (there: Draft): readonly LessonFolder[] => [there, ...asides(there), ...there.others];

const asides = (...drafts: readonly Draft[]): readonly LessonFolder[] =>
  drafts.flatMap(({ aside }) => (aside ? [aside] : []));

/** Those of `versions` that are not among `known`, each once. */
function unknown(versions: readonly LessonFolder[], known: readonly LessonFolder[]): readonly LessonFolder[] {
  const found: LessonFolder[] = [];
  for (const { name, files } of versions) {
    const version = { name, files };
    if (![...known, ...found].some((each) => isSameFolder(each, version))) found.push(version);
  }
  return found.slice(0, mostVersions);
}

function isSameDraft(one: Draft, other: Draft): boolean {
  const areSame = (version: LessonFolder, at: number) => {
    const like = other.others[at];
    return like !== undefined && isSameFolder(version, like);
  };
  return isSameFolder(one, other) && one.others.length === other.others.length && one.others.every(areSame);
}
