import { useState, type ReactNode } from 'react'
import type { DeskPersonView } from '@wanli/contracts/desk'
import type { MandateView } from '@wanli/contracts/mandates'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { asApiError } from '@/shared/http/api-error'
import { useNow } from '@/shared/now'
import { facts } from '@/shared/text/facts'
import { mandateWords } from '@/shared/text/mandate-words'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { Dialog } from '@/shared/ui/dialog'
import { FacePicture } from '@/shared/ui/face'
import { toast } from '@/shared/ui/toast'
import { useStopMandate } from '../api/desk-mandates'
import { CLERK_TEXT as TEXT } from '../clerk-text'
import { pronounOf } from '../model/she'

const WHO = { her: TEXT.her, him: TEXT.him, them: TEXT.them } as const

/** Who may act for the person: what, how much, who pays, until when, and by which paper. */
export function DeskAgents({ person, onAdd }: { person: DeskPersonView; onAdd: () => void }): ReactNode {
  const [stopping, setStopping] = useState<MandateView | null>(null)
  const stop = useStopMandate()
  const today = businessDayOf(useNow(60))
  const confirm = (): void => {
    if (!stopping || stop.isPending) return
    stop.mutate(stopping.id, {
      onSuccess: () => toast(TEXT.stopped),
      onError: (error) => toast(asApiError(error).detail),
      onSettled: () => setStopping(null),
    })
  }
  const add = (
    <Button kind="line" size="s" icon="user-add-line" onTap={onAdd}>
      {TEXT.addAgent}
    </Button>
  )
  return (
    <Card title={TEXT.agents(WHO[pronounOf(person.face)])} extra={add} flush>
      {person.agents.length === 0 ? (
        <Cell icon="hand-heart-line" title={TEXT.noAgents} text={TEXT.noAgentsText} plain />
      ) : null}
      {person.agents.map((mandate) => (
        <Cell
          key={mandate.id}
          tile={<FacePicture face={mandate.person.face} />}
          title={mandate.person.name}
          text={termsText(mandate, today)}
          end={
            <Button
              kind="danger"
              size="s"
              label={`${TEXT.stopAgent}，${mandate.person.name}`}
              onTap={() => setStopping(mandate)}
            >
              {TEXT.stopAgent}
            </Button>
          }
        />
      ))}
      <Dialog
        open={stopping !== null}
        title={TEXT.stopTitle(stopping?.person.name ?? '')}
        text={TEXT.stopText}
        confirm={{ label: TEXT.stopYes, kind: 'danger', loading: stop.isPending, onTap: confirm }}
        cancel={{ label: TEXT.stopNo, onTap: () => setStopping(null) }}
      />
    </Card>
  )
}

function termsText(mandate: MandateView, today: string): string {
  const words = mandateWords(mandate, 'desk', today)
  if (mandate.status === 'offered') return facts(TEXT.waiting, words)
  return mandate.paperNumber === null ? words : facts(words, TEXT.paper(mandate.paperNumber))
}
