import { useMutation } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { AddressView, NamedPerson } from '@wanli/contracts/delivery'
import type { PersonView } from '@wanli/contracts/people'
import { addressesChanged, useAddresses } from '@/shared/api/get-addresses'
import { asApiError } from '@/shared/http/api-error'
import { useSession } from '@/shared/http/session'
import { go } from '@/shared/navigation'
import { usePageParams } from '@/shared/page-address'
import { facts } from '@/shared/text/facts'
import { Async } from '@/shared/ui/async'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Dialog } from '@/shared/ui/dialog'
import { EmptyState } from '@/shared/ui/empty-state'
import { Facts } from '@/shared/ui/facts'
import css from '@/shared/ui/form.module.scss'
import { CanteenScreen } from '@/shared/canteen-screen'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { toast } from '@/shared/ui/toast'
import { removeAddress } from '../../api/addresses'
import { WhoChoice } from '../../components/who-choice'
import { TEXT } from '../../text'

const WORDS = TEXT.addresses

/** 送餐地址: where one's meals, or those of who one orders for, are brought. */
export default function AddressesPage(): ReactNode {
  const { person } = useSession()
  if (person) return <Addresses person={person} />
  return (
    <CanteenScreen title={WORDS.title}>
      <SignInFirst text={TEXT.signIn} />
    </CanteenScreen>
  )
}

function Addresses({ person }: { person: PersonView }): ReactNode {
  const [{ for: forPersonId = null }, ask] = usePageParams('for')
  const query = useAddresses(forPersonId, true)
  const add = (): void => go('/features/delivery/pages/address/index', { for: forPersonId ?? undefined })
  return (
    <CanteenScreen
      title={WORDS.title}
      bottom={
        <Button block icon="add-line" onTap={add}>
          {WORDS.add}
        </Button>
      }
    >
      <WhoChoice person={person} forPersonId={forPersonId} onChange={(id) => ask({ for: id ?? undefined })} />
      <Async
        query={query}
        skeleton={<SkeletonRows count={2} height={140} />}
        isEmpty={(items) => items.length === 0}
        empty={<EmptyState title={WORDS.none} text={WORDS.noneText} picture="houses" />}
      >
        {(items) => items.map((address) => <One key={address.id} address={address} forPersonId={forPersonId} />)}
      </Async>
      <View className={css.help}>{WORDS.sealed}</View>
    </CanteenScreen>
  )
}

const names = (people: readonly NamedPerson[]): string =>
  people.map(({ name, relation }) => `${relation}${name}`).join('、')

function One({ address, forPersonId }: { address: AddressView; forPersonId: string | null }): ReactNode {
  const [asks, setAsks] = useState(false)
  const remove = useMutation({
    mutationFn: () => removeAddress(address.id),
    onSuccess: () => toast(WORDS.removed),
    onError: (error) => toast(asApiError(error).detail),
    onSettled: () => {
      setAsks(false)
      return addressesChanged()
    },
  })
  const { receivers, contacts, note } = address
  const edit = (): void =>
    go('/features/delivery/pages/address/index', { id: address.id, for: forPersonId ?? undefined })
  return (
    <Card title={address.text}>
      <View className={css.form}>
        <View className={css.help}>
          <View>
            <Facts text={facts(WORDS.floor(address.floor, address.lift), note)} />
          </View>
          {receivers.length > 0 ? <View>{WORDS.receivers(names(receivers))}</View> : null}
          {contacts.length > 0 ? <View>{WORDS.contacts(names(contacts))}</View> : null}
        </View>
        <View className={css.chips}>
          <Button kind="soft" size="s" onTap={edit}>
            {WORDS.edit}
          </Button>
          <Button kind="line" size="s" onTap={() => setAsks(true)}>
            {WORDS.remove}
          </Button>
        </View>
      </View>
      <Dialog
        open={asks}
        title={WORDS.removeTitle}
        text={WORDS.removeBody(address.text)}
        confirm={{
          label: WORDS.remove,
          kind: 'danger',
          loading: remove.isPending,
          onTap: () => remove.mutate(),
        }}
        cancel={{ label: WORDS.keep, onTap: () => setAsks(false) }}
      />
    </Card>
  )
}
