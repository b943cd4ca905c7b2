import { View } from '@tarojs/components'
import { useId, type ReactNode } from 'react'
import { aria } from './aria'
import { Button } from './button'
import css from './dialog.module.scss'
import { Heading } from './heading'
import { useModalFocus } from './use-modal-focus'

interface DialogProps {
  open: boolean
  title: string
  text: ReactNode
  confirm: { label: string; kind?: 'primary' | 'danger'; loading?: boolean; onTap: () => void }
  /** The other answer; without one the question is a notice. */
  cancel?: { label: string; loading?: boolean; onTap: () => void }
  /** What Escape answers where the other answer is not the harmless one. */
  onEscape?: () => void
}

/** A question with two answers in words, the primary of them the one most people want. Nothing closes it by accident: only an answer, or Escape for the harmless one. */
export function Dialog({ open, title, text, confirm, cancel, onEscape }: DialogProps): ReactNode {
  const id = useId()
  useModalFocus(id, open, onEscape ?? cancel?.onTap ?? confirm.onTap)
  if (!open) return null
  return (
    <View className={css.layer} catchMove>
      <View id={id} className={css.dialog} {...aria({ role: 'dialog', label: title, modal: true })}>
        <Heading level={2} className={css.title}>
          {title}
        </Heading>
        <View className={css.text}>{text}</View>
        <View className={css.answers}>
          {cancel ? (
            <View className={css.answer}>
              <Button kind="line" block loading={cancel.loading} onTap={cancel.onTap}>
                {cancel.label}
              </Button>
            </View>
          ) : null}
          <View className={css.answer}>
            <Button kind={confirm.kind ?? 'primary'} loading={confirm.loading} block onTap={confirm.onTap}>
              {confirm.label}
            </Button>
          </View>
        </View>
      </View>
    </View>
  )
}
