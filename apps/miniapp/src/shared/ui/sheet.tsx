import { ScrollView, View } from '@tarojs/components'
import { useId, type ReactNode } from 'react'
import { aria, scrollable } from './aria'
import { Heading } from './heading'
import { Icon } from './icon'
import { Pressable } from './pressable'
import css from './sheet.module.scss'
import { UI_TEXT } from './text'
import { useModalFocus } from './use-modal-focus'

interface SheetProps {
  open: boolean
  title: string
  onClose: () => void
  children: ReactNode
  /** Stays at the foot while the content scrolls: the button. */
  footer?: ReactNode
}

/** A panel from below. Closes by its cross, by a tap beside it, and by Escape. */
export function Sheet({ open, title, onClose, children, footer }: SheetProps): ReactNode {
  const id = useId()
  useModalFocus(id, open, onClose)
  if (!open) return null
  return (
    <View className={css.layer} catchMove>
      <View className={css.mask} onClick={onClose} />
      <View id={id} className={css.sheet} {...aria({ role: 'dialog', label: title, modal: true })}>
        <View className={css.head}>
          <Heading level={2} className={css.title}>
            {title}
          </Heading>
          <Pressable className={css.close} label={UI_TEXT.close} onTap={onClose}>
            <Icon name="close-line" />
          </Pressable>
        </View>
        <ScrollView className={css.body} scrollY {...scrollable()}>
          {children}
        </ScrollView>
        {footer ? <View className={css.footer}>{footer}</View> : null}
      </View>
    </View>
  )
}
