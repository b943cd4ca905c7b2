import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Meal } from '@wanli/contracts/canteen'
import type { ChangeMealPlanRequest, MealPlanView } from '@wanli/contracts/menus'
import { asApiError, type ApiError } from '@/shared/http/api-error'
import { MEAL_TEXT } from '@/shared/text/when'
import { toast } from '@/shared/ui/toast'
import { readPlan, savePlan } from './api/menus'
import { PLAN_TEXT as TEXT } from './menus-text'
import {
  firstProblem,
  planDifferences,
  planFormOf,
  planOf,
  problemsOfPlan,
  type PlanForm,
  type PlanProblems,
} from './model/plan-form'
import { useDraft } from './use-draft'
import type { KeptForm } from './use-kept-form'
import { useMeanwhile } from './use-meanwhile'

const MEALS = Object.keys(MEAL_TEXT) as Meal[]

/** What is typed of a meal, and the revision of the plan that was seen when one began. */
interface Typed {
  form: PlanForm
  revision: number
}

/**
 * The plan of each meal as it is typed: what was typed of one is there again when one comes back from another, and after a reload. It is
 * saved from the revision it was begun at, so that nothing is written over unseen.
 */
function useTyped(plan: MealPlanView | undefined) {
  const [typed, write] = useDraft<Partial<Record<Meal, Typed>>>('form.plans', {})
  // What was begun before the sheet was opened is told, and only that.
  const [before, setBefore] = useState<readonly Meal[]>(() => MEALS.filter((meal) => typed[meal]))
  const own = plan && (typed[plan.meal] ?? { form: planFormOf(plan), revision: plan.revision })
  const keep = (next: Partial<Typed>): void => {
    if (plan && own) write((now) => ({ [plan.meal]: { ...own, ...now[plan.meal], ...next } }))
  }
  const forget = (meal: Meal): void => {
    write({ [meal]: undefined })
    setBefore((meals) => meals.filter((one) => one !== meal))
  }
  const begun = !!plan && !!own && before.includes(plan.meal) && planDifferences(own.form, planFormOf(plan)).length > 0
  return { own, begun, keep, forget }
}

/** The form of the meal at hand: what is typed, saving it, and what a colleague has changed meanwhile. Without a plan there is none. */
export function usePlanForm(plan: MealPlanView | undefined) {
  const { own, begun, keep, forget } = useTyped(plan)
  const [refused, setRefused] = useState<PlanProblems>({})
  const [tried, setTried] = useState(false)
  const { meanwhile, ...conflict } = useMeanwhile({
    key: plan?.meal,
    form: own?.form,
    show: (next: PlanForm) => keep({ form: next }),
    differ: planDifferences,
  })
  const save = useMutation({
    mutationFn: ({ meal, ...body }: ChangeMealPlanRequest & { meal: Meal }) => savePlan(meal, body),
    onSuccess: (_, { meal }) => {
      forget(meal)
      conflict.forget()
      toast(TEXT.saved)
    },
    onError: async (thrown, { meal }) => {
      const error = asApiError(thrown)
      const now = error.code === 'menus.plan_changed' ? await readPlan(meal) : undefined
      if (now === undefined) {
        setRefused(refusalsOf(error))
        return
      }
      keep({ revision: now.revision })
      conflict.begin(error.detail, planFormOf(now))
    },
  })
  const problems = { ...(tried && own ? problemsOfPlan(own.form) : {}), ...refused }
  const kept: Pick<KeptForm<PlanForm>, 'begun' | 'forget'> = {
    begun,
    forget: () => {
      if (plan) forget(plan.meal)
      setRefused({})
    },
  }
  return {
    form: own?.form,
    kept,
    problems,
    change: (next: PlanForm): void => {
      keep({ form: next })
      setRefused({})
    },
    send: (): void => {
      setTried(true)
      if (plan && own && Object.keys(problemsOfPlan(own.form)).length === 0 && !save.isPending)
        save.mutate({ ...planOf(own.form), revision: own.revision, meal: plan.meal })
    },
    /** Another meal is at hand: what was said of this one is not of that. */
    clear: (): void => {
      setTried(false)
      setRefused({})
    },
    foot: { wrong: firstProblem(problems), busy: save.isPending, meanwhile },
  }
}

/** Why a plan was not taken: at each field that the server names, or at none. */
function refusalsOf(error: ApiError): PlanProblems {
  if (error.fields.length === 0) return { plan: error.detail }
  return Object.fromEntries(error.fields.map(({ path, message }) => [path, message]))
}
