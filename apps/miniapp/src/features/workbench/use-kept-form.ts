import { useState } from 'react'
import { useDraft } from './use-draft'

/** What is typed into a sheet, how to change and to forget it, and whether it was begun earlier. */
export interface KeptForm<Form> {
  form: Form
  keep: (form: Form) => void
  /** It is saved, or nobody wants it: the form is as at first. */
  forget: () => void
  /** It was begun before the sheet was opened, and not saved. */
  begun: boolean
}

/**
 * A form that is not lost by a tap beside its sheet, nor by a reload: opened again it is as it was left, unless what it is of (`first`) was
 * changed since: nothing is written over that nobody has seen. `name` says what it is of; `differ` names what of two forms is not the same.
 */
export function useKeptForm<Form>(
  name: string,
  first: Form,
  differ: (one: Form, other: Form) => readonly string[],
): KeptForm<Form> {
  const [seen] = useState(first)
  const [kept, write, forget] = useDraft(`form.${name}`, { form: seen, seen })
  const [isStale, setStale] = useState(() => differ(kept.seen, seen).length > 0)
  const [begun, setBegun] = useState(() => !isStale && differ(kept.form, seen).length > 0)
  return {
    form: isStale ? seen : kept.form,
    keep: (form) => {
      setStale(false)
      write({ form, seen })
    },
    forget: () => {
      forget()
      setBegun(false)
    },
    begun,
  }
}
