import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useState } from 'react'
import type { PersonBrief, PersonView } from '@wanli/contracts/people'
import type { StandingView } from '@wanli/contracts/standing'
import { useAddresses } from '@/shared/api/get-addresses'
import { asApiError } from '@/shared/http/api-error'
import { useIdempotencyKey } from '@/shared/http/idempotency'
import { isLostAnswer, refusedBy, type Look } from '@/shared/http/lost-answer'
import { useSession } from '@/shared/http/session'
import { back, go } from '@/shared/navigation'
import { Async } from '@/shared/ui/async'
import { CanteenScreen } from '@/shared/canteen-screen'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { toast } from '@/shared/ui/toast'
import { changeStanding, setUpStanding, standingsChanged, useStandings } from '../../api/standing'
import { Gone } from '../../components/gone'
import { SaveBar } from '../../components/save-bar'
import { StandingFields } from '../../components/standing-fields'
import { purseOf } from '../../model/purse'
import { FIRST_FORM, formOfStanding, isReady, termsOfForm, type StandingForm } from '../../model/standing-form'
import { TEXT } from '../../text'

const WORDS = TEXT.edit
const LOOK: Look = {
  text: WORDS.maybe,
  act: WORDS.maybeAct,
  onTap: () => go('/features/delivery/pages/standing/index'),
}

/** 设固定送餐: which days, which meal, what, to where. */
export default function StandingEditPage(): ReactNode {
  const { id } = useRouter().params
  const { person } = useSession()
  const query = useStandings(person !== null && id !== undefined)
  const title = id === undefined ? WORDS.title : WORDS.titleEdit
  if (!person) {
    return (
      <CanteenScreen title={title}>
        <SignInFirst text={TEXT.signIn} />
      </CanteenScreen>
    )
  }
  if (id === undefined) return <Form title={title} person={person} id={undefined} first={FIRST_FORM} />
  const standing = query.data?.find((one) => one.id === id)
  if (standing)
    return (
      <Form title={title} person={person} id={id} first={formOfStanding(standing, person.id)} standing={standing} />
    )
  return (
    <CanteenScreen title={title}>
      <Async query={query} skeleton={<SkeletonRows count={4} height={120} />}>
        {() => <Gone />}
      </Async>
    </CanteenScreen>
  )
}

interface FormProps {
  title: string
  person: PersonView
  id: string | undefined
  first: StandingForm
  /** Who eats and who set it up, of one that is there. */
  standing?: StandingView
}

function Form({ title, person, id, first, standing }: FormProps): ReactNode {
  const [form, setForm] = useState(first)
  const [tried, setTried] = useState(false)
  const { key, renew } = useIdempotencyKey()
  const addresses = useAddresses(form.forPersonId, true)
  const address = addresses.data?.find((one) => one.id === form.addressId) ?? addresses.data?.[0]
  const save = useMutation({
    mutationFn: async () => {
      if (address === undefined) return
      const terms = termsOfForm(form, address.id)
      const { canteenId } = address
      const whole = form.forPersonId === null ? terms : { ...terms, forPersonId: form.forPersonId }
      if (id === undefined) await setUpStanding({ ...whole, canteenId }, key)
      else await changeStanding(id, terms)
    },
    onSuccess: async () => {
      await standingsChanged()
      toast(id === undefined ? WORDS.saved : WORDS.changed)
      back()
    },
    onError: (thrown) => {
      if (asApiError(thrown).code !== 'network') renew()
      // Where the first try was taken, the list has it.
      if (isLostAnswer(thrown)) void standingsChanged()
    },
  })
  // One whose helper may not order any more is the eater's own once it is saved.
  const people =
    standing && !standing.lapsed
      ? standing
      : { eater: standing?.eater ?? eaterOf(person, form.forPersonId), setUpBy: person }
  const ready = isReady(form) && address !== undefined
  const submit = (): void => {
    setTried(true)
    if (ready && !save.isPending) save.mutate()
  }
  return (
    <CanteenScreen
      title={title}
      bottom={
        <SaveBar
          label={id === undefined ? WORDS.go : WORDS.change}
          busy={save.isPending}
          {...(tried && !ready ? { refused: TEXT.unfinished } : refusedBy(save.error, LOOK))}
          onTap={submit}
        />
      }
    >
      <StandingFields
        person={person}
        form={form}
        tried={tried}
        purse={purseOf(person, people)}
        isNew={id === undefined}
        addresses={addresses}
        addressId={address?.id}
        onChange={setForm}
      />
    </CanteenScreen>
  )
}

function eaterOf(person: PersonView, forPersonId: string | null): PersonBrief {
  return person.actsFor.find((mandate) => mandate.person.id === forPersonId)?.person ?? person
}
