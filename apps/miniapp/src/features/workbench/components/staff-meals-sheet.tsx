import { useMutation } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { SheetView, StaffMealsView } from '@wanli/contracts/kitchen'
import { KITCHEN } from '@wanli/kernel/limits'
import { asApiError } from '@/shared/http/api-error'
import { queryClient } from '@/shared/http/query-client'
import { serverNow } from '@/shared/http/server-clock'
import { aria } from '@/shared/ui/aria'
import css from '@/shared/ui/form.module.scss'
import { Sheet } from '@/shared/ui/sheet'
import { Stepper } from '@/shared/ui/stepper'
import { toast } from '@/shared/ui/toast'
import { ToggleChip } from '@/shared/ui/toggle-chip'
import { changeStaffMeals } from '../api/change-staff-meals'
import { KITCHEN_TEXT } from '../kitchen-text'
import { useKeptForm } from '../use-kept-form'
import { BegunBar } from './begun-bar'
import { FormFoot } from './form-foot'

const TEXT = KITCHEN_TEXT.sheet

/** What a colleague has said meanwhile, of the dishes that stand here: what is said of others is for other menus. */
function meanwhileText({ dishes, staff: { dishIds, portions, said } }: SheetView): string {
  const count = dishes.filter(({ dishId }) => dishIds.includes(dishId)).length
  return TEXT.staffMealsMeanwhile(said?.by ?? '', count, portions)
}

/** What the staff are to eat, as it is chosen. */
type StaffMeals = Pick<StaffMealsView, 'portions' | 'dishIds'>

function differ(one: StaffMeals, other: StaffMeals): string[] {
  return [
    ...(one.portions === other.portions ? [] : [TEXT.staffMealsPortions]),
    ...([...one.dishIds].sort().join() === [...other.dishIds].sort().join() ? [] : [TEXT.staffMeals]),
  ]
}

/** 员工餐: how many portions, and of which dishes. Dishes that are not on this menu keep what was said of them. */
export function StaffMealsSheet({ sheet, onClose }: { sheet: SheetView; onClose: () => void }): ReactNode {
  const { staff } = sheet
  const first: StaffMeals = { portions: staff.portions, dishIds: staff.dishIds }
  const kept = useKeptForm(`staff-meals.${sheet.canteenName}`, first, differ)
  const [opened] = useState(staff.revision)
  const save = useMutation({
    mutationFn: () => changeStaffMeals({ ...kept.form, revision: staff.revision }),
    onSuccess: () => {
      kept.forget()
      void queryClient.invalidateQueries({ queryKey: ['canteen', 'board'] })
      const isLate = serverNow() >= new Date(sheet.sitting.freezeAt)
      toast(isLate ? TEXT.staffMealsSavedLate : TEXT.staffMealsSaved)
      onClose()
    },
    onError: (error) => {
      if (asApiError(error).code === 'kitchen.staff_meals_changed')
        void queryClient.invalidateQueries({ queryKey: ['canteen', 'board'] })
    },
  })
  const meanwhile = staff.revision === opened ? '' : meanwhileText(sheet)
  // What is seen is what is compared: a colleague's change shows above the button before it can be overwritten.
  const done = (): void => {
    if (differ(kept.form, staff).length > 0) {
      save.mutate()
      return
    }
    kept.forget()
    onClose()
  }
  return (
    <Sheet
      open
      title={TEXT.staffMeals}
      onClose={onClose}
      footer={
        <FormFoot
          wrong={meanwhile || (save.isError ? asApiError(save.error).detail : '')}
          label={TEXT.staffMealsSave}
          busy={save.isPending}
          onTap={done}
        />
      }
    >
      <View className={css.form}>
        <BegunBar form={kept} />
        <View className={css.help}>{TEXT.staffMealsHelp}</View>
        <Choice dishes={sheet.dishes} meals={kept.form} onChange={kept.keep} />
      </View>
    </Sheet>
  )
}

interface ChoiceProps {
  dishes: SheetView['dishes']
  meals: StaffMeals
  onChange: (meals: StaffMeals) => void
}

/** Portions of each, and which dishes of this menu. */
function Choice({ dishes, meals: { portions, dishIds }, onChange }: ChoiceProps): ReactNode {
  const turned = (id: string): string[] =>
    dishIds.includes(id) ? dishIds.filter((one) => one !== id) : [...dishIds, id]
  return (
    <>
      <View className={css.row}>
        <View className={css.label}>{TEXT.staffMealsPortions}</View>
        <Stepper
          value={portions}
          min={0}
          max={KITCHEN.maxStaff}
          label={TEXT.staffMealsPortions}
          onChange={(next) => onChange({ portions: next, dishIds })}
        />
      </View>
      <View className={css.chips} {...aria({ role: 'group', label: TEXT.staffMeals })}>
        {dishes.map(({ dishId, name }) => (
          <ToggleChip
            key={dishId}
            on={dishIds.includes(dishId)}
            onTap={() => onChange({ portions, dishIds: turned(dishId) })}
          >
            {name}
          </ToggleChip>
        ))}
      </View>
    </>
  )
}
