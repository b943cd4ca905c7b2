import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { RoleGrant } from '@wanli/contracts/people'
import { SERVICE_STATION } from '@/shared/contact'
import { useSession } from '@/shared/http/session'
import { go, type PageUrl } from '@/shared/navigation'
import { usePageShown } from '@/shared/page-shown'
import { phoneCall } from '@/shared/phone-call'
import { Cell } from '@/shared/ui/cell'
import { EmptyState } from '@/shared/ui/empty-state'
import { Screen } from '@/shared/ui/screen'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { Tag } from '@/shared/ui/tag'
import { Tile } from '@/shared/ui/tile'
import { useCounterDay } from '../../api/counter-day'
import { useKitchenDay } from '../../api/get-kitchen-day'
import { DeskHeader } from '../../components/desk-header'
import { COUNTER_TEXT } from '../../counter-text'
import { DOORS } from '../../doors'
import { JOB_NAME, WORKBENCH_TEXT } from '../../text'
import css from './index.module.scss'

const TEXT = WORKBENCH_TEXT.desk
const KITCHEN: PageUrl = '/features/workbench/pages/kitchen/index'
const DAY_CLOSE: PageUrl = '/features/workbench/pages/day-close/index'

/** 工作台: the jobs of my roles. What is not in the app yet says so and whom to call. */
export default function DeskPage(): ReactNode {
  const { person } = useSession()
  const jobs = person?.roles.filter(({ role }) => JOB_NAME[role] !== undefined) ?? []
  return (
    <Screen title={TEXT.title} deskHeader={<DeskHeader job={TEXT.title} person={person} />}>
      {person ? <Jobs jobs={jobs} /> : <SignInFirst text={WORKBENCH_TEXT.signIn} />}
    </Screen>
  )
}

function Jobs({ jobs }: { jobs: readonly RoleGrant[] }): ReactNode {
  if (jobs.length === 0) {
    return <EmptyState title={TEXT.none} text={TEXT.noneText} action={{ label: TEXT.call, onTap: callStation }} />
  }
  return (
    <View className={css.jobs}>
      {jobs.map((job) => (
        <View key={`${job.role}-${job.scopeId ?? ''}`} className={css.doors}>
          <Job job={job} />
        </View>
      ))}
    </View>
  )
}

function Job({ job: { role, scopeId, scopeName } }: { job: RoleGrant }): ReactNode {
  const doors = DOORS.filter(({ roles }) => roles.includes(role))
  if (doors.length > 0) {
    return doors.map((door) => (
      <Cell
        key={door.url}
        tile={<Tile tint={door.tint} {...door.drawing} />}
        title={door.title}
        text={door.text(scopeName)}
        value={alarmOf(door.url, scopeId)}
        onTap={() => go(door.url)}
      />
    ))
  }
  return (
    <Cell
      tile={<Tile tint="people" icon="briefcase-line" />}
      title={JOB_NAME[role]}
      text={TEXT.byPhone}
      value={SERVICE_STATION.number}
      onTap={callStation}
    />
  )
}

/** What waits behind a door, in a word; null where nothing could. */
function alarmOf(url: PageUrl, scopeId: RoleGrant['scopeId']): ReactNode {
  if (url === KITCHEN) return <KitchenAlarm />
  // A drawer is closed by whoever works at one canteen.
  return url === DAY_CLOSE && scopeId !== null ? <DayCloseAlarm /> : null
}

/** Days that were forgotten, at the door of the day close. */
function DayCloseAlarm(): ReactNode {
  const count = useCounterDay(usePageShown()).data?.forgotten.length ?? 0
  return count === 0 ? null : <Tag tone="warm">{COUNTER_TEXT.day.forgottenCount(count)}</Tag>
}

/** Red at the kitchen's door while food is served of which no sample was kept. */
function KitchenAlarm(): ReactNode {
  const late = useKitchenDay(usePageShown()).data?.samplesLate ?? 0
  return late === 0 ? null : (
    <Tag tone="bad" icon="alert-fill">
      {TEXT.kitchenLate(late)}
    </Tag>
  )
}

function callStation(): void {
  phoneCall(SERVICE_STATION.number)
}
