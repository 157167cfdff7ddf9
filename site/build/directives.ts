import type { Nodes, PhrasingContentMap, RootContentMap } from 'mdast';
// Adds the directives to mdast's own types.
import type {} from 'remark-directive';

/** `:::name{…}` with blocks inside. */
export type ContainerDirective = RootContentMap['containerDirective'];
/** `::name{…}` on a line of its own. */
export type LeafDirective = RootContentMap['leafDirective'];
/** `:name[…]{…}` in a line. */
export type TextDirective = PhrasingContentMap['textDirective'];
export type Directive = ContainerDirective | LeafDirective | TextDirective;

/** Any node of a lesson's text: errors stand at one. */
export type TextNode = Nodes;
