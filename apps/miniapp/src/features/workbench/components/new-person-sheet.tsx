import { useMutation } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { PEOPLE } from '@wanli/kernel/limits'
import { asApiError } from '@/shared/http/api-error'
import { useIdempotencyKey } from '@/shared/http/idempotency'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { FacePicture } from '@/shared/ui/face'
import { Field } from '@/shared/ui/field'
import css from '@/shared/ui/form.module.scss'
import { Option } from '@/shared/ui/option'
import { Sheet } from '@/shared/ui/sheet'
import { toast } from '@/shared/ui/toast'
import { createPerson, keepDeskPerson } from '../api/desk-person'
import { CLERK_TEXT as TEXT, FACE_TEXT } from '../clerk-text'
import { FACES, newPersonOf, NOBODY, problemsOf, type NewPersonForm, type NewPersonProblems } from '../model/new-person'
import faceCss from './new-person-sheet.module.scss'

interface NewPersonSheetProps {
  open: boolean
  onClose: () => void
  onMade: (id: string) => void
}

/** 第一次来: the least that is needed; an ID number only with the signed paper that allows keeping it. */
export function NewPersonSheet({ open, onClose, onMade }: NewPersonSheetProps): ReactNode {
  const [form, setForm] = useState(NOBODY)
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState('')
  const { key, renew } = useIdempotencyKey()
  const make = useMutation({
    mutationFn: () => createPerson(newPersonOf(form), key),
    onSuccess: (person) => {
      renew()
      keepDeskPerson(person)
      toast(TEXT.created)
      setForm(NOBODY)
      setTried(false)
      onMade(person.id)
    },
    onError: (thrown) => {
      const error = asApiError(thrown)
      if (error.code !== 'network') renew()
      setRefused(error.code === 'network' ? TEXT.network : error.detail)
    },
  })
  const send = (): void => {
    setTried(true)
    if (Object.keys(problemsOf(form)).length === 0 && !make.isPending) make.mutate()
  }
  const change = (next: Partial<NewPersonForm>): void => {
    setForm({ ...form, ...next })
    setRefused('')
  }
  return (
    <Sheet
      open={open}
      title={TEXT.newTitle}
      onClose={onClose}
      footer={
        <View className={css.form}>
          {refused ? (
            <View className={css.wrong} {...aria({ role: 'alert' })}>
              {refused}
            </View>
          ) : null}
          <Button block loading={make.isPending} onTap={send}>
            {TEXT.create}
          </Button>
        </View>
      }
    >
      <Fields form={form} problems={tried ? problemsOf(form) : {}} change={change} />
    </Sheet>
  )
}

interface FieldsProps {
  form: NewPersonForm
  problems: NewPersonProblems
  change: (next: Partial<NewPersonForm>) => void
}

function Fields({ form, problems, change }: FieldsProps): ReactNode {
  return (
    <View className={css.form}>
      <Field
        label={TEXT.newName}
        value={form.name}
        maxLength={PEOPLE.nameLength}
        error={problems.name}
        onInput={(name) => change({ name })}
      />
      <View className={css.group}>
        <View className={css.label}>{TEXT.newFace}</View>
        <View className={faceCss.faces} {...aria({ role: 'radiogroup', label: TEXT.newFace })}>
          {FACES.map((face) => (
            <Option key={face} on={form.face === face} label={FACE_TEXT[face]} onTap={() => change({ face })}>
              <FacePicture face={face} />
            </Option>
          ))}
        </View>
      </View>
      <Field
        label={TEXT.newEstate}
        value={form.estate}
        maxLength={20}
        placeholder={TEXT.optional}
        onInput={(estate) => change({ estate })}
      />
      <Field
        label={TEXT.newPhone}
        value={form.phone}
        type="number"
        maxLength={13}
        placeholder={TEXT.optional}
        error={problems.phone}
        onInput={(text) => change({ phone: text.replace(/\D/g, '').slice(0, 11) })}
      />
      <Field
        label={TEXT.newId}
        value={form.idNumber}
        type="idcard"
        maxLength={20}
        placeholder={TEXT.optional}
        error={problems.idNumber}
        onInput={(text) =>
          change({
            idNumber: text
              .replace(/[^\dxX]/g, '')
              .toUpperCase()
              .slice(0, 18),
          })
        }
      />
      <View className={css.help}>{TEXT.newConsentText}</View>
      <Field
        label={TEXT.newConsent}
        value={form.consentPaper}
        maxLength={40}
        placeholder={TEXT.optional}
        error={problems.consentPaper}
        onInput={(consentPaper) => change({ consentPaper })}
      />
    </View>
  )
}
