import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { DishEatersView, PhoneListView } from '@wanli/contracts/kitchen'
import { KITCHEN } from '@wanli/kernel/limits'
import { clockText } from '@wanli/kernel/shanghai-time'
import { asApiError } from '@/shared/http/api-error'
import { phoneCall } from '@/shared/phone-call'
import { aria } from '@/shared/ui/aria'
import { Async } from '@/shared/ui/async'
import { Button } from '@/shared/ui/button'
import { Chip } from '@/shared/ui/chip'
import { Field } from '@/shared/ui/field'
import form from '@/shared/ui/form.module.scss'
import { Sheet } from '@/shared/ui/sheet'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { useDishEaters, usePhones } from '../api/dish-eaters'
import { KITCHEN_TEXT, STATUS_NAME } from '../kitchen-text'
import css from './dish-eaters-sheet.module.scss'

const TEXT = KITCHEN_TEXT.who

interface DishEatersSheetProps {
  id: string
  dishId: string
  dishName: string
  onClose: () => void
}

/** 谁吃了这道菜: how many first, then who, masked; the phones open for a reason that each of them reads. Closing forgets them. */
export function DishEatersSheet({ dishName, onClose, ...of }: DishEatersSheetProps): ReactNode {
  const query = useDishEaters(of)
  const phones = usePhones(of)
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState('')
  const reveal = (): void => {
    if (reason.trim().length < KITCHEN.shortestReason) setWrong(TEXT.reasonWrong)
    else if (!phones.isPending) phones.mutate(reason.trim(), { onError: (error) => setWrong(asApiError(error).detail) })
  }
  const choose = (text: string): void => {
    setReason(text)
    setWrong('')
  }
  const people = query.data?.people ?? 0
  const footer =
    phones.data !== undefined || query.data?.people === 0 ? (
      <Button block onTap={onClose}>
        {TEXT.close}
      </Button>
    ) : (
      <Button block kind="danger" disabled={people === 0} loading={phones.isPending} onTap={reveal}>
        {TEXT.reveal(people)}
      </Button>
    )
  return (
    <Sheet open title={TEXT.title(dishName)} onClose={onClose} footer={footer}>
      <Async query={query} skeleton={<SkeletonRows count={3} height={56} />}>
        {(eaters) =>
          phones.data ? (
            <Phones list={phones.data} />
          ) : (
            <View className={form.form}>
              <Eaters eaters={eaters} />
              {eaters.people > 0 ? (
                <>
                  <View className={form.help}>{TEXT.revealHelp}</View>
                  <View className={form.chips} {...aria({ role: 'radiogroup', label: TEXT.reason })}>
                    {TEXT.reasons.map((text) => (
                      <Chip key={text} on={reason === text} onTap={() => choose(text)}>
                        {text}
                      </Chip>
                    ))}
                  </View>
                  <Field
                    label={TEXT.reason}
                    value={reason}
                    maxLength={KITCHEN.reasonLength}
                    error={wrong}
                    onInput={choose}
                  />
                </>
              ) : null}
            </View>
          )
        }
      </Async>
    </Sheet>
  )
}

function Eaters({ eaters }: { eaters: DishEatersView }): ReactNode {
  return (
    <View>
      <View className={css.count}>{eaters.people === 0 ? TEXT.nobody : TEXT.count(eaters.people, eaters.had)}</View>
      {eaters.items.map((eater) => (
        <View key={`${eater.orderId} ${eater.portion}`} className={css.row}>
          <View className={css.number}>{eater.pickupNumber}</View>
          <View className={css.name}>{eater.eaterName}</View>
          <View className={css.small}>
            {eater.at === null ? STATUS_NAME[eater.status] : TEXT.at(clockText(new Date(eater.at)))}
          </View>
        </View>
      ))}
    </View>
  )
}

function Phones({ list }: { list: PhoneListView }): ReactNode {
  return (
    <View {...aria({ role: 'status' })}>
      {list.items.map(({ name, phone, pickupNumbers }) => (
        <View key={pickupNumbers.join(' ')} className={css.row}>
          <View className={css.number}>{pickupNumbers.join(' ')}</View>
          <View className={css.name}>{name}</View>
          {phone === null ? (
            <View className={css.small}>{TEXT.noPhone}</View>
          ) : (
            <Button kind="soft" size="s" icon="phone-fill" label={TEXT.call(name)} onTap={() => phoneCall(phone)}>
              {phone}
            </Button>
          )}
        </View>
      ))}
    </View>
  )
}
