/**
 * The pieces of a line of code, every second of which stays in one line: the beginning of a flag, such as `-s` or `--t`,
 * which a line that broke behind its hyphen would show without it, or a short call of what another call returned, such as
 * `.slice(0, 4)`, before which a line may break.
 */
export const codePieces = (code: string): readonly string[] => code.split(/((?<!\S)--?\w|(?<=\))\.\w+\([^()]{0,12}\))/);

/** Whether a line may break before a piece that stays in one line. */
export const mayBreakBefore = (piece: string): boolean => piece.startsWith('.');
