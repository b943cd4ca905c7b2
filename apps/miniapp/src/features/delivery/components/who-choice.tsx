import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { PersonView } from '@wanli/contracts/people'
import { aria } from '@/shared/ui/aria'
import { Card } from '@/shared/ui/card'
import { Chip } from '@/shared/ui/chip'
import css from '@/shared/ui/form.module.scss'
import { TEXT } from '../text'

interface WhoChoiceProps {
  person: PersonView
  /** Null is oneself. */
  forPersonId: string | null
  onChange: (forPersonId: string | null) => void
}

/** Whom it is about: oneself, or somebody one may order meals for. Nothing to choose, nothing shown. */
export function WhoChoice({ person, forPersonId, onChange }: WhoChoiceProps): ReactNode {
  const others = person.actsFor.filter(({ status, scopes }) => status === 'live' && scopes.includes('meals'))
  if (others.length === 0) return null
  return (
    <Card title={TEXT.who}>
      <View className={css.chips} {...aria({ role: 'radiogroup', label: TEXT.who })}>
        <Chip on={forPersonId === null} onTap={() => onChange(null)}>
          {TEXT.self}
        </Chip>
        {others.map(({ person: other, relation }) => (
          <Chip key={other.id} on={forPersonId === other.id} onTap={() => onChange(other.id)}>
            {`${relation} ${other.name}`}
          </Chip>
        ))}
      </View>
    </Card>
  )
}
