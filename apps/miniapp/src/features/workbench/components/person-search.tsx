import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { DeskPersonBrief } from '@wanli/contracts/desk'
import { asApiError } from '@/shared/http/api-error'
import { facts } from '@/shared/text/facts'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Cell } from '@/shared/ui/cell'
import { FacePicture } from '@/shared/ui/face'
import { Field } from '@/shared/ui/field'
import { Icon } from '@/shared/ui/icon'
import { useFindPeople } from '../api/find-people'
import { CLERK_TEXT as TEXT } from '../clerk-text'
import css from './person-search.module.scss'
import { ScanPanel } from './scan-panel'

interface PersonSearchProps {
  label: string
  /** Somebody already chosen, marked in the list. */
  chosenId: string | null
  /** Inside a sheet, whose own button is the one that counts. */
  quiet?: boolean
  onChoose: (person: DeskPersonBrief) => void
}

const about = ({ age, estate }: DeskPersonBrief): string => facts(age === null ? '' : TEXT.age(age), estate ?? '')

/** Finding a person by card, phone, or surname and the phone's last four digits. A search with one answer opens it. */
export function PersonSearch({ label, chosenId, quiet = false, onChoose }: PersonSearchProps): ReactNode {
  const [text, setText] = useState('')
  const [scanning, setScanning] = useState(false)
  const find = useFindPeople()
  const look = (q: string): void => {
    if (q.trim() === '' || find.isPending) return
    find.mutate(q.trim(), {
      onSuccess: (people) => {
        if (people.length === 1 && people[0]) onChoose(people[0])
      },
    })
  }
  return (
    <View className={css.search}>
      <Field
        label={label}
        value={text}
        placeholder={TEXT.findPlaceholder}
        maxLength={40}
        error={find.isError ? asApiError(find.error).detail : ''}
        onInput={(value) => {
          setText(value)
          if (find.isError) find.reset()
        }}
        onConfirm={() => look(text)}
      />
      <View className={css.buttons}>
        <View className={css.main}>
          <Button
            block
            kind={quiet ? 'soft' : 'primary'}
            icon="search-line"
            loading={find.isPending}
            onTap={() => look(text)}
          >
            {TEXT.search}
          </Button>
        </View>
        <Button kind="line" icon="scan-line" onTap={() => setScanning(!scanning)}>
          {TEXT.scan}
        </Button>
      </View>
      {scanning ? (
        <ScanPanel
          onCode={(code) => {
            setScanning(false)
            setText(code)
            look(code)
          }}
        />
      ) : null}
      <Found people={find.data} chosenId={chosenId} onChoose={onChoose} />
    </View>
  )
}

interface FoundProps extends Pick<PersonSearchProps, 'chosenId' | 'onChoose'> {
  /** Undefined before anybody was looked for. */
  people: readonly DeskPersonBrief[] | undefined
}

/** Who was found, or that nobody was. */
function Found({ people, chosenId, onChoose }: FoundProps): ReactNode {
  return (
    <>
      <View {...aria({ role: 'status' })}>
        {people?.length === 0 ? (
          <View className={css.none}>
            <View className={css.noneTitle}>{TEXT.none}</View>
            {TEXT.noneText}
          </View>
        ) : null}
      </View>
      {people && people.length > 0 ? (
        <View className={css.people}>
          {people.map((person) => (
            <Cell
              key={person.id}
              tile={<FacePicture face={person.face} />}
              title={person.name}
              text={about(person)}
              end={person.id === chosenId ? <Icon name="check-circle-fill" className={css.chosen} /> : undefined}
              onTap={() => onChoose(person)}
            />
          ))}
        </View>
      ) : null}
    </>
  )
}
