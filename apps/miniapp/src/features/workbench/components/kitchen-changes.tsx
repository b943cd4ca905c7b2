import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { KitchenChange } from '@wanli/contracts/kitchen'
import { aria, scrollable } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Heading } from '@/shared/ui/heading'
import { KITCHEN_TEXT as TEXT } from '../kitchen-text'
import { signed, urgentFirst } from '../model/kitchen'
import { changeName, type KitchenTaps } from '../use-kitchen-taps'
import css from './kitchen-changes.module.scss'

interface KitchenChangesProps {
  changes: readonly KitchenChange[]
  taps: KitchenTaps
}

/**
 * What came after the freeze, in amber until somebody has seen it: how many in one bar, the most urgent in full, the others a tap away,
 * so that they do not push the dishes off the screen.
 */
export function KitchenChanges({ changes, taps }: KitchenChangesProps): ReactNode {
  const [open, setOpen] = useState(false)
  const [first, ...others] = urgentFirst(changes)
  if (first === undefined) return null
  // What somebody must not eat is seen on its own, each time.
  const amounts = changes.filter(({ kind }) => kind === 'amount')
  return (
    <View className={css.changes} {...aria({ role: 'status' })}>
      <View className={css.bar}>
        <Heading level={2} className={css.count}>
          {TEXT.changes(changes.length)}
        </Heading>
        <View className={css.first}>
          <Change key={changeName(first)} change={first} taps={taps} />
        </View>
        {others.length > 0 ? (
          <View className={css.more}>
            <Button kind="text" size="s" icon={open ? 'up-line' : 'down-line'} onTap={() => setOpen(!open)}>
              {open ? TEXT.changesFold : TEXT.changesAll(changes.length)}
            </Button>
          </View>
        ) : null}
      </View>
      {open && others.length > 0 ? (
        <View className={css.list} {...scrollable()}>
          {others.map((change) => (
            <Change key={changeName(change)} change={change} taps={taps} />
          ))}
          {amounts.length > 1 ? (
            <View className={css.all}>
              <Button
                kind="line"
                block
                loading={amounts.every((change) => taps.busy.includes(changeName(change)))}
                onTap={() => taps.see(...amounts)}
              >
                {TEXT.seenAll(amounts.length)}
              </Button>
            </View>
          ) : null}
        </View>
      ) : null}
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
        size="s"
        label={TEXT.seenLabel(what)}
        loading={taps.busy.includes(changeName(change))}
        onTap={() => taps.see(change)}
      >
        {TEXT.seen}
      </Button>
    </View>
  )
}
