import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { DeskPersonView } from '@wanli/contracts/desk'
import type { FactKind } from '@wanli/contracts/people'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { asApiError } from '@/shared/http/api-error'
import { serverNow } from '@/shared/http/server-clock'
import { toast } from '@/shared/ui/toast'
import { forgetConsent, lookAgain, useVerifyFact } from './api/desk-person'
import { CLERK_TEXT as TEXT } from './clerk-text'
import { asksPaper, firstForm, requestOf, type FactForm, type FactProblem } from './model/fact-form'

/** A fact as it is typed, what is wrong with it, and whether the person has still to agree to its being kept. */
export interface FactForming {
  form: FactForm
  withPaper: boolean
  problem: FactProblem | null
  busy: boolean
  looking: boolean
  change: (next: Partial<FactForm>) => void
  save: () => void
  /** Reads anew whether the person has agreed on their phone. */
  look: () => void
}

/** What is known of a fact, changed and written down. Whatever is refused, what was typed stays. */
export function useFactForm(person: DeskPersonView, kind: FactKind, onSaved: () => void): FactForming {
  const known = person.facts.find((one) => one.kind === kind)
  const [form, setForm] = useState(() => firstForm(kind, known?.value))
  const [problem, setProblem] = useState<FactProblem | null>(null)
  const verify = useVerifyFact(person.id)
  const again = useLook(person.id, setProblem)
  const withPaper = asksPaper(kind, person)
  const change = (next: Partial<FactForm>): void => {
    setForm({ ...form, ...next })
    setProblem(null)
  }
  const refuse = (thrown: unknown): void => {
    const { code, detail } = asApiError(thrown)
    if (code === 'desk.consent_missing') {
      forgetConsent(person.id)
      setProblem({ at: 'consentPaper', say: TEXT.consentPaperWrong })
    } else setProblem({ at: 'value', say: detail })
  }
  const done = (): void => {
    toast(TEXT.saved)
    onSaved()
  }
  const save = (): void => {
    const body = requestOf(kind, form, { today: businessDayOf(serverNow()), withPaper })
    if ('at' in body) setProblem(body)
    else if (!verify.isPending) verify.mutate({ kind, body }, { onSuccess: done, onError: refuse })
  }
  return { form, withPaper, problem, busy: verify.isPending, change, save, ...again }
}

/** Looks whether the person has agreed meanwhile, and says so when not. */
function useLook(personId: string, say: (problem: FactProblem | null) => void): Pick<FactForming, 'looking' | 'look'> {
  const again = useMutation({
    mutationFn: () => lookAgain(personId),
    onSuccess: ({ consentedSensitive }) =>
      say(consentedSensitive ? null : { at: 'consentPaper', say: TEXT.consentNotYet }),
    onError: (error) => say({ at: 'consentPaper', say: asApiError(error).detail }),
  })
  return { looking: again.isPending, look: () => !again.isPending && again.mutate() }
}
