import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { PersonView } from '@wanli/contracts/people'
import { PEOPLE } from '@wanli/kernel/limits'
import { useMe } from '@/shared/api/get-me'
import { SERVICE_STATION } from '@/shared/contact'
import { asApiError } from '@/shared/http/api-error'
import { useNow } from '@/shared/now'
import { phoneCall } from '@/shared/phone-call'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { Field } from '@/shared/ui/field'
import css from '@/shared/ui/form.module.scss'
import { Screen } from '@/shared/ui/screen'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { toast } from '@/shared/ui/toast'
import { useUpdateMe } from '../../api/update-me'
import { FactsCard } from '../../components/facts-card'
import { PhoneCell } from '../../components/phone-cell'
import { PROFILE_TEXT as TEXT } from '../../text'

/** 我的资料: what people see of me, what is kept of me, and what a desk has checked. */
export default function ProfilePage(): ReactNode {
  const person = useMe()
  const now = useNow(60)
  if (!person) {
    return (
      <Screen title={TEXT.title}>
        <SignInFirst text={TEXT.factsText} />
      </Screen>
    )
  }
  return (
    <Screen title={TEXT.title}>
      <NameCard person={person} />
      <Card flush>
        <PhoneCell phone={person.phone} />
        <Cell
          icon="certificate-line"
          title={TEXT.idNumber}
          text={person.idNumber === null ? undefined : TEXT.idNumberText}
          value={person.idNumber ?? TEXT.noPhone}
          plain
        />
        {person.estate ? <Cell icon="home-4-line" title={TEXT.estate} value={person.estate} plain /> : null}
      </Card>
      <FactsCard person={person} now={now} />
      <Card flush>
        <Cell
          icon="location-line"
          title={TEXT.desk}
          text={TEXT.deskText}
          plain
          onTap={() => phoneCall(SERVICE_STATION.number)}
        />
      </Card>
    </Screen>
  )
}

function NameCard({ person }: { person: PersonView }): ReactNode {
  const [name, setName] = useState(person.name)
  const [wrong, setWrong] = useState('')
  const update = useUpdateMe()
  const save = (): void => {
    update.mutate(
      { name },
      {
        onSuccess: (saved) => {
          setName(saved.name)
          toast(TEXT.saved)
        },
        onError: (error) => setWrong(asApiError(error).detail),
      },
    )
  }
  const changed = name.trim() !== person.name && name.trim() !== ''
  return (
    <Card>
      <View className={css.form}>
        <Field
          label={TEXT.name}
          value={name}
          maxLength={PEOPLE.nameLength}
          error={wrong}
          onInput={(text) => {
            setName(text)
            setWrong('')
          }}
        />
        {changed ? (
          <Button block loading={update.isPending} onTap={save}>
            {TEXT.save}
          </Button>
        ) : null}
      </View>
    </Card>
  )
}
