import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { DietView } from '@wanli/contracts/meals'
import type { PersonView } from '@wanli/contracts/people'
import { asApiError } from '@/shared/http/api-error'
import { useSession } from '@/shared/http/session'
import { Async } from '@/shared/ui/async'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { Dialog } from '@/shared/ui/dialog'
import { Field } from '@/shared/ui/field'
import css from '@/shared/ui/form.module.scss'
import { Screen } from '@/shared/ui/screen'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { toast } from '@/shared/ui/toast'
import { ToggleChip } from '@/shared/ui/toggle-chip'
import { saveDiet, useDiet } from '../../api/diet'
import { SaveBar } from '../../components/save-bar'
import { WhoChoice } from '../../components/who-choice'
import { ALLERGENS, TEXT } from '../../text'

const WORDS = TEXT.diet
const WORD_LENGTH = 20
const NOTHING: DietView = { avoid: [], lowSalt: false, soft: false }

/** 忌口和口味: what somebody does not eat, and how they like it. Health data: kept with a yes of its own. */
export default function DietPage(): ReactNode {
  const { person } = useSession()
  const [forPersonId, setForPersonId] = useState<string | null>(useRouter().params.for ?? null)
  const query = useDiet(forPersonId, person !== null)
  if (!person) {
    return (
      <Screen title={WORDS.title}>
        <SignInFirst text={TEXT.signIn} />
      </Screen>
    )
  }
  const who = <WhoChoice person={person} forPersonId={forPersonId} onChange={setForPersonId} />
  if (query.data === undefined) {
    return (
      <Screen title={WORDS.title}>
        {who}
        <Async query={query} skeleton={<SkeletonRows count={3} height={140} />}>
          {() => null}
        </Async>
      </Screen>
    )
  }
  return <Diet key={forPersonId ?? ''} first={query.data} forPersonId={forPersonId} who={who} />
}

interface DietProps {
  first: DietView
  forPersonId: PersonView['id'] | null
  who: ReactNode
}

function Diet({ first, forPersonId, who }: DietProps): ReactNode {
  const [diet, setDiet] = useState(first)
  const [other, setOther] = useState('')
  const [asks, setAsks] = useState(false)
  const save = useMutation({
    mutationFn: (body: DietView) => saveDiet(forPersonId, body),
    onSuccess: (kept) => {
      setDiet(kept)
      setOther('')
      toast(WORDS.saved)
    },
  })
  const toggle = (what: string): void => {
    const { avoid } = diet
    setDiet({ ...diet, avoid: avoid.includes(what) ? avoid.filter((one) => one !== what) : [...avoid, what] })
  }
  const word = other.trim()
  // What stands in the field counts too: somebody who typed 羊肉 and saved does not eat it.
  const whole = word === '' || diet.avoid.includes(word) ? diet : { ...diet, avoid: [...diet.avoid, word] }
  const addOther = (): void => {
    setDiet(whole)
    setOther('')
  }
  const kept = save.data ?? first
  const hasKept = kept.avoid.length > 0 || kept.lowSalt || kept.soft
  const shown = [...new Set<string>([...ALLERGENS, ...diet.avoid])]
  return (
    <Screen
      title={WORDS.title}
      bottom={
        <SaveBar
          label={WORDS.save}
          busy={save.isPending}
          refused={save.error === null ? '' : asApiError(save.error).detail}
          onTap={() => save.mutate(whole)}
        />
      }
    >
      {who}
      <Card title={WORDS.avoid}>
        <View className={css.form}>
          <View className={css.help}>{WORDS.avoidText}</View>
          <View className={css.grid}>
            {shown.map((what) => (
              <ToggleChip key={what} on={diet.avoid.includes(what)} onTap={() => toggle(what)}>
                {what}
              </ToggleChip>
            ))}
          </View>
          <Field
            label={WORDS.other}
            value={other}
            placeholder={WORDS.otherPlaceholder}
            maxLength={WORD_LENGTH}
            onInput={setOther}
            onConfirm={addOther}
          />
          <Button kind="soft" block disabled={word === ''} onTap={addOther}>
            {WORDS.addOther}
          </Button>
        </View>
      </Card>
      <Card title={WORDS.how}>
        <View className={css.cells}>
          <Cell
            title={WORDS.lowSalt}
            plain
            checked={diet.lowSalt}
            onTap={() => setDiet({ ...diet, lowSalt: !diet.lowSalt })}
          />
          <Cell title={WORDS.soft} plain checked={diet.soft} onTap={() => setDiet({ ...diet, soft: !diet.soft })} />
        </View>
      </Card>
      <View className={css.help}>{WORDS.consent}</View>
      {hasKept ? (
        <Button kind="line" block onTap={() => setAsks(true)}>
          {WORDS.clear}
        </Button>
      ) : null}
      <Dialog
        open={asks}
        title={WORDS.clearTitle}
        text={WORDS.clearBody}
        confirm={{
          label: WORDS.clear,
          kind: 'danger',
          loading: save.isPending,
          onTap: () => save.mutate(NOTHING, { onSettled: () => setAsks(false) }),
        }}
        cancel={{ label: WORDS.keep, onTap: () => setAsks(false) }}
      />
    </Screen>
  )
}
