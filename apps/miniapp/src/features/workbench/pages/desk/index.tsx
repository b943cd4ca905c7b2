import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { RoleGrant } from '@wanli/contracts/people'
import { SERVICE_STATION } from '@/shared/contact'
import { useSession } from '@/shared/http/session'
import { go, type PageUrl } from '@/shared/navigation'
import { usePageShown } from '@/shared/page-shown'
import { phoneCall } from '@/shared/phone-call'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { EmptyState } from '@/shared/ui/empty-state'
import { Screen } from '@/shared/ui/screen'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { Tag } from '@/shared/ui/tag'
import { Tile } from '@/shared/ui/tile'
import { useKitchenDay } from '../../api/get-kitchen-day'
import { DeskHeader } from '../../components/desk-header'
import { DOORS } from '../../doors'
import { JOB_NAME, WORKBENCH_TEXT } from '../../text'
import css from './index.module.scss'

const TEXT = WORKBENCH_TEXT.desk
const KITCHEN: PageUrl = '/features/workbench/pages/kitchen/index'

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
        <Card key={`${job.role}-${job.scopeId ?? ''}`} flush>
          <Job job={job} />
        </Card>
      ))}
    </View>
  )
}

function Job({ job: { role, scopeName } }: { job: RoleGrant }): ReactNode {
  const doors = DOORS.filter(({ roles }) => roles.includes(role))
  if (doors.length > 0) {
    return doors.map((door) => (
      <Cell
        key={door.url}
        tile={<Tile tint={door.tint} {...door.drawing} />}
        title={door.title}
        text={door.text(scopeName)}
        value={door.url === KITCHEN ? <KitchenAlarm /> : null}
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
