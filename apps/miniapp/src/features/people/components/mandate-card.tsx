import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { MandatePayer, MandateView } from '@wanli/contracts/mandates'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { asApiError } from '@/shared/http/api-error'
import { go } from '@/shared/navigation'
import { mandateWords, shortYuan } from '@/shared/text/mandate-words'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Dialog } from '@/shared/ui/dialog'
import { FacePicture } from '@/shared/ui/face'
import { Facts } from '@/shared/ui/facts'
import { Heading } from '@/shared/ui/heading'
import { Tag } from '@/shared/ui/tag'
import { toast } from '@/shared/ui/toast'
import { useAnswerMandate } from '@/shared/api/answer-mandate'
import { MANDATE_TEXT as TEXT } from '../text'
import css from './mandate-card.module.scss'

/** How it came about, and what was done with it today, in one line each. */
function about(mandate: MandateView): string[] {
  const lines: string[] = []
  if (mandate.source === 'desk' && mandate.paperNumber !== null) lines.push(TEXT.paper(mandate.paperNumber))
  if (mandate.status === 'live' && mandate.spentTodayFen > 0) lines.push(TEXT.spent(shortYuan(mandate.spentTodayFen)))
  return lines
}

/** One mandate, seen by the agent or the principal, with what that side may do with it. */
export function MandateCard({ mandate, iAm, now }: { mandate: MandateView; iAm: MandatePayer; now: Date }): ReactNode {
  const { person, status, actions } = mandate
  const name = iAm === 'agent' ? TEXT.relation(mandate.relation, person.name) : person.name
  const ended = status !== 'live' && status !== 'offered'
  return (
    <Card>
      <View className={css.top}>
        <FacePicture face={person.face} />
        <View className={css.main}>
          <Heading level={3} className={css.name}>
            {status === 'offered' && iAm === 'principal' ? TEXT.wants(name) : name}
          </Heading>
          <View className={css.words}>
            <Facts text={mandateWords(mandate, iAm, businessDayOf(now))} />
          </View>
          {about(mandate).map((line) => (
            <View key={line} className={css.words}>
              {line}
            </View>
          ))}
        </View>
        {ended ? <Tag>{TEXT.status[status]}</Tag> : null}
        {status === 'offered' && iAm === 'agent' ? <Tag tone="warm">{TEXT.waiting}</Tag> : null}
      </View>
      {actions.length > 0 ? <Answers mandate={mandate} iAm={iAm} /> : null}
    </Card>
  )
}

function Answers({ mandate, iAm }: { mandate: MandateView; iAm: MandatePayer }): ReactNode {
  const [asking, setAsking] = useState(false)
  const answer = useAnswerMandate()
  const { id, person, actions } = mandate
  const give = (what: 'accept' | 'decline' | 'revoke'): void => {
    if (answer.isPending) return
    answer.mutate(
      { id, answer: what },
      {
        onSuccess: () => toast(TEXT.done),
        onError: (error) => toast(asApiError(error).detail),
        onSettled: () => setAsking(false),
      },
    )
  }
  const can = (action: MandateView['actions'][number]): boolean => actions.includes(action)
  const mine = iAm === 'agent'
  const end = mine ? TEXT.stop : TEXT.end
  const { name } = person
  const terms = (): void => go('/features/people/pages/mandate-terms/index', { id })
  const menu = (): void => go('/features/canteen/pages/menu/index', { for: person.id })
  return (
    <View className={css.answers}>
      {can('decline') ? <Act kind="line" words={TEXT.decline} name={name} onTap={() => give('decline')} /> : null}
      {can('accept') ? <Act kind="soft" words={TEXT.accept} name={name} onTap={() => give('accept')} /> : null}
      {can('revoke') ? (
        <Act kind={mine ? 'line' : 'danger'} words={end} name={name} onTap={() => setAsking(true)} />
      ) : null}
      {can('change') ? <Act kind="line" words={TEXT.change} name={name} onTap={terms} /> : null}
      {mine && mandate.status === 'live' && mandate.scopes.includes('meals') ? (
        <Act kind="soft" words={TEXT.meal} name={name} onTap={menu} />
      ) : null}
      <Dialog
        open={asking}
        title={mine ? TEXT.stopTitle : TEXT.endTitle}
        text={mine ? TEXT.stopText(name) : TEXT.endText(name)}
        confirm={{
          label: mine ? TEXT.stopYes : TEXT.endYes,
          kind: 'danger',
          loading: answer.isPending,
          onTap: () => give('revoke'),
        }}
        cancel={{ label: TEXT.keep, onTap: () => setAsking(false) }}
      />
    </View>
  )
}

interface ActProps {
  kind: 'line' | 'soft' | 'danger'
  words: string
  /** Whom it concerns: read aloud with the words, since every card has the same. */
  name: string
  onTap: () => void
}

function Act({ kind, words, name, onTap }: ActProps): ReactNode {
  return (
    <Button kind={kind} size="s" label={`${words}，${name}`} onTap={onTap}>
      {words}
    </Button>
  )
}
