import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { useSession } from '@/shared/http/session'
import { usePageShown } from '@/shared/page-shown'
import { Async } from '@/shared/ui/async'
import { Screen } from '@/shared/ui/screen'
import { Segmented } from '@/shared/ui/segmented'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { usePickupBoard } from '../../api/get-pickup-board'
import { BoardCard } from '../../components/board-card'
import { Keypad } from '../../components/keypad'
import { ScanPanel } from '../../components/scan-panel'
import { WindowResult } from '../../components/window-result'
import { WORKBENCH_TEXT } from '../../text'
import { usePickupWindow } from '../../use-window'
import css from './index.module.scss'

const TEXT = WORKBENCH_TEXT.pickup

/** 取餐窗口: scan or type, look, hand over. */
export default function PickupPage(): ReactNode {
  const { state } = useSession()
  const shown = usePageShown()
  const board = usePickupBoard(shown && state === 'signed_in')
  const title = board.data ? `${board.data.canteenName} ${board.data.window}` : TEXT.title
  if (state === 'signed_out') {
    return (
      <Screen title={TEXT.title}>
        <SignInFirst text={WORKBENCH_TEXT.signIn} />
      </Screen>
    )
  }
  return (
    <Screen title={title} wide>
      <View className={css.desk}>
        <Window />
        <View className={css.side}>
          <Async query={board} skeleton={<SkeletonRows count={3} height={76} />}>
            {(data) => <BoardCard board={data} />}
          </Async>
        </View>
      </View>
    </Screen>
  )
}

/** On a phone the result takes the place of the scanner; on a wide screen both stand side by side. */
function Window(): ReactNode {
  const [way, setWay] = useState<'scan' | 'type'>('scan')
  const window = usePickupWindow()
  const idle = window.state.step === 'idle'
  return (
    <>
      <View className={idle ? css.input : css.inputBehind}>
        <Segmented
          items={[
            { key: 'scan', label: TEXT.scan },
            { key: 'type', label: TEXT.type },
          ]}
          current={way}
          onChange={setWay}
        />
        {way === 'scan' ? (
          <ScanPanel onCode={window.look} />
        ) : (
          <Keypad busy={window.state.step === 'looking'} onNumber={window.look} />
        )}
      </View>
      <View className={css.result}>
        {idle ? (
          <View className={css.idle}>
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
