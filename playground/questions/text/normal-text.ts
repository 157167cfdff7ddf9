/**
 * What is compared of a typed text: without spaces around it; unless `isExact`, also without case, doubled spaces, quotation
 * marks or backticks around all of it, and a full stop at its end.
 */
export function normalText(text: string, isExact: boolean): string {
  if (isExact) return text.trim();
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[“”„«»]/g, '"');
  const typed = plain.trim().replaceAll(/\s+/g, ' ').toLowerCase();
  const bare = typed.length > 1 ? typed.replace(/\.$/, '') : typed;
  return /^(["'`])([^"'`]+)\1$/.exec(bare)?.[2]?.trim() ?? bare;
}
