import type { ReactNode } from 'react'
import type { RoleGrant } from '@wanli/contracts/people'
import { SERVICE_STATION } from '@/shared/contact'
import { useSession } from '@/shared/http/session'
import { go } from '@/shared/navigation'
import { phoneCall } from '@/shared/phone-call'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { EmptyState } from '@/shared/ui/empty-state'
import { Screen } from '@/shared/ui/screen'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { Tile } from '@/shared/ui/tile'
import { JOB_NAME, WORKBENCH_TEXT } from '../../text'

const TEXT = WORKBENCH_TEXT.desk

/** 工作台: the jobs of my roles. What is not in the app yet says so and whom to call. */
export default function DeskPage(): ReactNode {
  const { person } = useSession()
  const jobs = person?.roles.filter(({ role }) => JOB_NAME[role] !== undefined) ?? []
  return (
    <Screen title={TEXT.title}>{person ? <Jobs jobs={jobs} /> : <SignInFirst text={WORKBENCH_TEXT.signIn} />}</Screen>
  )
}

function Jobs({ jobs }: { jobs: readonly RoleGrant[] }): ReactNode {
  const callStation = (): void => phoneCall(SERVICE_STATION.number)
  if (jobs.length === 0) {
    return <EmptyState title={TEXT.none} text={TEXT.noneText} action={{ label: TEXT.call, onTap: callStation }} />
  }
  return (
    <Card title={TEXT.mine} flush>
      {jobs.map(({ role, scopeId, scopeName }) =>
        role === 'canteen_staff' || role === 'admin' ? (
          <Cell
            key={`${role}-${scopeId ?? ''}`}
            tile={<Tile tint="canteen" picture="steaming-bowl" />}
            title={TEXT.pickup}
            text={TEXT.pickupText(scopeName ?? TEXT.everywhere)}
            onTap={() => go('/features/workbench/pages/pickup/index')}
          />
        ) : (
          <Cell
            key={`${role}-${scopeId ?? ''}`}
            tile={<Tile tint="people" icon="briefcase-line" />}
            title={JOB_NAME[role]}
            text={TEXT.byPhone}
            value={SERVICE_STATION.number}
            onTap={callStation}
          />
        ),
      )}
    </Card>
  )
}
