import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { KitchenChange } from '@wanli/contracts/kitchen'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Heading } from '@/shared/ui/heading'
import { KITCHEN_TEXT as TEXT } from '../kitchen-text'
import { changeName, type KitchenTaps } from '../use-kitchen-taps'
import css from './kitchen-changes.module.scss'

interface KitchenChangesProps {
  changes: readonly KitchenChange[]
  taps: KitchenTaps
}

/** What came after the freeze, in amber until somebody has seen it. Nothing when there is nothing. */
export function KitchenChanges({ changes, taps }: KitchenChangesProps): ReactNode {
  if (changes.length === 0) return null
  return (
    <View className={css.changes} {...aria({ role: 'status' })}>
      <View className={css.head}>
        <Heading level={2} className={css.count}>
          {TEXT.changes(changes.length)}
        </Heading>
        <View className={css.help}>{TEXT.changesHelp}</View>
      </View>
      <View className={css.list}>
        {changes.map((change) => (
          <Change key={changeName(change)} change={change} taps={taps} />
        ))}
      </View>
    </View>
  )
}

function Change({ change, taps }: { change: KitchenChange; taps: KitchenTaps }): ReactNode {
  const amount = change.kind === 'amount' ? change.amount : null
  const what = change.kind === 'amount' ? change.dishName : TEXT.leaveOut(change.pickupNumber, change.dishName)
  const text = change.kind === 'amount' ? TEXT.changed(change.total) : TEXT.without(change.what)
  return (
    <View className={css.change}>
      <View className={css.amount}>{amount === null ? TEXT.leaveOutSign : signed(amount)}</View>
      <View className={css.words}>
        <View className={css.what}>{what}</View>
        <View className={css.text}>{text}</View>
      </View>
      <Button
        kind="line"
        label={TEXT.seenLabel(what)}
        loading={taps.busy.includes(changeName(change))}
        onTap={() => taps.see(change)}
      >
        {TEXT.seen}
      </Button>
    </View>
  )
}

/** With a sign before it: `+2`, `−1`. */
const signed = (amount: number): string => (amount > 0 ? `+${amount}` : `−${-amount}`)
