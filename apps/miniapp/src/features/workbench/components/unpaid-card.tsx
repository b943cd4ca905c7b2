import { useRef, useState, type ReactNode } from 'react'
import type { SlipView, UnpaidView } from '@wanli/contracts/counter'
import { yuan } from '@wanli/kernel/money'
import { minutesUntil } from '@wanli/kernel/shanghai-time'
import { asApiError } from '@/shared/http/api-error'
import { newIdempotencyKey } from '@/shared/http/idempotency'
import { useNow } from '@/shared/now'
import { restTaps } from '@/shared/tap-rest'
import { facts } from '@/shared/text/facts'
import { Button } from '@/shared/ui/button'
import { Cell } from '@/shared/ui/cell'
import { Dialog } from '@/shared/ui/dialog'
import { FacePicture } from '@/shared/ui/face'
import { toast } from '@/shared/ui/toast'
import { takeCash, useUnpaid } from '../api/counter-sale'
import { COUNTER_TEXT as TEXT } from '../counter-text'
import { ListCard } from './list-card'

interface UnpaidCardProps {
  live: boolean
  onTaken: (slip: SlipView) => void
}

/** People who ordered in the app and pay here: the number, the amount, how long it is kept. */
export function UnpaidCard({ live, onTaken }: UnpaidCardProps): ReactNode {
  const query = useUnpaid(live)
  const [asked, setAsked] = useState<UnpaidView | null>(null)
  const [busy, setBusy] = useState(false)
  const key = useRef(newIdempotencyKey())
  const now = useNow(20)
  const ask = (one: UnpaidView): void => {
    // A key is of one order: after a lost answer the next one would be refused under it.
    key.current = newIdempotencyKey()
    setAsked(one)
  }
  const take = (): void => {
    if (asked === null || busy) return
    restTaps()
    setBusy(true)
    takeCash(asked.orderId, key.current)
      .then((slip) => {
        key.current = newIdempotencyKey()
        setAsked(null)
        onTaken(slip)
      })
      .catch((thrown: unknown) => {
        const error = asApiError(thrown)
        if (error.code !== 'network') {
          key.current = newIdempotencyKey()
          setAsked(null)
        }
        toast(error.code === 'network' ? TEXT.network : error.detail)
      })
      .finally(() => setBusy(false))
  }
  return (
    <>
      <ListCard title={TEXT.unpaid} query={query} none={TEXT.unpaidNone}>
        {(one) => (
          <Cell
            key={one.orderId}
            tile={<FacePicture face={one.eaterFace} />}
            title={`${one.pickupNumber} ${one.eaterName}`}
            text={facts(`¥${yuan(one.payFen)}`, TEXT.minutes(minutesUntil(now, new Date(one.payUntil))))}
            end={
              <Button kind="soft" size="s" label={`${TEXT.take} ${one.pickupNumber}`} onTap={() => ask(one)}>
                {TEXT.take}
              </Button>
            }
          />
        )}
      </ListCard>
      <Dialog
        open={asked !== null}
        title={TEXT.takeTitle(yuan(asked?.payFen ?? 0))}
        text={TEXT.takeText(asked?.pickupNumber ?? '', asked?.eaterName ?? '')}
        confirm={{ label: TEXT.takeYes, loading: busy, onTap: take }}
        cancel={{ label: TEXT.takeNo, onTap: () => setAsked(null) }}
      />
    </>
  )
}
