import { useState, type ReactNode } from 'react'
import type { SessionView } from '@wanli/contracts/people'
import { businessDayOf, clockText, dayText } from '@wanli/kernel/shanghai-time'
import { asApiError } from '@/shared/http/api-error'
import { Button } from '@/shared/ui/button'
import { Cell } from '@/shared/ui/cell'
import { Dialog } from '@/shared/ui/dialog'
import { Tag } from '@/shared/ui/tag'
import { toast } from '@/shared/ui/toast'
import { useRevokeSession } from './api/revoke-session'
import { deviceIcon } from './model/device-icon'
import { PEOPLE_TEXT } from './text'

/** One device: what it is, when it was last used, and its end. The device in hand cannot be ended here. */
export function SessionRow({ session, now }: { session: SessionView; now: Date }): ReactNode {
  const [asking, setAsking] = useState(false)
  const revoke = useRevokeSession()
  const used = new Date(session.lastUsedAt)
  const when = `${dayText(businessDayOf(used), businessDayOf(now))} ${clockText(used)}`
  const end = (): void => {
    revoke.mutate(session.id, {
      onSuccess: () => toast(PEOPLE_TEXT.revoked),
      onError: (error) => toast(asApiError(error).detail),
      onSettled: () => setAsking(false),
    })
  }
  const action = session.current ? (
    <Tag tone="ok">{PEOPLE_TEXT.current}</Tag>
  ) : (
    <Button kind="danger" size="s" label={`${PEOPLE_TEXT.revoke}，${session.device}`} onTap={() => setAsking(true)}>
      {PEOPLE_TEXT.revoke}
    </Button>
  )
  return (
    <>
      <Cell icon={deviceIcon(session.device)} title={session.device} text={PEOPLE_TEXT.lastUsed(when)} end={action} />
      <Dialog
        open={asking}
        title={PEOPLE_TEXT.revokeTitle}
        text={PEOPLE_TEXT.revokeText(session.device)}
        confirm={{ label: PEOPLE_TEXT.revoke, kind: 'danger', loading: revoke.isPending, onTap: end }}
        cancel={{ label: PEOPLE_TEXT.keep, onTap: () => setAsking(false) }}
      />
    </>
  )
}
