import { useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { businessDayOf, clockText, dayText } from '@wanli/kernel/shanghai-time'
import { serverNow } from '@/shared/http/server-clock'
import { Async } from '@/shared/ui/async'
import { EmptyState } from '@/shared/ui/empty-state'
import { Sheet } from '@/shared/ui/sheet'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { versionsQuery } from '../api/menus'
import { MENUS_TEXT } from '../menus-text'
import { byMeal, changeText } from '../model/menu-week'
import css from './changes-sheet.module.scss'

const TEXT = MENUS_TEXT.week

/** What was published of a week: who, when, and what was different. */
export function VersionsSheet({ monday, onClose }: { monday: string; onClose: () => void }): ReactNode {
  const query = useQuery(versionsQuery(monday))
  const today = businessDayOf(serverNow())
  return (
    <Sheet open title={TEXT.versions} onClose={onClose}>
      <Async
        query={query}
        skeleton={<SkeletonRows count={3} height={56} />}
        isEmpty={(data) => data.length === 0}
        empty={<EmptyState title={TEXT.versionsNone} />}
      >
        {(versions) => (
          <View className={css.body}>
            {versions.map((one) => {
              const at = new Date(one.publishedAt)
              const when = `${dayText(businessDayOf(at), today)} ${clockText(at)}`
              return (
                <View key={one.version} className={css.group}>
                  <View className={css.meal}>{TEXT.version(one.version, one.publishedBy, when)}</View>
                  {byMeal(one.changes).flatMap((group) =>
                    group.changes.map((change) => (
                      <View key={`${group.key} ${change.kind} ${change.dishId ?? ''}`} className={css.change}>
                        <View className={css.what}>{changeText(change)}</View>
                        <View className={css.quiet}>{group.title}</View>
                      </View>
                    )),
                  )}
                </View>
              )
            })}
          </View>
        )}
      </Async>
    </Sheet>
  )
}
