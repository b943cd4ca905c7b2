import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { CounterPerson } from '@wanli/contracts/counter'
import { yuan } from '@wanli/kernel/money'
import { asApiError } from '@/shared/http/api-error'
import { facts } from '@/shared/text/facts'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { FacePicture } from '@/shared/ui/face'
import { Field } from '@/shared/ui/field'
import { useFindNeighbours } from '../api/counter-sale'
import { CLERK_TEXT } from '../clerk-text'
import { COUNTER_TEXT as TEXT } from '../counter-text'
import type { CounterEater } from '../use-counter'
import css from './counter-who.module.scss'

interface CounterWhoProps {
  person: CounterEater | null
  onChange: (person: CounterPerson | null) => void
}

const about = ({ age = null, balanceFen }: Partial<CounterPerson>): string =>
  facts(age === null ? '' : TEXT.age(age), balanceFen === undefined ? '' : TEXT.balance(yuan(balanceFen)))

/** Who eats: a guest unless a neighbour is found, who then pays their own price. */
export function CounterWho({ person, onChange }: CounterWhoProps): ReactNode {
  if (person === null) return <Guest onFound={onChange} />
  return (
    <Card title={TEXT.who} flush>
      <Cell
        tile={<FacePicture face={person.face} />}
        title={person.name}
        text={about(person)}
        end={
          <Button kind="soft" size="s" onTap={() => onChange(null)}>
            {TEXT.change}
          </Button>
        }
      />
    </Card>
  )
}

/** Somebody without an account, until a neighbour is found by what they say or show. */
function Guest({ onFound }: { onFound: (person: CounterPerson) => void }): ReactNode {
  const [text, setText] = useState('')
  const find = useFindNeighbours()
  const look = (): void => {
    if (text.trim().length < 2 || find.isPending) return
    find.mutate(text.trim(), { onSuccess: (found) => found.length === 1 && found[0] && onFound(found[0]) })
  }
  return (
    <Card title={TEXT.who}>
      <View className={css.guest}>
        <View className={css.name}>{TEXT.guest}</View>
        <View>{TEXT.guestText}</View>
      </View>
      <View className={css.find}>
        <View className={css.field}>
          <Field
            label={TEXT.findLabel}
            value={text}
            maxLength={40}
            placeholder={TEXT.byNameHint}
            error={find.isError ? asApiError(find.error).detail : ''}
            onInput={(value) => {
              setText(value)
              if (find.isError) find.reset()
            }}
            onConfirm={look}
          />
        </View>
        <Button kind="soft" icon="search-line" loading={find.isPending} onTap={look}>
          {CLERK_TEXT.search}
        </Button>
      </View>
      <View {...aria({ role: 'status' })}>
        {find.data?.length === 0 ? <View className={css.none}>{CLERK_TEXT.none}</View> : null}
      </View>
      {(find.data ?? []).map((found) => (
        <Cell
          key={found.id}
          tile={<FacePicture face={found.face} />}
          title={found.name}
          text={about(found)}
          onTap={() => onFound(found)}
        />
      ))}
    </Card>
  )
}
