import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { ContactPerson, NamedPerson } from '@wanli/contracts/delivery'
import { DELIVERY } from '@wanli/kernel/limits'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Field } from '@/shared/ui/field'
import css from '@/shared/ui/form.module.scss'
import { TEXT } from '../text'
import own from './people-fields.module.scss'

const WORDS = TEXT.address
const PHONE_LENGTH = 11

interface PeopleFieldsProps<One extends NamedPerson> {
  title: string
  help: string
  people: readonly One[]
  /** What an empty line is; with a phone the line asks for one. */
  blank: One
  wrong: string | undefined
  onChange: (people: readonly One[]) => void
}

/** Up to three people by name: who may take a meal in, or whom to call. */
export function PeopleFields<One extends NamedPerson | ContactPerson>(props: PeopleFieldsProps<One>): ReactNode {
  const { title, help, people, blank, wrong, onChange } = props
  const change = (at: number, more: Partial<ContactPerson>): void =>
    onChange(people.map((one, n) => (n === at ? { ...one, ...more } : one)))
  return (
    <Card title={title}>
      <View className={css.form}>
        <View className={css.help}>{help}</View>
        {people.map((one, at) => (
          <View key={at} className={own.person}>
            <View className={css.pair}>
              <Field
                label={WORDS.name}
                value={one.name}
                maxLength={DELIVERY.nameLength}
                onInput={(name) => change(at, { name })}
              />
              <Field
                label={WORDS.relation}
                value={one.relation}
                placeholder={WORDS.relationPlaceholder}
                maxLength={DELIVERY.nameLength}
                onInput={(relation) => change(at, { relation })}
              />
            </View>
            {'phone' in one ? (
              <Field
                label={WORDS.phone}
                value={one.phone}
                type="number"
                maxLength={PHONE_LENGTH}
                onInput={(phone) => change(at, { phone })}
              />
            ) : null}
            <View className={css.chips}>
              <Button kind="line" size="s" onTap={() => onChange(people.filter((_, n) => n !== at))}>
                {WORDS.drop}
              </Button>
            </View>
          </View>
        ))}
        {wrong === undefined ? null : <View className={css.wrong}>{wrong}</View>}
        {people.length < DELIVERY.people ? (
          <Button
            kind="soft"
            icon="add-line"
            block
            label={`${WORDS.add}，${title}`}
            onTap={() => onChange([...people, blank])}
          >
            {WORDS.add}
          </Button>
        ) : null}
      </View>
    </Card>
  )
}
