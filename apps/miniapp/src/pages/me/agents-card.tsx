import type { ReactNode } from 'react'
import type { MandateView } from '@wanli/contracts/mandates'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { go } from '@/shared/navigation'
import { mandateWords } from '@/shared/text/mandate-words'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { FacePicture } from '@/shared/ui/face'
import { Tag } from '@/shared/ui/tag'
import { MoreLink } from './more-link'
import { ME_TEXT } from './text'

const open = (): void => go('/features/people/pages/mandates/index', { side: 'principal' })

/** The people who may act for me, and those who wait for my answer. */
export function AgentsCard({ mandates, now }: { mandates: readonly MandateView[]; now: Date }): ReactNode {
  const shown = mandates.filter(({ status }) => status === 'live' || status === 'offered')
  if (shown.length === 0) {
    return (
      <Card flush>
        <Cell icon="key-2-line" title={ME_TEXT.agentsNone} text={ME_TEXT.agentsNoneText} plain onTap={open} />
      </Card>
    )
  }
  return (
    <Card title={ME_TEXT.agents} flush extra={<MoreLink label={ME_TEXT.manage} onTap={open} />}>
      {shown.map((mandate) => (
        <Cell
          key={mandate.id}
          tile={<FacePicture face={mandate.person.face} />}
          title={mandate.person.name}
          text={mandateWords(mandate, 'principal', businessDayOf(now))}
          end={mandate.status === 'offered' ? <Tag tone="warm">{ME_TEXT.waitsForMe}</Tag> : undefined}
          onTap={open}
        />
      ))}
    </Card>
  )
}
