import { useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { DeskPersonView } from '@wanli/contracts/desk'
import { asApiError } from '@/shared/http/api-error'
import { Button } from '@/shared/ui/button'
import { Cell } from '@/shared/ui/cell'
import { Dialog } from '@/shared/ui/dialog'
import { Field } from '@/shared/ui/field'
import css from '@/shared/ui/form.module.scss'
import { Sheet } from '@/shared/ui/sheet'
import { toast } from '@/shared/ui/toast'
import { useCard } from '../api/desk-person'
import { CLERK_TEXT as TEXT } from '../clerk-text'

/** The meal card: its number, reporting it lost, giving another one. */
export function MealCardCell({ person }: { person: DeskPersonView }): ReactNode {
  const [asking, setAsking] = useState<'lose' | 'give' | null>(null)
  const card = useCard(person.id)
  const close = (): void => setAsking(null)
  const { cardNumber, cardLost } = person
  const lose = (): void => {
    card.mutate(null, {
      onSuccess: () => toast(TEXT.lostDone),
      onError: (error) => toast(asApiError(error).detail),
      onSettled: close,
    })
  }
  return (
    <>
      <Cell
        icon="wallet-4-line"
        title={TEXT.mealCard}
        text={cardNumber === null ? TEXT.noCard : cardLost ? TEXT.cardLost(cardNumber) : TEXT.card(cardNumber)}
        plain
        end={
          <View className={css.chips}>
            {cardNumber !== null && !cardLost ? (
              <Button kind="danger" size="s" onTap={() => setAsking('lose')}>
                {TEXT.loseCard}
              </Button>
            ) : null}
            <Button kind="line" size="s" onTap={() => setAsking('give')}>
              {cardNumber === null ? TEXT.giveCard : TEXT.replaceCard}
            </Button>
          </View>
        }
      />
      <Dialog
        open={asking === 'lose'}
        title={TEXT.loseTitle}
        text={TEXT.loseText}
        confirm={{ label: TEXT.loseYes, kind: 'danger', loading: card.isPending, onTap: lose }}
        cancel={{ label: TEXT.loseNo, onTap: close }}
      />
      {asking === 'give' ? <CardSheet personId={person.id} onClose={close} /> : null}
    </>
  )
}

function CardSheet({ personId, onClose }: { personId: string; onClose: () => void }): ReactNode {
  const [number, setNumber] = useState('')
  const [wrong, setWrong] = useState('')
  const card = useCard(personId)
  const give = (): void => {
    if (!/^\d{8,20}$/.test(number)) setWrong(TEXT.cardNumberWrong)
    else if (!card.isPending) {
      card.mutate(number, {
        onSuccess: () => {
          toast(TEXT.cardDone)
          onClose()
        },
        onError: (error) => setWrong(asApiError(error).detail),
      })
    }
  }
  return (
    <Sheet
      open
      title={TEXT.cardTitle}
      onClose={onClose}
      footer={
        <Button block loading={card.isPending} onTap={give}>
          {TEXT.giveCard}
        </Button>
      }
    >
      <View className={css.form}>
        <Field
          label={TEXT.cardNumber}
          value={number}
          type="number"
          maxLength={24}
          error={wrong}
          onInput={(text) => {
            setNumber(text.replace(/\D/g, ''))
            setWrong('')
          }}
          onConfirm={give}
        />
        <View className={css.help}>{TEXT.cardText}</View>
      </View>
    </Sheet>
  )
}
