declare module 'virtual:course' {
  export const course: import('../../playground/lesson/lesson.ts').Course;
  /** Address of the module of the playground's first program. */
  export const playgroundModule: string;
  /** Loads one lesson; keyed by slug. */
  export const lessonModules: Readonly<
    Record<string, () => Promise<{ readonly lesson: import('../../playground/lesson/lesson.ts').CompiledLesson }>>
  >;
}

declare module 'virtual:licences' {
  export const licences: readonly import('../build/licences.ts').ThirdPartyLicence[];
}
