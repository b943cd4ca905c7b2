import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { DeskPersonView } from '@wanli/contracts/desk'
import type { FactKind, FactView } from '@wanli/contracts/people'
import { businessDayOf, fullDayText } from '@wanli/kernel/shanghai-time'
import type { IconName } from '@/shared/icons/icon-name'
import { useNow } from '@/shared/now'
import { EVIDENCE_TEXT, FACT_STATUS_TEXT, FACT_TEXT, factText } from '@/shared/text/fact-words'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { Icon } from '@/shared/ui/icon'
import { Tag } from '@/shared/ui/tag'
import { CLERK_TEXT as TEXT } from '../clerk-text'
import css from './desk-facts.module.scss'

const KINDS: readonly FactKind[] = ['birth_day', 'hukou', 'residence', 'welfare_class']

const MARKS = {
  verified: 'check-circle-line',
  expiring: 'time-line',
  expired: 'time-line',
  declared: 'question-line',
} as const satisfies Record<FactView['status'], IconName>

/** What is known of a person and how; what is not, with the way to check it. */
export function DeskFacts({
  person,
  onVerify,
}: {
  person: DeskPersonView
  onVerify: (kind: FactKind) => void
}): ReactNode {
  const today = businessDayOf(useNow(60))
  return (
    <Card title={TEXT.facts} extra={<View className={css.note}>{TEXT.factsText}</View>} flush>
      {KINDS.map((kind) => {
        const fact = person.facts.find((one) => one.kind === kind)
        return (
          <Cell
            key={kind}
            tile={<Mark fact={fact} />}
            title={
              <View className={css.title}>
                <View>{fact ? factText(fact, today) : FACT_TEXT[kind]}</View>
                {fact && fact.status !== 'declared' ? <State fact={fact} today={today} /> : null}
              </View>
            }
            text={fact ? howKnown(fact, today) : TEXT.noFact}
            end={
              <Button
                kind={fact?.status === 'verified' ? 'text' : 'soft'}
                size="s"
                label={`${fact && fact.status !== 'declared' ? TEXT.again : TEXT.verify}，${FACT_TEXT[kind]}`}
                onTap={() => onVerify(kind)}
              >
                {fact && fact.status !== 'declared' ? TEXT.again : TEXT.verify}
              </Button>
            }
          />
        )
      })}
    </Card>
  )
}

function Mark({ fact }: { fact: FactView | undefined }): ReactNode {
  const status = fact?.status ?? 'declared'
  return <Icon name={MARKS[status]} className={css[status] ?? ''} />
}

function howKnown(fact: FactView, today: string): string {
  if (fact.status === 'declared' || fact.evidence === null || fact.verifiedAt === null) return TEXT.declared
  const day = fullDayText(businessDayOf(new Date(fact.verifiedAt)), today)
  return TEXT.seen(EVIDENCE_TEXT[fact.evidence], fact.verifiedBy ?? '', day)
}

function State({ fact, today }: { fact: FactView; today: string }): ReactNode {
  const tone = fact.status === 'verified' ? 'ok' : fact.status === 'expiring' ? 'warm' : 'bad'
  const words =
    fact.status === 'expired' || fact.validUntil === null
      ? FACT_STATUS_TEXT[fact.status]
      : TEXT.until(fullDayText(fact.validUntil, today))
  return <Tag tone={tone}>{words}</Tag>
}
