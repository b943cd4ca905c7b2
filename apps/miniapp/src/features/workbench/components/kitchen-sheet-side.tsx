import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { SheetRun, SheetView } from '@wanli/contracts/kitchen'
import { clockText } from '@wanli/kernel/shanghai-time'
import { useNow } from '@/shared/now'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Facts } from '@/shared/ui/facts'
import { KITCHEN_TEXT } from '../kitchen-text'
import { stampOf } from '../model/sample-day'
import { StaffMealsSheet } from './staff-meals-sheet'
import css from './kitchen-side.module.scss'

const TEXT = KITCHEN_TEXT.sheet

/** Beside a sheet: what is brought, what is left out, samples, and what the staff eat. */
export function KitchenSheetSide({ sheet, onSamples }: { sheet: SheetView; onSamples: () => void }): ReactNode {
  const [staff, setStaff] = useState(false)
  const { kept, dishes, dueAt } = sheet.samples
  const { said } = sheet.staff
  return (
    <View className={css.side}>
      <RunsCard runs={sheet.runs} />
      <Card title={TEXT.leaveOut(sheet.leaveOut.length)} extra={<View className={css.small}>{TEXT.leaveOutHelp}</View>}>
        {sheet.leaveOut.length === 0 ? <View className={css.small}>{TEXT.noLeaveOut}</View> : null}
        {sheet.leaveOut.map((line) => (
          <View key={`${line.orderId} ${line.dishId}`} className={css.row}>
            <View className={css.number}>{line.pickupNumber}</View>
            <View className={css.what}>{line.dishName}</View>
            <View className={css.bad}>{KITCHEN_TEXT.without(line.what)}</View>
          </View>
        ))}
      </Card>
      <Card title={TEXT.samples(dishes)} extra={<View className={css.small}>{TEXT.samplesHelp}</View>}>
        <View className={css.row}>
          <View className={css.what}>{TEXT.samplesKept(kept)}</View>
          <SamplesState missing={dishes - kept} dueAt={new Date(dueAt)} />
        </View>
        <View className={css.button}>
          <Button block kind="soft" icon="camera-line" onTap={onSamples}>
            {TEXT.goSamples}
          </Button>
        </View>
      </Card>
      <Card title={TEXT.staffMeals}>
        <View className={css.row}>
          <View className={css.what}>
            <View>{(sheet.number === null ? TEXT.staffMealsText : TEXT.staffMealsNext)(sheet.staff.portions)}</View>
            {said === null ? null : <View className={css.small}>{TEXT.staffMealsSaid(stampOf(said.at), said.by)}</View>}
          </View>
          <View className={css.noPrint}>
            <Button kind="line" size="s" onTap={() => setStaff(true)}>
              {TEXT.staffMealsChange}
            </Button>
          </View>
        </View>
      </Card>
      {staff ? <StaffMealsSheet sheet={sheet} onClose={() => setStaff(false)} /> : null}
    </View>
  )
}

/** How many boxes are still to be kept, and until when: from then on it is late. */
function SamplesState({ missing, dueAt }: { missing: number; dueAt: Date }): ReactNode {
  const isLate = useNow(60) >= dueAt
  if (missing === 0) return <View className={css.good}>{TEXT.samplesAll}</View>
  return (
    <View className={isLate ? css.bad : css.warm}>
      {(isLate ? TEXT.samplesOverdue : TEXT.samplesDue)(missing, clockText(dueAt))}
    </View>
  )
}

/** What each courier takes along. */
export function RunsCard({ runs }: { runs: readonly SheetRun[] }): ReactNode {
  const portions = runs.reduce((sum, run) => sum + run.portions, 0)
  return (
    <Card title={TEXT.runs(portions)}>
      {runs.length === 0 ? <View className={css.small}>{TEXT.noRuns}</View> : null}
      {runs.map((run) => (
        <View key={run.name} className={css.row}>
          <View className={css.what}>
            <View>
              <Facts text={run.name} />
            </View>
            {run.courier === null ? (
              <View className={css.warm}>{TEXT.noCourier}</View>
            ) : (
              <View className={css.small}>{run.courier}</View>
            )}
          </View>
          <View className={css.number}>{TEXT.portions(run.portions)}</View>
        </View>
      ))}
    </Card>
  )
}
