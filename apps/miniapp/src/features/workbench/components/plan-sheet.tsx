import { useMutation, useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { Meal } from '@wanli/contracts/canteen'
import type { MealPlan, MealPlanView } from '@wanli/contracts/menus'
import { asApiError } from '@/shared/http/api-error'
import { MEAL_TEXT } from '@/shared/text/when'
import { aria } from '@/shared/ui/aria'
import { Async } from '@/shared/ui/async'
import { Button } from '@/shared/ui/button'
import { Field } from '@/shared/ui/field'
import css from '@/shared/ui/form.module.scss'
import { Segmented } from '@/shared/ui/segmented'
import { Sheet } from '@/shared/ui/sheet'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { toast } from '@/shared/ui/toast'
import { ToggleChip } from '@/shared/ui/toggle-chip'
import { plansQuery, savePlan } from '../api/menus'
import { PLAN_TEXT as TEXT } from '../menus-text'
import { PLAN_NUMBERS, planFormOf, planOf, PLAN_TIMES, type PlanForm } from '../model/plan-form'

const MEALS = Object.keys(MEAL_TEXT) as Meal[]

/** How each meal is served: from when it can be ordered, when the kitchen counts, slots, and when elders' portions become everybody's. */
export function PlanSheet({ onClose }: { onClose: () => void }): ReactNode {
  const query = useQuery(plansQuery)
  const [meal, setMeal] = useState<Meal>('lunch')
  // What was typed of a meal is there again when one comes back from another.
  const [typed, setTyped] = useState<Partial<Record<Meal, PlanForm>>>({})
  return (
    <Sheet open title={TEXT.title} onClose={onClose}>
      <View className={css.form}>
        <Segmented
          items={MEALS.map((one) => ({ key: one, label: MEAL_TEXT[one] }))}
          current={meal}
          onChange={setMeal}
        />
        <Async query={query} skeleton={<SkeletonRows count={4} height={72} />}>
          {(plans) => {
            const plan = plans.find((one) => one.meal === meal)
            const form = typed[meal] ?? (plan && planFormOf(plan))
            return plan && form ? (
              <Plan key={meal} plan={plan} form={form} onChange={(next) => setTyped({ ...typed, [meal]: next })} />
            ) : null
          }}
        </Async>
      </View>
    </Sheet>
  )
}

interface PlanProps {
  plan: MealPlanView
  form: PlanForm
  onChange: (form: PlanForm) => void
}

function Plan({ plan, form, onChange }: PlanProps): ReactNode {
  const [wrong, setWrong] = useState('')
  const save = useMutation({
    mutationFn: (body: MealPlan) => savePlan(plan.meal, body),
    onSuccess: () => toast(TEXT.saved),
    onError: (thrown) => {
      const error = asApiError(thrown)
      const [field] = error.fields
      setWrong(field ? `${fieldName(field.path)}${field.message}` : error.detail)
    },
  })
  const change = (next: Partial<PlanForm>): void => {
    onChange({ ...form, ...next })
    setWrong('')
  }
  const send = (): void => {
    const body = planOf(form)
    if (typeof body === 'string') setWrong(body)
    else if (!save.isPending) save.mutate(body)
  }
  return (
    <>
      <View className={css.pair}>
        {[...PLAN_TIMES, ...PLAN_NUMBERS].map((name) => (
          <Field
            key={name}
            label={TEXT[name]}
            maxLength={5}
            value={form[name]}
            onInput={(text) => change({ [name]: text })}
          />
        ))}
      </View>
      <Field
        label={TEXT.releases}
        placeholder={TEXT.releasesHint}
        value={form.releases}
        maxLength={120}
        onInput={(releases) => change({ releases })}
      />
      <View className={css.group}>
        <View className={css.label}>{TEXT.when}</View>
        <View className={css.chips}>
          <ToggleChip on={form.servesWeekend} onTap={() => change({ servesWeekend: !form.servesWeekend })}>
            {TEXT.weekend}
          </ToggleChip>
          <ToggleChip on={form.servesHoliday} onTap={() => change({ servesHoliday: !form.servesHoliday })}>
            {TEXT.holiday}
          </ToggleChip>
          <ToggleChip on={form.freezeDayBefore} onTap={() => change({ freezeDayBefore: !form.freezeDayBefore })}>
            {TEXT.freezeDayBefore}
          </ToggleChip>
        </View>
      </View>
      <View className={css.help}>{TEXT.help}</View>
      {wrong ? (
        <View className={css.wrong} {...aria({ role: 'alert' })}>
          {wrong}
        </View>
      ) : null}
      <Button block loading={save.isPending} onTap={send}>
        {TEXT.save}
      </Button>
    </>
  )
}

/** The label of a field that the server names; nothing for one without a label. */
function fieldName(path: string): string {
  const found = [...PLAN_TIMES, ...PLAN_NUMBERS].find((name) => name === path)
  return found ? `${TEXT[found]}：` : ''
}
