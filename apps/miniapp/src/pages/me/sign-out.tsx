import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { signOut } from '@/shared/http/session'
import { go } from '@/shared/navigation'
import { Button } from '@/shared/ui/button'
import { Dialog } from '@/shared/ui/dialog'
import css from './sign-out.module.scss'
import { ME_TEXT } from './text'

/** Ways out: another person of the demo, or nobody. */
export function SignOut(): ReactNode {
  const [asking, setAsking] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const leave = (): void => {
    setLeaving(true)
    // Without network the session still ends on this device, which is what was asked for.
    signOut().catch(() => undefined)
  }
  return (
    <View className={css.end}>
      <View className={css.buttons}>
        <Button kind="line" size="s" icon="transfer-line" onTap={() => go('/features/people/pages/sign-in/index')}>
          {ME_TEXT.switch}
        </Button>
        <Button kind="text" size="s" onTap={() => setAsking(true)}>
          {ME_TEXT.signOut}
        </Button>
      </View>
      <View className={css.demo}>{ME_TEXT.demo}</View>
      <Dialog
        open={asking}
        title={ME_TEXT.signOutTitle}
        text={ME_TEXT.signOutText}
        confirm={{ label: ME_TEXT.signOut, kind: 'danger', loading: leaving, onTap: leave }}
        cancel={{ label: ME_TEXT.stay, onTap: () => setAsking(false) }}
      />
    </View>
  )
}
