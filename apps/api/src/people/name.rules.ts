import { DomainError } from '../common/domain-error.js'

/**
 * A display name made tidy: outer spaces off, inner runs of spaces one. Rare characters (生僻字, CJK extensions) are names;
 * emoji and control characters are not. Throws `people.name_not_allowed` (422).
 */
export function tidyName(name: string): string {
  const tidy = name.normalize('NFC').trim().replace(/\s+/gu, ' ')
  const allowed =
    tidy !== '' && !/\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Cc}|\p{Cs}|\u200d|\ufe0f/u.test(tidy)
  if (!allowed) throw new DomainError('people.name_not_allowed')
  return tidy
}
