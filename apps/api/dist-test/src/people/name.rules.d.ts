/**
 * A display name made tidy: outer spaces off, inner runs of spaces one. Rare characters (生僻字, CJK extensions) are names;
 * emoji and control characters are not. Throws `people.name_not_allowed` (422).
 */
export declare function tidyName(name: string): string
/** A name as a counter may see it: the family name and the last character, `陈*珍`; two characters show the first, `陈*`. */
export declare function maskedName(name: string): string
