/** What the program says to whoever started it. */
export const EXIT = { clean: 0, findings: 1, failure: 2 } as const;

/** One of these codes. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
