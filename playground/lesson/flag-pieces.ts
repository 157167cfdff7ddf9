/**
 * The pieces of a line of code, every second of which is the beginning of a flag, such as `-s` or `--t`: a line that
 * broke behind its hyphen would show a flag without it.
 */
export const flagPieces = (code: string): readonly string[] => code.split(/(?<!\S)(--?\w)/);
