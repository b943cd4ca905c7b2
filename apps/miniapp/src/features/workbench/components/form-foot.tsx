import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import css from '@/shared/ui/form.module.scss'

interface FormFootProps {
  /** Why it was not taken; nothing shows nothing. */
  wrong: string
  label: string
  busy: boolean
  onTap: () => void
}

/** The foot of a sheet with a form: why it was not taken, above the one button. */
export function FormFoot({ wrong, label, busy, onTap }: FormFootProps): ReactNode {
  return (
    <View className={css.foot}>
      {wrong ? (
        <View className={css.wrong} {...aria({ role: 'alert' })}>
          {wrong}
        </View>
      ) : null}
      <Button block loading={busy} onTap={onTap}>
        {label}
      </Button>
    </View>
  )
}
