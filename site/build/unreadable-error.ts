/** Why a reading has no answer in this run: an author's mistake. */
export class UnreadableError extends Error {}
