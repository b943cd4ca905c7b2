import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { NoticeView } from '@wanli/contracts/notices'
import { useAnswerMandate } from '@/shared/api/answer-mandate'
import { asApiError } from '@/shared/http/api-error'
import { go } from '@/shared/navigation'
import { unbroken } from '@/shared/text/unbroken'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { toast } from '@/shared/ui/toast'
import { useReadNotice } from './api/read-notice'
import { doorOf } from './model/open-notice'
import { NoticeTile } from './notice-tile'
import { INBOX_TEXT } from './text'
import css from './todo-card.module.scss'

/** Something that waits for an answer, with the answers on it. Its head opens the whole story. */
export function TodoCard({ notice }: { notice: NoticeView }): ReactNode {
  const read = useReadNotice()
  const door = doorOf(notice)
  const open = (): void => {
    if (!notice.read) read.mutate(notice.id)
    if (door) go(door.page, door.params)
  }
  return (
    <Card flush>
      <Cell
        tile={<NoticeTile kind={notice.kind} />}
        title={notice.title}
        text={unbroken(notice.body)}
        onTap={door ? open : undefined}
      />
      <View className={css.answers}>
        {notice.kind === 'mandate_offered' && notice.subject ? (
          <MandateAnswers id={notice.subject.id} title={notice.title} />
        ) : (
          <View className={css.answer}>
            <Button kind="soft" block label={`${INBOX_TEXT.look}，${notice.title}`} onTap={open}>
              {INBOX_TEXT.look}
            </Button>
          </View>
        )}
      </View>
    </Card>
  )
}

/** Saying no is as easy as saying yes. */
function MandateAnswers({ id, title }: { id: string; title: string }): ReactNode {
  const answer = useAnswerMandate()
  const give = (what: 'accept' | 'decline'): void => {
    if (answer.isPending) return
    answer.mutate(
      { id, answer: what },
      {
        onSuccess: () => toast(what === 'accept' ? INBOX_TEXT.accepted : INBOX_TEXT.declined),
        onError: (error) => toast(asApiError(error).detail),
      },
    )
  }
  const busy = (what: 'accept' | 'decline'): boolean => answer.isPending && answer.variables.answer === what
  return (
    <>
      <View className={css.answer}>
        <Button
          kind="line"
          block
          loading={busy('decline')}
          label={`${INBOX_TEXT.decline}，${title}`}
          onTap={() => give('decline')}
        >
          {INBOX_TEXT.decline}
        </Button>
      </View>
      <View className={css.answer}>
        <Button
          kind="soft"
          block
          loading={busy('accept')}
          label={`${INBOX_TEXT.accept}，${title}`}
          onTap={() => give('accept')}
        >
          {INBOX_TEXT.accept}
        </Button>
      </View>
    </>
  )
}
