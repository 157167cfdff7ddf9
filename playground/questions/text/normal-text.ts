/** What is compared of a typed text: without spaces around it; also without case and doubled spaces, unless `isExact`. */
export function normalText(text: string, isExact: boolean): string {
  const typed = text.trim();
  return isExact ? typed : typed.replaceAll(/[‘’]/g, "'").replaceAll(/\s+/g, ' ').toLowerCase();
}
