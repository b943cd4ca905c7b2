import { useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { MenuMealView, MenuWeekView } from '@wanli/contracts/menus'
import { addDays, businessDayOf, clockText, dayText, mondayOf, monthDayText } from '@wanli/kernel/shanghai-time'
import { serverNow } from '@/shared/http/server-clock'
import { useSession } from '@/shared/http/session'
import { usePageParams } from '@/shared/page-address'
import { Async } from '@/shared/ui/async'
import { Button } from '@/shared/ui/button'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { weekQuery } from '../../api/menus'
import { ChangesSheet } from '../../components/changes-sheet'
import { MealSheet } from '../../components/meal-sheet'
import { StaffScreen } from '../../components/staff-screen'
import { Turn } from '../../components/turn'
import { VersionsSheet } from '../../components/versions-sheet'
import { WeekGrid } from '../../components/week-grid'
import { MENUS_TEXT } from '../../menus-text'
import { useCopyWeek } from '../../use-copy-week'
import css from './index.module.scss'

const TEXT = MENUS_TEXT.week

/** 排菜单: a week, day by meal; copy last week, change, see what differs, publish. */
export default function MenuWeekPage(): ReactNode {
  const { state } = useSession()
  const [thisMonday] = useState(() => mondayOf(businessDayOf(serverNow())))
  const [{ monday = thisMonday }, turnTo] = usePageParams('monday')
  const [versions, setVersions] = useState(false)
  const week = useQuery({ ...weekQuery(monday), enabled: state === 'signed_in' })
  return (
    <StaffScreen title={TEXT.title} place={week.data?.canteen.name}>
      {() => (
        <>
          <View className={css.head}>
            <Turn
              title={TEXT.span(monthDayText(monday), monthDayText(addDays(monday, 6)))}
              before={TEXT.before}
              after={TEXT.after}
              onTurn={(step) => turnTo({ monday: addDays(monday, 7 * step) })}
            />
            {week.data ? (
              <View className={css.version}>
                <Button kind="text" size="s" onTap={() => setVersions(true)}>
                  {versionText(week.data)}
                </Button>
              </View>
            ) : null}
            {versions ? <VersionsSheet monday={monday} onClose={() => setVersions(false)} /> : null}
          </View>
          <Async query={week} skeleton={<SkeletonRows count={6} height={88} />}>
            {(data) => <Week key={data.monday} week={data} />}
          </Async>
        </>
      )}
    </StaffScreen>
  )
}

function versionText({ version, published, meals }: MenuWeekView): string {
  const open = meals.filter(({ sittingId }) => sittingId !== null).length
  if (published === null) return open === 0 ? TEXT.never : TEXT.open(open)
  const at = new Date(published.at)
  const when = `${dayText(businessDayOf(at), businessDayOf(serverNow()))} ${clockText(at)}`
  return TEXT.version(version, published.by, when)
}

function Week({ week }: { week: MenuWeekView }): ReactNode {
  const [edited, setEdited] = useState<MenuMealView | null>(null)
  const [publishing, setPublishing] = useState(false)
  const copy = useCopyWeek(week)
  return (
    <>
      {copy.told ? (
        <NoticeBar tone={copy.refused ? 'warm' : 'ok'} icon={copy.refused ? 'alert-line' : 'check-circle-line'}>
          {copy.told}
        </NoticeBar>
      ) : null}
      <WeekGrid week={week} onEdit={setEdited} />
      <View className={css.actions}>
        <Button kind="line" icon="history-line" loading={copy.busy} onTap={copy.run}>
          {TEXT.copy}
        </Button>
        <View className={css.grow}>
          <Button block onTap={() => setPublishing(true)}>
            {TEXT.publish}
          </Button>
        </View>
      </View>
      {edited ? (
        <MealSheet key={`${edited.day} ${edited.meal}`} week={week} meal={edited} onClose={() => setEdited(null)} />
      ) : null}
      {publishing ? <ChangesSheet week={week} onPublished={copy.forget} onClose={() => setPublishing(false)} /> : null}
    </>
  )
}
