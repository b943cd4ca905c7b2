import { useMutation } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { DietView } from '@wanli/contracts/meals'
import type { PersonView } from '@wanli/contracts/people'
import { asApiError } from '@/shared/http/api-error'
import { useSession } from '@/shared/http/session'
import { usePageParams } from '@/shared/page-address'
import { Async } from '@/shared/ui/async'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { Dialog } from '@/shared/ui/dialog'
import { Field } from '@/shared/ui/field'
import css from '@/shared/ui/form.module.scss'
import { CanteenScreen } from '@/shared/canteen-screen'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { toast } from '@/shared/ui/toast'
import { ToggleChip } from '@/shared/ui/toggle-chip'
import { saveDiet, useDiet } from '../../api/diet'
import { SaveBar } from '../../components/save-bar'
import { WhoChoice } from '../../components/who-choice'
import { dietOf, isSameDiet, NO_DIET, withFood, type DietForm } from '../../model/diet-form'
import { ALLERGENS, TEXT } from '../../text'

const WORDS = TEXT.diet
const WORD_LENGTH = 20

/** Whom a diet is of; null is oneself. */
type Whose = PersonView['id'] | null

/** 忌口和口味: what somebody does not eat, and how they like it. Health data: kept with a yes of its own. */
export default function DietPage(): ReactNode {
  const { person } = useSession()
  if (person) return <Diets key={person.id} person={person} />
  return (
    <CanteenScreen title={WORDS.title}>
      <SignInFirst text={TEXT.signIn} />
    </CanteenScreen>
  )
}

/** One's own diet and those of who one orders for. What was chosen of one and not saved stays while another is looked at, and is told. */
function Diets({ person }: { person: PersonView }): ReactNode {
  const [{ for: whose = null }, ask] = usePageParams('for')
  const setWhose = (id: Whose): void => ask({ for: id ?? undefined })
  const [unsaved, setUnsaved] = useState<ReadonlyMap<Whose, DietForm>>(new Map())
  const query = useDiet(whose, true)
  const who = <WhoChoice person={person} forPersonId={whose} onChange={setWhose} />
  if (query.data === undefined) {
    return (
      <CanteenScreen title={WORDS.title}>
        {who}
        <Async query={query} skeleton={<SkeletonRows count={3} height={140} />}>
          {() => null}
        </Async>
      </CanteenScreen>
    )
  }
  const kept = query.data
  const other = [...unsaved.keys()].find((id) => id !== whose)
  const change = (form: DietForm | null): void => {
    const isSaved = form === null || (isSameDiet(form.diet, kept) && form.other === '')
    // An answer may come while somebody else is looked at already.
    setUnsaved((before) => {
      const others = [...before].filter(([id]) => id !== whose)
      return new Map(isSaved ? others : [...others, [whose, form]])
    })
  }
  return (
    <Diet
      key={whose ?? ''}
      whose={whose}
      kept={kept}
      form={unsaved.get(whose) ?? { diet: kept, other: '' }}
      onChange={change}
      who={who}
      waiting={
        other === undefined ? null : { words: WORDS.unsaved(nameOf(person, other)), onTap: () => setWhose(other) }
      }
    />
  )
}

/** What somebody is called here: 自己, 妈妈. */
function nameOf(person: PersonView, whose: Whose): string {
  const mandate = person.actsFor.find((one) => one.person.id === whose)
  return mandate ? mandate.relation || mandate.person.name : TEXT.self
}

interface DietProps {
  whose: Whose
  /** As the server has it. */
  kept: DietView
  form: DietForm
  /** Null when all is saved. */
  onChange: (form: DietForm | null) => void
  who: ReactNode
  /** Somebody else whose changes are not saved yet, and the way to them. */
  waiting: { words: string; onTap: () => void } | null
}

function Diet({ whose, kept, form, onChange, who, waiting }: DietProps): ReactNode {
  const [asks, setAsks] = useState(false)
  const save = useMutation({
    mutationFn: (body: DietView) => saveDiet(whose, body),
    onSuccess: () => {
      onChange(null)
      toast(WORDS.saved)
    },
  })
  const { diet, other } = form
  return (
    <CanteenScreen
      title={WORDS.title}
      bottom={
        <SaveBar
          label={WORDS.save}
          busy={save.isPending}
          refused={save.error === null ? (waiting?.words ?? '') : asApiError(save.error).detail}
          {...(waiting && save.error === null ? { act: WORDS.unsavedAct, onRefused: waiting.onTap } : {})}
          onTap={() => save.mutate(dietOf(form))}
        />
      }
    >
      {who}
      <Avoided form={form} onChange={onChange} />
      <HowItIsMade diet={diet} onChange={(next) => onChange({ diet: next, other })} />
      <View className={css.help}>{WORDS.consent}</View>
      {isSameDiet(kept, NO_DIET) ? null : (
        <Button kind="line" block onTap={() => setAsks(true)}>
          {WORDS.clear}
        </Button>
      )}
      <Dialog
        open={asks}
        title={WORDS.clearTitle}
        text={WORDS.clearBody}
        confirm={{
          label: WORDS.clear,
          kind: 'danger',
          loading: save.isPending,
          onTap: () => save.mutate(NO_DIET, { onSettled: () => setAsks(false) }),
        }}
        cancel={{ label: WORDS.keep, onTap: () => setAsks(false) }}
      />
    </CanteenScreen>
  )
}

/** What is not eaten: of what the kitchen declares, and in words of one's own. */
function Avoided({ form, onChange }: { form: DietForm; onChange: (form: DietForm) => void }): ReactNode {
  const { diet, other } = form
  const addOther = (): void => onChange({ diet: dietOf(form), other: '' })
  return (
    <Card title={WORDS.avoid}>
      <View className={css.form}>
        <View className={css.help}>{WORDS.avoidText}</View>
        <View className={css.grid}>
          {[...new Set<string>([...ALLERGENS, ...diet.avoid])].map((what) => (
            <ToggleChip key={what} on={diet.avoid.includes(what)} onTap={() => onChange(withFood(form, what))}>
              {what}
            </ToggleChip>
          ))}
        </View>
        <Field
          label={WORDS.other}
          value={other}
          placeholder={WORDS.otherPlaceholder}
          maxLength={WORD_LENGTH}
          onInput={(typed) => onChange({ diet, other: typed })}
          onConfirm={addOther}
        />
        <Button kind="soft" block disabled={other.trim() === ''} onTap={addOther}>
          {WORDS.addOther}
        </Button>
      </View>
    </Card>
  )
}

function HowItIsMade({ diet, onChange }: { diet: DietView; onChange: (diet: DietView) => void }): ReactNode {
  const switched = (what: 'lowSalt' | 'soft') => (): void => onChange({ ...diet, [what]: !diet[what] })
  return (
    <Card title={WORDS.how}>
      <View className={css.cells}>
        <Cell title={WORDS.lowSalt} plain checked={diet.lowSalt} onTap={switched('lowSalt')} />
        <Cell title={WORDS.soft} plain checked={diet.soft} onTap={switched('soft')} />
      </View>
    </Card>
  )
}
