import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { yuan } from '@wanli/kernel/money'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Chip } from '@/shared/ui/chip'
import { Sheet } from '@/shared/ui/sheet'
import { COUNTER_TEXT as TEXT } from '../counter-text'
import { likelyNotes } from '../model/counter-basket'
import css from './cash-sheet.module.scss'

interface CashSheetProps {
  open: boolean
  dueFen: number
  onClose: () => void
  onTaken: () => void
}

/** Taking cash: what is due, what the guest hands over, and what goes back. */
export function CashSheet({ open, dueFen, onClose, onTaken }: CashSheetProps): ReactNode {
  const [given, setGiven] = useState<number | null>(null)
  const close = (): void => {
    setGiven(null)
    onClose()
  }
  const taken = (): void => {
    setGiven(null)
    onTaken()
  }
  const backFen = given === null ? 0 : given * 100 - dueFen
  return (
    <Sheet
      open={open}
      title={TEXT.cashTitle}
      onClose={close}
      footer={
        <Button size="l" block onTap={taken}>
          {TEXT.taken(yuan(dueFen))}
        </Button>
      }
    >
      <View className={css.row}>
        <View>{TEXT.due}</View>
        <View className={css.due}>¥{yuan(dueFen)}</View>
      </View>
      <View className={css.label}>{TEXT.given}</View>
      <View className={css.notes} {...aria({ role: 'radiogroup', label: TEXT.given })}>
        <Chip on={given === null} onTap={() => setGiven(null)}>
          {TEXT.exact}
        </Chip>
        {likelyNotes(dueFen).map((note) => (
          <Chip key={note} on={given === note} onTap={() => setGiven(note)}>
            {TEXT.note(note)}
          </Chip>
        ))}
      </View>
      <View className={css.row} {...aria({ role: 'status' })}>
        <View>{TEXT.back}</View>
        <View className={css.back}>¥{yuan(backFen)}</View>
      </View>
    </Sheet>
  )
}
