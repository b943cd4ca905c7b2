import { useQuery } from '@tanstack/react-query'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { asApiError } from '@/shared/http/api-error'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { toast } from '@/shared/ui/toast'
import { templatesQuery, useGiveCredits } from './api/give-credits'
import { answersOf } from './model/answers'
import { INBOX_TEXT } from './text'

/** WeChat lets an app send one message for each consent, and asks only from a tap: this is the tap. Gone while enough are left. */
export function SubscribeCard(): ReactNode {
  const { data: templates = [] } = useQuery(templatesQuery)
  const give = useGiveCredits()
  const empty = templates.filter(({ left }) => left === 0)
  if (empty.length === 0) return null
  const ask = async (): Promise<void> => {
    const ids = empty.map(({ templateId }) => templateId)
    // Taro's types want a field that only another platform knows.
    const reply: object = await Taro.requestSubscribeMessage({ tmplIds: ids, entityIds: [] })
    const answers = answersOf(reply, ids)
    await give.mutateAsync(answers)
    toast(Object.values(answers).includes('accept') ? INBOX_TEXT.subscribed : INBOX_TEXT.subscribeNone)
  }
  const start = (): void => {
    if (!give.isPending) ask().catch((error: unknown) => toast(asApiError(error).detail))
  }
  return (
    <Card flush>
      <Cell
        icon="wechat-line"
        title={INBOX_TEXT.subscribe}
        text={INBOX_TEXT.subscribeText(empty.map(({ title }) => title).join('、'))}
        end={
          <Button kind="soft" size="s" loading={give.isPending} label={INBOX_TEXT.subscribe} onTap={start}>
            {INBOX_TEXT.subscribeAction}
          </Button>
        }
      />
    </Card>
  )
}
