/** One line about each invented person of the demo, in the order in which they are offered. */
export declare const PERSONA_TEXTS: readonly {
  persona: string
  about: string
}[]
