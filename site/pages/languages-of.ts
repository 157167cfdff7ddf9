import { type Course, originalLanguage } from '../../playground/lesson/lesson.ts';

/** All languages in which anything of a course can be read, the original's first. */
export const languagesOf = ({ parts }: Course): readonly string[] => [
  ...new Set([originalLanguage, ...parts.flatMap(({ lessons }) => lessons.flatMap(({ languages }) => languages))]),
];
