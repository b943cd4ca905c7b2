import type { ReactNode } from 'react'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { BEGUN_TEXT } from '../menus-text'
import type { KeptForm } from '../use-kept-form'

/** Above a form that was begun earlier and not saved: that it was, and the way back to what is there. */
export function BegunBar({
  form: { begun, forget },
}: {
  form: Pick<KeptForm<unknown>, 'begun' | 'forget'>
}): ReactNode {
  if (!begun) return null
  return (
    <NoticeBar tone="info" icon="history-line" act={BEGUN_TEXT.anew} onTap={forget}>
      {BEGUN_TEXT.begun}
    </NoticeBar>
  )
}
