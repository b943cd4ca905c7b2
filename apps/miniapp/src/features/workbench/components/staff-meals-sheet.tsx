import { useMutation } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { SheetView } from '@wanli/contracts/kitchen'
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
import { FormFoot } from './form-foot'

const TEXT = KITCHEN_TEXT.sheet

/** What a colleague has said meanwhile, of the dishes that stand here: what is said of others is for other menus. */
function meanwhileText({ dishes, staff: { dishIds, portions, said } }: SheetView): string {
  const count = dishes.filter(({ dishId }) => dishIds.includes(dishId)).length
  return TEXT.staffMealsMeanwhile(said?.by ?? '', count, portions)
}

/** 员工餐: how many portions, and of which dishes. Dishes that are not on this menu keep what was said of them. */
export function StaffMealsSheet({ sheet, onClose }: { sheet: SheetView; onClose: () => void }): ReactNode {
  const [portions, setPortions] = useState(sheet.staff.portions)
  const [dishIds, setDishIds] = useState<readonly string[]>(sheet.staff.dishIds)
  const [opened] = useState(sheet.staff.revision)
  const save = useMutation({
    mutationFn: () => changeStaffMeals({ portions, dishIds: [...dishIds], revision: sheet.staff.revision }),
    onSuccess: () => {
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
  const { staff } = sheet
  const meanwhile = staff.revision === opened ? '' : meanwhileText(sheet)
  const isSame = portions === staff.portions && [...dishIds].sort().join() === [...staff.dishIds].sort().join()
  // What is seen is what is compared: a colleague's change shows above the button before it can be overwritten.
  const done = (): void => (isSame ? onClose() : save.mutate())
  const turn = (id: string): void =>
    setDishIds((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]))
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
        <View className={css.help}>{TEXT.staffMealsHelp}</View>
        <View className={css.row}>
          <View className={css.label}>{TEXT.staffMealsPortions}</View>
          <Stepper
            value={portions}
            min={0}
            max={KITCHEN.maxStaff}
            label={TEXT.staffMealsPortions}
            onChange={setPortions}
          />
        </View>
        <View className={css.chips} {...aria({ role: 'group', label: TEXT.staffMeals })}>
          {sheet.dishes.map(({ dishId, name }) => (
            <ToggleChip key={dishId} on={dishIds.includes(dishId)} onTap={() => turn(dishId)}>
              {name}
            </ToggleChip>
          ))}
        </View>
      </View>
    </Sheet>
  )
}
