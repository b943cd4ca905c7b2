import type { ReactNode } from 'react'
import { asApiError } from '@/shared/http/api-error'
import { Button } from '@/shared/ui/button'
import { toast } from '@/shared/ui/toast'
import { useWechatSignIn } from './api/wechat-sign-in'
import { leaveSignIn } from './leave-sign-in'
import { PEOPLE_TEXT } from './text'

/** WeChat's sign-in: one tap, no form. */
export function WechatSignIn(): ReactNode {
  const signIn = useWechatSignIn()
  const start = (): void => {
    signIn.mutate(undefined, { onSuccess: leaveSignIn, onError: (error) => toast(asApiError(error).detail) })
  }
  return (
    <Button block icon="wechat-line" loading={signIn.isPending} onTap={start}>
      {PEOPLE_TEXT.wechat}
    </Button>
  )
}
