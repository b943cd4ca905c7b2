import { Button } from '@tarojs/components'
import type { ReactNode } from 'react'
import { asApiError } from '@/shared/http/api-error'
import { Cell } from '@/shared/ui/cell'
import { toast } from '@/shared/ui/toast'
import { useBindPhone } from '../api/update-me'
import { PROFILE_TEXT as TEXT } from '../text'
import css from './phone-cell.module.scss'

/** The phone number that is kept of me, masked, and WeChat's own button to give one: WeChat asks for consent before it answers. */
export function PhoneCell({ phone }: { phone: string | null }): ReactNode {
  const bind = useBindPhone()
  // Refusing is an answer like any other: no code comes, and nothing happens.
  const give = (code: string | undefined): void => {
    if (!code || bind.isPending) return
    bind.mutate(code, {
      onSuccess: () => toast(TEXT.saved),
      onError: (error) => toast(asApiError(error).detail),
    })
  }
  const button = (
    <Button className={css.button ?? ''} openType="getPhoneNumber" onGetPhoneNumber={({ detail }) => give(detail.code)}>
      {TEXT.bindPhone}
    </Button>
  )
  return <Cell icon="cellphone-line" title={TEXT.phone} text={phone ?? TEXT.noPhone} plain end={button} />
}
