import { useMutation } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { DeskPersonView } from '@wanli/contracts/desk'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { asApiError } from '@/shared/http/api-error'
import { useIdempotencyKey } from '@/shared/http/idempotency'
import { TermsFields } from '@/shared/mandate/terms-fields'
import { useNow } from '@/shared/now'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Chip } from '@/shared/ui/chip'
import { Field } from '@/shared/ui/field'
import css from '@/shared/ui/form.module.scss'
import { Sheet } from '@/shared/ui/sheet'
import { toast } from '@/shared/ui/toast'
import { recordMandate } from '../api/desk-mandates'
import { keepDeskPerson } from '../api/desk-person'
import { CLERK_TEXT as TEXT } from '../clerk-text'
import { NO_PAPER, paperOf, type PaperForm } from '../model/paper-form'
import { PersonSearch } from './person-search'
import { PhotoRow } from './photo-row'
import own from './mandate-sheet.module.scss'

/** 登记纸质同意书: who may act for the person on the desk, on what terms, by which signed paper. */
export function MandateSheet({ person, onClose }: { person: DeskPersonView; onClose: () => void }): ReactNode {
  const [form, setForm] = useState(NO_PAPER)
  const [wrong, setWrong] = useState('')
  const { key, renew } = useIdempotencyKey()
  const now = useNow(60)
  const record = useMutation({
    mutationFn: (body: Parameters<typeof recordMandate>[0]) => recordMandate(body, key),
    onSuccess: (next) => {
      keepDeskPerson(next)
      toast(TEXT.mandateDone)
      onClose()
    },
    onError: (thrown) => {
      const error = asApiError(thrown)
      if (error.code !== 'network') renew()
      setWrong(error.code === 'network' ? TEXT.network : error.detail)
    },
  })
  const change = (next: Partial<PaperForm>): void => {
    setForm({ ...form, ...next })
    setWrong('')
  }
  const send = (): void => {
    const body = paperOf(form, person.id, businessDayOf(now))
    if (typeof body === 'string') setWrong(body)
    else if (!record.isPending) record.mutate(body)
  }
  return (
    <Sheet
      open
      title={TEXT.mandateTitle}
      onClose={onClose}
      footer={
        <View className={css.form}>
          {wrong ? (
            <View className={css.wrong} {...aria({ role: 'alert' })}>
              {wrong}
            </View>
          ) : null}
          <Button block loading={record.isPending} onTap={send}>
            {TEXT.recordMandate}
          </Button>
        </View>
      }
    >
      <View className={css.form}>
        <Agent form={form} change={change} />
        <Paper form={form} change={change} />
        <View className={own.plainCards}>
          <TermsFields reader="desk" form={form.terms} now={now} onChange={(terms) => change({ terms })} />
        </View>
      </View>
    </Sheet>
  )
}

interface PartProps {
  form: PaperForm
  change: (next: Partial<PaperForm>) => void
}

function Agent({ form, change }: PartProps): ReactNode {
  return (
    <>
      {form.agent ? (
        <View className={css.row}>
          <View>{TEXT.agentChosen(form.agent.name)}</View>
          <Button kind="soft" size="s" onTap={() => change({ agent: null })}>
            {TEXT.agentChange}
          </Button>
        </View>
      ) : (
        <PersonSearch label={TEXT.agentSearch} chosenId={null} quiet onChoose={(agent) => change({ agent })} />
      )}
      <View className={css.group}>
        <Field
          label={TEXT.relation}
          value={form.relation}
          maxLength={10}
          onInput={(relation) => change({ relation })}
        />
        <View className={css.chips} {...aria({ role: 'radiogroup', label: TEXT.relation })}>
          {TEXT.relations.map((relation) => (
            <Chip key={relation} on={form.relation === relation} onTap={() => change({ relation })}>
              {relation}
            </Chip>
          ))}
        </View>
      </View>
    </>
  )
}

function Paper({ form, change }: PartProps): ReactNode {
  return (
    <>
      <Field
        label={TEXT.paperNumber}
        value={form.paperNumber}
        maxLength={40}
        onInput={(paperNumber) => change({ paperNumber })}
      />
      <PhotoRow label={TEXT.photo} photoId={form.photoId} onPhoto={(photoId) => change({ photoId })} />
    </>
  )
}
