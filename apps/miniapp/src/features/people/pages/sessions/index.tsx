import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useSession } from '@/shared/http/session'
import { useNow } from '@/shared/now'
import { Async } from '@/shared/ui/async'
import { Card } from '@/shared/ui/card'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Screen } from '@/shared/ui/screen'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { sessionsQuery } from '../../api/get-sessions'
import { SessionRow } from '../../session-row'
import { PEOPLE_TEXT } from '../../text'

/** 登录过的设备: where I am signed in, and the way to end it. */
export default function SessionsPage(): ReactNode {
  const { state } = useSession()
  return (
    <Screen title={PEOPLE_TEXT.sessions}>
      {state === 'signed_in' ? <Sessions /> : <SignInFirst text={PEOPLE_TEXT.sessionsText} />}
    </Screen>
  )
}

function Sessions(): ReactNode {
  const query = useQuery(sessionsQuery)
  const now = useNow(60)
  return (
    <>
      <NoticeBar tone="info" icon="shield-line">
        {PEOPLE_TEXT.sessionsText}
      </NoticeBar>
      <Async query={query} skeleton={<SkeletonRows count={3} height={76} />}>
        {(sessions) => (
          <Card flush>
            {sessions.map((session) => (
              <SessionRow key={session.id} session={session} now={now} />
            ))}
          </Card>
        )}
      </Async>
    </>
  )
}
