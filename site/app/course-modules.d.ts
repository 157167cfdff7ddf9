declare module 'virtual:course' {
  import type { CompiledLesson, Course } from '../../playground/lesson/lesson.ts';

  export const course: Course;
  /** Loads one lesson; keyed by slug. */
  export const lessonModules: Readonly<Record<string, () => Promise<{ readonly lesson: CompiledLesson }>>>;
}

declare module 'virtual:licences' {
  import type { ThirdPartyLicence } from '../build/licences.ts';

  export const licences: readonly ThirdPartyLicence[];
}
