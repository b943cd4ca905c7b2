import type { ReactNode } from 'react'
import type { MandateView } from '@wanli/contracts/mandates'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { go } from '@/shared/navigation'
import { mandateWords } from '@/shared/text/mandate-words'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { FacePicture } from '@/shared/ui/face'
import { MoreLink } from './more-link'
import { ME_TEXT } from './text'

function Row({ mandate, today }: { mandate: MandateView; today: string }): ReactNode {
  const { person, relation } = mandate
  const order = mandate.scopes.includes('meals') ? (
    <Button kind="soft" size="s" onTap={() => go('/features/canteen/pages/menu/index', { for: person.id })}>
      {ME_TEXT.act(relation)}
    </Button>
  ) : undefined
  return (
    <Cell
      tile={<FacePicture face={person.face} />}
      title={ME_TEXT.relation(relation, person.name)}
      text={mandateWords(mandate, 'agent', today)}
      end={order}
    />
  )
}

/** The people I act for: what I may do, until when, and the way to do it. */
export function ActsForCard({ mandates, now }: { mandates: readonly MandateView[]; now: Date }): ReactNode {
  const live = mandates.filter((mandate) => mandate.status === 'live')
  const open = (): void => go('/features/people/pages/mandates/index', { side: 'agent' })
  return (
    <Card
      title={ME_TEXT.actsFor}
      flush
      extra={<MoreLink label={live.length > 0 ? ME_TEXT.manage : ME_TEXT.add} onTap={open} />}
    >
      {live.length === 0 ? (
        <Cell icon="hand-heart-line" title={ME_TEXT.actsForNone} text={ME_TEXT.actsForNoneText} plain onTap={open} />
      ) : null}
      {live.map((mandate) => (
        <Row key={mandate.id} mandate={mandate} today={businessDayOf(now)} />
      ))}
    </Card>
  )
}
