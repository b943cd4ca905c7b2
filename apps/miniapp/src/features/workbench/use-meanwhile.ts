import { useState } from 'react'

/** What a colleague has made of the thing one is editing, beside what one has typed oneself. */
interface Found<Form> {
  words: string
  /** The one of both that is not in the form just now. */
  other: Form
  looking: boolean
}

/** Something was changed meanwhile: who did, which of both is in the form, and how to turn to the other. */
export interface Meanwhile {
  /** A sentence: who changed it and when. */
  words: string
  /** What is there now is in the form; what was typed is kept. */
  looking: boolean
  /** Names of what differs between both. */
  differences: readonly string[]
  turn: () => void
}

interface MeanwhileOptions<Form> {
  key?: string
  form: Form | undefined
  /** Puts a form on the screen. */
  show: (form: Form) => void
  /** Names of what differs between two forms. */
  differ: (one: Form, other: Form) => string[]
}

/**
 * Two people edit one thing. From a refusal on, what one has typed and what is there by now are both kept, and the form shows one of them:
 * one looks at the other's and comes back to one's own. `key` says of what, where a page edits several things in turn.
 */
export function useMeanwhile<Form>({ key = '', form, show, differ }: MeanwhileOptions<Form>) {
  const [all, setAll] = useState<Readonly<Record<string, Found<Form> | undefined>>>({})
  const found = all[key]
  const turn = (): void => {
    if (found === undefined || form === undefined) return
    show(found.other)
    setAll({ ...all, [key]: { ...found, other: form, looking: !found.looking } })
  }
  return {
    meanwhile: found &&
      form && { words: found.words, looking: found.looking, differences: differ(form, found.other), turn },
    /** A save was refused: `words` say why, `theirs` is what is there now. */
    begin: (words: string, theirs: Form): void =>
      setAll((before) => ({ ...before, [key]: { words, other: theirs, looking: false } })),
    forget: (): void => setAll((before) => ({ ...before, [key]: undefined })),
  }
}
