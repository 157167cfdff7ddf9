declare module 'virtual:course' {
  export const course: import('../../playground/lesson/lesson.ts').Course;
  /** Address of the module of the playground's first program. */
  export const playgroundModule: string;
  /** Loads one lesson; keyed by its name: `lessonName`. */
  export const lessonModules: Readonly<
    Record<string, () => Promise<{ readonly lesson: import('../../playground/lesson/lesson.ts').CompiledLesson }>>
  >;
  /** Loads what search finds, by language; one for each language of the course. */
  export const searchModules: Readonly<
    Record<
      string,
      () => Promise<{ readonly entries: readonly import('../../playground/lesson/search-entry.ts').SearchEntry[] }>
    >
  >;
}

declare module 'virtual:glossary' {
  /** By language. */
  export const glossaries: Readonly<
    Record<string, readonly import('../../playground/lesson/glossary.ts').GlossaryTerm[]>
  >;
}

declare module 'virtual:bugs' {
  export const bugs: readonly import('../../playground/lesson/bug.ts').Bug[];
}

declare module 'virtual:licences' {
  export const licences: readonly import('../build/licences.ts').ThirdPartyLicence[];
}
