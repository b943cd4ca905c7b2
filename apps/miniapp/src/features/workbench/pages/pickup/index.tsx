import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import type { PickupBoard } from '@wanli/contracts/pickups'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { useSession } from '@/shared/http/session'
import { useNow } from '@/shared/now'
import { usePageParams } from '@/shared/page-address'
import { usePageShown } from '@/shared/page-shown'
import { dayAndMeal, spanText } from '@/shared/text/when'
import { Async } from '@/shared/ui/async'
import { Icon } from '@/shared/ui/icon'
import { Segmented } from '@/shared/ui/segmented'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { usePickupBoard } from '../../api/get-pickup-board'
import { BoardCard } from '../../components/board-card'
import { Keypad } from '../../components/keypad'
import { LiveMark } from '../../components/live-mark'
import { NameFinder } from '../../components/name-finder'
import { ScanPanel } from '../../components/scan-panel'
import { StaffScreen } from '../../components/staff-screen'
import { WindowResult } from '../../components/window-result'
import { COUNTER_TEXT } from '../../counter-text'
import { currentSitting, isServing } from '../../model/board'
import { WORKBENCH_TEXT } from '../../text'
import { usePickupWindow } from '../../use-window'
import css from './index.module.scss'

const TEXT = WORKBENCH_TEXT.pickup
/** From here on, in px, the panels stand side by side; the same as in the style sheet. */
const WIDE = 900

/** 取餐窗口: scan or type, look, hand over. */
export default function PickupPage(): ReactNode {
  const { state } = useSession()
  const shown = usePageShown()
  const board = usePickupBoard(shown && state === 'signed_in')
  const place = board.data ? `${board.data.canteenName} ${board.data.window}` : undefined
  return (
    <StaffScreen
      title={TEXT.title}
      barTitle={place}
      place={place}
      about={board.data ? <Serving board={board.data} /> : null}
      live={<LiveMark query={board} />}
    >
      {() => (
        <View className={css.desk}>
          <Window />
          <View className={css.side}>
            <Async query={board} skeleton={<SkeletonRows count={3} height={76} />}>
              {(data) => <BoardCard board={data} query={board} />}
            </Async>
          </View>
        </View>
      )}
    </StaffScreen>
  )
}

/** The meal that is handed over now, or the next one. */
function Serving({ board }: { board: PickupBoard }): ReactNode {
  const now = useNow(20)
  const sitting = currentSitting(board.sittings, now)
  if (!sitting) return WORKBENCH_TEXT.header.over
  const meal = `${dayAndMeal(sitting.day, sitting.meal, businessDayOf(now))} ${spanText(sitting.serving)}`
  return isServing(sitting, now) ? WORKBENCH_TEXT.header.serving(meal) : WORKBENCH_TEXT.header.next(meal)
}

/** How somebody's meal is looked for. */
const WAYS = ['scan', 'type', 'name'] as const
type Way = (typeof WAYS)[number]

/** Where both stand side by side most clerks type; with a phone in the hand one scans. */
function usualWay(): Way {
  return Taro.getWindowInfo().windowWidth >= WIDE ? 'type' : 'scan'
}

/** On a phone the result takes the place of the scanner; on a wide screen both stand side by side. */
function Window(): ReactNode {
  const [asked, turnTo] = usePageParams('way')
  const [usual] = useState(usualWay)
  const way = WAYS.find((one) => one === asked.way) ?? usual
  const window = usePickupWindow()
  const idle = window.state.step === 'idle'
  return (
    <>
      <View className={idle ? css.input : css.inputBehind}>
        <Segmented
          items={[
            { key: 'scan', label: TEXT.scan },
            { key: 'type', label: TEXT.type },
            { key: 'name', label: COUNTER_TEXT.byName },
          ]}
          current={way}
          onChange={(next) => turnTo({ way: next })}
        />
        {way === 'scan' ? <ScanPanel onCode={window.look} /> : null}
        {way === 'type' ? <Keypad busy={window.state.step === 'looking'} onNumber={window.look} /> : null}
        {way === 'name' ? (
          <NameFinder key={window.served} busy={window.state.step === 'looking'} onName={window.lookByName} />
        ) : null}
      </View>
      <View className={css.result}>
        {idle ? (
          <View className={css.idle}>
            <Icon name="bowl-2-line" className={css.idleIcon} />
            <View className={css.idleTitle}>{TEXT.idleTitle}</View>
            <View>{TEXT.idleText}</View>
          </View>
        ) : (
          <WindowResult window={window} />
        )}
      </View>
    </>
  )
}
