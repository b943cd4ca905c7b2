import { useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { FactKind, FactView, PersonView } from '@wanli/contracts/people'
import { businessDayOf, fullDayText } from '@wanli/kernel/shanghai-time'
import { asApiError } from '@/shared/http/api-error'
import { EVIDENCE_TEXT, FACT_STATUS_TEXT, FACT_TEXT, factText } from '@/shared/text/fact-words'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { Dialog } from '@/shared/ui/dialog'
import type { IconName } from '@/shared/icons/icon-name'
import { Tag } from '@/shared/ui/tag'
import { toast } from '@/shared/ui/toast'
import { consentsQuery, documentsQuery } from '../api/get-documents'
import { useConsent } from '../api/give-consent'
import { useDeclareFact } from '../api/update-me'
import { consentState } from '../model/consent'
import { PROFILE_TEXT as TEXT } from '../text'
import css from './facts-card.module.scss'

const KINDS: readonly FactKind[] = ['birth_day', 'hukou', 'residence', 'welfare_class']
const ICONS = {
  verified: 'check-circle-line',
  expiring: 'time-line',
  expired: 'time-line',
  declared: 'question-line',
} as const satisfies Record<FactView['status'], IconName>
const TONES = { verified: 'ok', expiring: 'warm', expired: 'bad', declared: 'plain' } as const

/** How a fact is known, in one line. */
function howKnown(fact: FactView, today: string): string {
  if (fact.status === 'declared' || fact.evidence === null || fact.verifiedAt === null) return TEXT.declared
  const day = fullDayText(businessDayOf(new Date(fact.verifiedAt)), today)
  return TEXT.seen(EVIDENCE_TEXT[fact.evidence], fact.verifiedBy ?? '', day)
}

function statusWords(fact: FactView, today: string): string {
  return fact.validUntil !== null && fact.status === 'verified'
    ? TEXT.until(fullDayText(fact.validUntil, today))
    : FACT_STATUS_TEXT[fact.status]
}

/** 核对过的: what a desk has checked about me, and what only I say. */
export function FactsCard({ person, now }: { person: PersonView; now: Date }): ReactNode {
  const today = businessDayOf(now)
  return (
    <Card title={TEXT.facts} flush>
      <View className={css.note}>{TEXT.factsText}</View>
      {KINDS.map((kind) => {
        const fact = person.facts.find((one) => one.kind === kind)
        if (!fact)
          return (
            <Cell
              key={kind}
              icon="question-line"
              title={FACT_TEXT[kind]}
              text={TEXT.noFact}
              end={kind === 'welfare_class' ? <Declare /> : undefined}
            />
          )
        return (
          <Cell
            key={kind}
            icon={ICONS[fact.status]}
            title={
              <View className={css.title}>
                <View>{factText(fact, today)}</View>
                <Tag tone={TONES[fact.status]}>{statusWords(fact, today)}</Tag>
              </View>
            }
            text={howKnown(fact, today)}
          />
        )
      })}
    </Card>
  )
}

/** Saying that one has a welfare certificate, so that the clerk expects it; with the consent that keeping it needs, where it is not given yet. */
function Declare(): ReactNode {
  const [asking, setAsking] = useState(false)
  const consent = useConsent()
  const declare = useDeclareFact()
  const { data: documents = [] } = useQuery({ ...documentsQuery, enabled: asking })
  const { data: consents } = useQuery({ ...consentsQuery, enabled: asking })
  const sensitive = documents.find(({ document }) => document === 'sensitive')
  const agreed = sensitive !== undefined && consents !== undefined && consentState(sensitive, consents) === 'given'
  const answers = {
    onError: (error: Error) => {
      toast(asApiError(error).detail)
      setAsking(false)
    },
  }
  const write = (): void => {
    const done = (): void => setAsking(false)
    declare.mutate({ kind: 'welfare_class', value: TEXT.welfare }, { ...answers, onSuccess: done })
  }
  const confirm = (): void => {
    if (agreed) write()
    else if (sensitive)
      consent.mutate({ document: 'sensitive', version: sensitive.version }, { ...answers, onSuccess: write })
  }
  const loading = consent.isPending || declare.isPending || !sensitive || !consents
  return (
    <>
      <Button kind="soft" size="s" onTap={() => setAsking(true)}>
        {TEXT.declare}
      </Button>
      <Dialog
        open={asking}
        title={TEXT.declareTitle}
        text={agreed ? TEXT.declareText : TEXT.declareConsent}
        confirm={{ label: agreed ? TEXT.declareYes : TEXT.declareAgree, loading, onTap: confirm }}
        cancel={{ label: TEXT.declareNo, onTap: () => setAsking(false) }}
      />
    </>
  )
}
