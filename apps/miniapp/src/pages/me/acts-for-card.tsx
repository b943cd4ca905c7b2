import type { ReactNode } from 'react'
import type { MandateView } from '@wanli/contracts/people'
import { go } from '@/shared/navigation'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { FacePicture } from '@/shared/ui/face'
import { mandateWords } from './model/person-words'
import { ME_TEXT } from './text'

function Row({ mandate }: { mandate: MandateView }): ReactNode {
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
      text={mandateWords(mandate)}
      end={order}
    />
  )
}

/** The people I act for: what I may do, until when, and the way to do it. */
export function ActsForCard({ mandates }: { mandates: readonly MandateView[] }): ReactNode {
  return (
    <Card title={ME_TEXT.actsFor} flush>
      {mandates.map((mandate) => (
        <Row key={mandate.id} mandate={mandate} />
      ))}
    </Card>
  )
}
