/** An error without parameters. */
export type NoParams = Record<never, never>
