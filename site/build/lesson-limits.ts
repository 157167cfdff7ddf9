/** The most that a lesson's folder may hold, on the disk and in the page alike: files, and bytes. */
export const lessonLimits = { files: 200, lesson: 300_000, textBytes: 1_000_000, pictureBytes: 5_000_000 } as const;
