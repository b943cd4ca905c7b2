import { useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { Meal } from '@wanli/contracts/canteen'
import { MEAL_TEXT } from '@/shared/text/when'
import { Async } from '@/shared/ui/async'
import { Field } from '@/shared/ui/field'
import css from '@/shared/ui/form.module.scss'
import { Segmented } from '@/shared/ui/segmented'
import { Sheet } from '@/shared/ui/sheet'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { ToggleChip } from '@/shared/ui/toggle-chip'
import { plansQuery } from '../api/menus'
import { PLAN_TEXT as TEXT } from '../menus-text'
import { PLAN_NUMBERS, PLAN_TIMES, type PlanForm, type PlanProblems } from '../model/plan-form'
import { usePlanForm } from '../use-plan-form'
import { BegunBar } from './begun-bar'
import { FormFoot } from './form-foot'
import { ReleaseRows } from './release-rows'

const MEALS = Object.keys(MEAL_TEXT) as Meal[]

/** How each meal is served: from when it can be ordered, when the kitchen counts, slots, and when elders' portions become everybody's. */
export function PlanSheet({ onClose }: { onClose: () => void }): ReactNode {
  const query = useQuery(plansQuery)
  const [meal, setMeal] = useState<Meal>('lunch')
  const { form, kept, problems, change, send, clear, foot } = usePlanForm(query.data?.find((one) => one.meal === meal))
  const turn = (next: Meal): void => {
    setMeal(next)
    clear()
  }
  return (
    <Sheet
      open
      title={TEXT.title}
      onClose={onClose}
      footer={form ? <FormFoot {...foot} label={TEXT.save} onTap={send} /> : null}
    >
      <View className={css.form}>
        <Segmented items={MEALS.map((one) => ({ key: one, label: MEAL_TEXT[one] }))} current={meal} onChange={turn} />
        <Async query={query} skeleton={<SkeletonRows count={4} height={72} />}>
          {() =>
            form ? (
              <>
                <BegunBar form={kept} />
                <PlanFields key={meal} form={form} problems={problems} onChange={change} />
              </>
            ) : null
          }
        </Async>
      </View>
    </Sheet>
  )
}

interface PlanFieldsProps {
  form: PlanForm
  problems: PlanProblems
  onChange: (form: PlanForm) => void
}

function PlanFields({ form, problems, onChange }: PlanFieldsProps): ReactNode {
  const change = (next: Partial<PlanForm>): void => onChange({ ...form, ...next })
  return (
    <>
      <View className={css.pair}>
        {[...PLAN_TIMES, ...PLAN_NUMBERS].map((name) => (
          <Field
            key={name}
            label={TEXT[name]}
            maxLength={5}
            value={form[name]}
            error={problems[name]}
            onInput={(text) => change({ [name]: text })}
          />
        ))}
      </View>
      <ReleaseRows lines={form.releases} problems={problems} onChange={(releases) => change({ releases })} />
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
    </>
  )
}
