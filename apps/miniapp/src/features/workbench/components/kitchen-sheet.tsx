import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { SheetDish, SheetView } from '@wanli/contracts/kitchen'
import { businessDayOf, clockText, dayText, monthDayText, weekdayText } from '@wanli/kernel/shanghai-time'
import { serverNow } from '@/shared/http/server-clock'
import { CAN_PRINT, printPage } from '@/shared/print'
import { MEAL_TEXT } from '@/shared/text/when'
import { scrollable } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Facts } from '@/shared/ui/facts'
import { Heading } from '@/shared/ui/heading'
import { DishPicture } from '@/shared/ui/plate'
import { Tag } from '@/shared/ui/tag'
import { KITCHEN_TEXT, MODES, STATION_NAME } from '../kitchen-text'
import { warningsOf } from '../model/kitchen'
import { MODE_NAME } from '../text'
import { KitchenSheetSide } from './kitchen-sheet-side'
import css from './kitchen-sheet.module.scss'

const TEXT = KITCHEN_TEXT.sheet

interface KitchenSheetProps {
  sheet: SheetView
  onBegin: () => void
  onSamples: () => void
}

/** 备餐单: what is to be cooked, on one page that hangs on the wall; what comes later is not on it. */
export function KitchenSheet({ sheet, onBegin, onSamples }: KitchenSheetProps): ReactNode {
  return (
    <View className={css.page}>
      <View className={css.card}>
        <SheetHead sheet={sheet} onBegin={onBegin} />
        <View className={css.columns}>
          <View className={css.cellDish}>{TEXT.dish}</View>
          <View className={css.cell}>{TEXT.whole}</View>
          <View className={css.cell}>{TEXT.half}</View>
          <View className={css.cell}>{TEXT.folded}</View>
          <View className={css.cell}>{TEXT.staff}</View>
          <View className={css.cell}>{TEXT.sample}</View>
          <View className={css.cellWarn}>{TEXT.warnings}</View>
          <View className={css.cell}>{TEXT.toCook}</View>
        </View>
        <View className={css.rows} {...scrollable()}>
          {sheet.dishes.map((dish) => (
            <SheetRow key={dish.dishId} dish={dish} warnings={warningsOf(sheet, dish.dishId)} />
          ))}
        </View>
        <SheetFoot sheet={sheet} />
      </View>
      <KitchenSheetSide sheet={sheet} onSamples={onSamples} />
    </View>
  )
}

function SheetHead({ sheet, onBegin }: Pick<KitchenSheetProps, 'sheet' | 'onBegin'>): ReactNode {
  const freezeAt = new Date(sheet.sitting.freezeAt)
  const today = businessDayOf(serverNow())
  const freezeDay = businessDayOf(freezeAt)
  // Breakfast is counted in the evening before.
  const freeze = `${freezeDay === today ? '' : `${dayText(freezeDay, today)} `}${clockText(freezeAt)}`
  const frozen = sheet.number !== null
  return (
    <View className={css.head}>
      <View className={css.words}>
        <View className={css.titleLine}>
          <Heading level={2} className={css.title}>
            {sheet.number === null ? TEXT.preview : TEXT.number(sheet.number)}
          </Heading>
          <Tag tone={frozen ? 'ok' : 'warm'} icon={frozen ? 'lock-line' : 'time-line'}>
            {frozen ? TEXT.frozen(freeze) : TEXT.freezes(freeze)}
          </Tag>
        </View>
        <View className={css.paperLine}>{paperLine(sheet)}</View>
        <View className={css.small}>{frozen ? TEXT.help : TEXT.previewHelp(freeze)}</View>
      </View>
      {CAN_PRINT && frozen ? (
        <View className={css.noPrint}>
          <Button kind="line" icon="print-line" onTap={printPage}>
            {TEXT.print}
          </Button>
        </View>
      ) : null}
      <View className={css.noPrint}>
        <Button onTap={onBegin}>{TEXT.begin}</Button>
      </View>
    </View>
  )
}

/** On the wall there is no head of a page to say where and when: `香泉社区食堂 11月26日 周四 午餐`. */
function paperLine({ canteenName, sitting: { day, meal } }: SheetView): string {
  return `${canteenName} ${monthDayText(day)} ${weekdayText(day)} ${MEAL_TEXT[meal]}`
}

function SheetRow({ dish, warnings }: { dish: SheetDish; warnings: ReturnType<typeof warningsOf> }): ReactNode {
  return (
    <View className={css.row}>
      <View className={css.cellDish}>
        <DishPicture picture={dish.picture} size="s" />
        <View className={css.dish}>
          <View className={css.nameLine}>
            <View className={css.name}>{dish.name}</View>
            <Tag>{STATION_NAME[dish.station]}</Tag>
          </View>
          <View className={css.phoneLine}>
            <Facts text={TEXT.phoneLine(dish.whole, dish.half, dish.staff, dish.sample)} />
          </View>
        </View>
      </View>
      <View className={css.cell}>{dish.whole}</View>
      <View className={css.cell}>{dish.half}</View>
      <View className={css.cellQuiet}>{plus(dish.folded)}</View>
      <View className={css.cellQuiet}>{plus(dish.staff)}</View>
      <View className={css.cellQuiet}>{plus(dish.sample)}</View>
      <View className={css.cellWarn}>
        {warnings.map(({ what, count }) => (
          <Tag key={what} tone="bad" icon="alert-fill">
            {TEXT.people(what, count)}
          </Tag>
        ))}
      </View>
      <View className={css.toCook}>{dish.toCook}</View>
    </View>
  )
}

const plus = (count: number): string => (count === 0 ? '0' : `+${count}`)

function SheetFoot({ sheet }: { sheet: SheetView }): ReactNode {
  const { orders, lastWeek, byMode, elders, sitting, frozenAt } = sheet
  return (
    <View className={css.foot}>
      <Figure value={TEXT.orders(orders)} label={sheet.canteenName} />
      {MODES.map((mode) => (
        <Figure key={mode} value={byMode[mode]} label={MODE_NAME[mode]} />
      ))}
      <Figure value={elders} label={TEXT.elders} />
      {lastWeek === null ? null : (
        <View className={css.compare}>
          <Figure
            value={differenceText(orders - lastWeek)}
            label={TEXT.lastWeek(weekdayText(sitting.day), frozenAt !== null, lastWeek)}
          />
        </View>
      )}
    </View>
  )
}

function differenceText(difference: number): string {
  if (difference === 0) return TEXT.same
  return difference > 0 ? TEXT.more(difference) : TEXT.fewer(-difference)
}

function Figure({ value, label }: { value: string | number; label: string }): ReactNode {
  return (
    <View>
      <View className={css.figure}>{value}</View>
      <View className={css.small}>{label}</View>
    </View>
  )
}
