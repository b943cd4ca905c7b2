import { useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { MenuChange, MenuWeekView } from '@wanli/contracts/menus'
import { useTapRest } from '@/shared/use-tap-rest'
import { aria } from '@/shared/ui/aria'
import { Async } from '@/shared/ui/async'
import { Button } from '@/shared/ui/button'
import { classList } from '@/shared/ui/class-list'
import { EmptyState } from '@/shared/ui/empty-state'
import form from '@/shared/ui/form.module.scss'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Sheet } from '@/shared/ui/sheet'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { changesQuery } from '../api/menus'
import { MENUS_TEXT } from '../menus-text'
import { byMeal, changeText, losersText } from '../model/menu-week'
import { usePublish } from '../use-publish'
import css from './changes-sheet.module.scss'

const TEXT = MENUS_TEXT.changes

interface ChangesSheetProps {
  week: MenuWeekView
  onPublished: () => void
  onClose: () => void
}

/** What publishing changes, meal by meal, and how many orders it concerns; then it is published. */
export function ChangesSheet({ week, onPublished, onClose }: ChangesSheetProps): ReactNode {
  const query = useQuery(changesQuery(week.monday, week.revision))
  const changes = query.data?.changes ?? []
  const dropped = query.data?.dropped.length ?? 0
  // Another order has come: a tap that was on its way is not for it.
  useTapRest(query.data?.dropped.map(({ orderId }) => orderId).join())
  const { refused, busy, send } = usePublish(week, () => {
    onPublished()
    onClose()
  })
  return (
    <Sheet
      open
      title={TEXT.title}
      onClose={onClose}
      footer={
        changes.length === 0 ? null : (
          <View className={css.foot}>
            {refused ? (
              <View className={form.wrong} {...aria({ role: 'alert' })}>
                {refused}
              </View>
            ) : null}
            <Button block kind={dropped > 0 ? 'danger' : 'primary'} loading={busy} onTap={() => send(query.data)}>
              {dropped > 0 ? TEXT.publishDrop(dropped) : TEXT.publish}
            </Button>
          </View>
        )
      }
    >
      <Async
        query={query}
        skeleton={<SkeletonRows count={4} height={56} />}
        isEmpty={(data) => data.changes.length === 0}
        empty={<EmptyState title={TEXT.none} />}
      >
        {(data) => (
          <View className={css.body}>
            {dropped > 0 ? (
              <NoticeBar tone="bad" icon="alert-line">
                {TEXT.dropWarning(dropped)}
              </NoticeBar>
            ) : null}
            {byMeal(data.changes).map((group) => (
              <View key={group.key} className={css.group}>
                <View className={css.meal}>{group.title}</View>
                {group.changes.map((change) => (
                  <Change
                    key={`${change.kind} ${change.dishId ?? ''}`}
                    change={change}
                    losers={losersText(change, data.dropped)}
                  />
                ))}
              </View>
            ))}
          </View>
        )}
      </Async>
    </Sheet>
  )
}

function Change({ change, losers }: { change: MenuChange; losers: string }): ReactNode {
  const removed = change.kind === 'dish_removed'
  return (
    <View className={css.change}>
      <View className={css.what}>
        <View className={classList(removed && css.gone)}>{changeText(change)}</View>
        {losers ? <View className={css.quiet}>{losers}</View> : null}
      </View>
      {change.orders > 0 ? (
        <View className={removed ? css.bad : css.quiet}>
          {removed ? TEXT.orders(change.orders) : TEXT.ordersKept(change.orders)}
        </View>
      ) : null}
    </View>
  )
}
