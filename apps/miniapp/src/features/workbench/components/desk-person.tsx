import { useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { DeskPersonView, RevealField } from '@wanli/contracts/desk'
import type { FactKind } from '@wanli/contracts/people'
import { facts } from '@/shared/text/facts'
import { Async } from '@/shared/ui/async'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { FacePicture } from '@/shared/ui/face'
import { Facts } from '@/shared/ui/facts'
import { Heading } from '@/shared/ui/heading'
import { Icon } from '@/shared/ui/icon'
import { Money } from '@/shared/ui/money'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { deskPersonQuery } from '../api/desk-person'
import { CLERK_TEXT as TEXT } from '../clerk-text'
import { DeskAgents } from './desk-agents'
import { DeskFacts } from './desk-facts'
import css from './desk-person.module.scss'
import { FactSheet } from './fact-sheet'
import { MandateSheet } from './mandate-sheet'
import { MealCardCell } from './meal-card-cell'
import { RevealSheet } from './reveal-sheet'

/** What is being done for the person, in a sheet over the desk. */
type Doing = { fact: FactKind } | { reveal: RevealField } | 'mandate' | null

/** A person on the desk: who, what is checked, who acts for them. Everything is masked until it is revealed for a reason. */
export function DeskPerson({ id, onLeave }: { id: string; onLeave: () => void }): ReactNode {
  const query = useQuery(deskPersonQuery(id))
  return (
    <>
      <View className={css.leave}>
        <Button kind="soft" icon="left-line" size="s" onTap={onLeave}>
          {TEXT.other}
        </Button>
      </View>
      <Async query={query} skeleton={<SkeletonRows count={4} height={110} />}>
        {(person) => <Person person={person} />}
      </Async>
    </>
  )
}

function Person({ person }: { person: DeskPersonView }): ReactNode {
  const [doing, setDoing] = useState<Doing>(null)
  const close = (): void => setDoing(null)
  return (
    <>
      <Card flush>
        <Head person={person} />
        <View className={css.masked}>
          <Masked person={person} onReveal={(reveal) => setDoing({ reveal })} />
          <MealCardCell person={person} />
        </View>
      </Card>
      <DeskFacts person={person} onVerify={(fact) => setDoing({ fact })} />
      <DeskAgents person={person} onAdd={() => setDoing('mandate')} />
      <View className={css.told}>
        <Icon name="eye-2-line" size="s" />
        {TEXT.seenByThem}
      </View>
      {doing !== null && typeof doing === 'object' && 'fact' in doing ? (
        <FactSheet person={person} kind={doing.fact} onClose={close} />
      ) : null}
      {doing !== null && typeof doing === 'object' && 'reveal' in doing ? (
        <RevealSheet personId={person.id} field={doing.reveal} onClose={close} />
      ) : null}
      {doing === 'mandate' ? <MandateSheet person={person} onClose={close} /> : null}
    </>
  )
}

function Head({ person }: { person: DeskPersonView }): ReactNode {
  const about = facts(person.age === null ? '' : TEXT.age(person.age), person.estate ?? '')
  return (
    <View className={css.head}>
      <FacePicture face={person.face} size="l" />
      <View className={css.who}>
        <Heading level={2} className={css.name}>
          {person.name}
        </Heading>
        <View className={css.about}>
          <Facts text={about} />
        </View>
      </View>
      <View className={css.balance}>
        <Money fen={person.balanceFen} size="l" />
        <View className={css.about}>{TEXT.balance}</View>
      </View>
    </View>
  )
}

/** The masked phone and ID number, each with the way to see it once. */
function Masked({ person, onReveal }: { person: DeskPersonView; onReveal: (field: RevealField) => void }): ReactNode {
  const rows = [
    { field: 'phone', title: TEXT.phone, value: person.phone, icon: 'cellphone-line' },
    { field: 'id_number', title: TEXT.idNumber, value: person.idNumber, icon: 'certificate-line' },
    { field: 'name', title: TEXT.name, value: person.name, icon: 'user-2-line' },
  ] as const
  return (
    <>
      {rows.map(({ field, title, value, icon }) => (
        <Cell
          key={field}
          icon={icon}
          title={title}
          text={value ?? unknownText(field, person)}
          plain
          end={
            value === null ? undefined : (
              <Button kind="line" size="s" label={`${TEXT.reveal}，${title}`} onTap={() => onReveal(field)}>
                {TEXT.reveal}
              </Button>
            )
          }
        />
      ))}
    </>
  )
}

function unknownText(field: RevealField, person: DeskPersonView): string {
  return field === 'id_number' && !person.consentedSensitive ? TEXT.notConsented : TEXT.unknown
}
