import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { MandatePayer, MandateView } from '@wanli/contracts/mandates'
import { useSession } from '@/shared/http/session'
import { go } from '@/shared/navigation'
import { useNow } from '@/shared/now'
import { usePageParams } from '@/shared/page-address'
import { Async } from '@/shared/ui/async'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { EmptyState } from '@/shared/ui/empty-state'
import { Screen } from '@/shared/ui/screen'
import { Section } from '@/shared/ui/section'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { Tabs } from '@/shared/ui/tabs'
import { mandatesQuery } from '../../api/get-mandates'
import { MandateCard } from '../../components/mandate-card'
import { MANDATE_TEXT as TEXT } from '../../text'

const SIDES = [
  { key: 'agent', label: TEXT.iHelp },
  { key: 'principal', label: TEXT.theyHelp },
] as const

const ask = (): void => go('/features/people/pages/mandate-ask/index')
const giveCode = (): void => go('/features/people/pages/mandate-code/index')

/** 家人代办: whom I act for and who acts for me; each side can end it at once. */
export default function MandatesPage(): ReactNode {
  const [{ side, id }, choose] = usePageParams('side', 'id')
  const { state } = useSession()
  const chosen = side === 'principal' || side === 'agent' ? side : null
  const query = useQuery({ ...mandatesQuery, enabled: state === 'signed_in' })
  // A message leads to one mandate: the side it is on is opened.
  const iAm = chosen ?? (query.data?.agents.some((mandate) => mandate.id === id) ? 'principal' : 'agent')
  const bottom =
    state === 'signed_in' ? (
      <Button block icon={iAm === 'agent' ? 'user-add-line' : 'key-2-line'} onTap={iAm === 'agent' ? ask : giveCode}>
        {iAm === 'agent' ? TEXT.emptyHelpAction : TEXT.giveCode}
      </Button>
    ) : null
  return (
    <Screen title={TEXT.title} bottom={bottom}>
      {state === 'signed_out' ? (
        <SignInFirst text={TEXT.emptyHelpText} />
      ) : (
        <>
          <Tabs items={SIDES} current={iAm} onChange={(next) => choose({ side: next })} />
          <Async query={query} skeleton={<SkeletonRows count={1} height={148} />}>
            {(mandates) => <Side mandates={iAm === 'agent' ? mandates.actsFor : mandates.agents} iAm={iAm} />}
          </Async>
          <Card flush>
            <Cell
              icon="history-line"
              title={TEXT.acts}
              text={TEXT.actsText}
              plain
              onTap={() => go('/features/people/pages/acts/index')}
            />
          </Card>
        </>
      )}
    </Screen>
  )
}

const isOver = ({ status }: MandateView): boolean => status !== 'live' && status !== 'offered'

function Side({ mandates, iAm }: { mandates: readonly MandateView[]; iAm: MandatePayer }): ReactNode {
  const now = useNow(60)
  if (mandates.length === 0) {
    return iAm === 'agent' ? (
      <EmptyState title={TEXT.emptyHelp} text={TEXT.emptyHelpText} picture="handshake" />
    ) : (
      <EmptyState title={TEXT.emptyAgents} text={TEXT.emptyAgentsText} picture="handshake" />
    )
  }
  const over = mandates.filter(isOver)
  return (
    <>
      {mandates
        .filter((mandate) => !isOver(mandate))
        .map((mandate) => (
          <MandateCard key={mandate.id} mandate={mandate} iAm={iAm} now={now} />
        ))}
      {over.length > 0 ? (
        <Section title={TEXT.ended} quiet>
          {over.map((mandate) => (
            <MandateCard key={mandate.id} mandate={mandate} iAm={iAm} now={now} />
          ))}
        </Section>
      ) : null}
    </>
  )
}
