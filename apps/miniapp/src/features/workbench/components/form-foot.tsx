import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import css from '@/shared/ui/form.module.scss'
import { MEANWHILE_TEXT } from '../menus-text'
import type { Meanwhile } from '../use-meanwhile'
import own from './form-foot.module.scss'

interface FormFootProps {
  /** Why it was not taken; nothing shows nothing. */
  wrong: string
  label: string
  /** What it does cannot be taken back. */
  danger?: boolean
  busy: boolean
  onTap: () => void
  /** Somebody else has changed it since one began. */
  meanwhile?: Meanwhile
  /** Beside the button while nobody has: something else that is done with the thing. */
  beside?: ReactNode
}

/** The foot of a sheet with a form: why it was not taken, above the one button. */
export function FormFoot({ wrong, label, danger = false, busy, onTap, meanwhile, beside }: FormFootProps): ReactNode {
  return (
    <View className={css.foot}>
      {meanwhile ? <Told meanwhile={meanwhile} /> : null}
      {wrong ? (
        <View className={css.wrong} {...aria({ role: 'alert' })}>
          {wrong}
        </View>
      ) : null}
      <View className={own.answers}>
        {meanwhile ? (
          <Button kind="line" onTap={meanwhile.turn}>
            {meanwhile.looking ? MEANWHILE_TEXT.back : MEANWHILE_TEXT.look}
          </Button>
        ) : (
          beside
        )}
        <View className={own.grow}>
          <Button block kind={danger ? 'danger' : 'primary'} loading={busy} onTap={onTap}>
            {meanwhile && !meanwhile.looking ? MEANWHILE_TEXT.overwrite : label}
          </Button>
        </View>
      </View>
    </View>
  )
}

function Told({ meanwhile: { words, looking, differences } }: { meanwhile: Meanwhile }): ReactNode {
  return (
    <View {...aria({ role: 'alert' })}>
      <View className={looking ? css.help : css.wrong}>{looking ? MEANWHILE_TEXT.looking : words}</View>
      {differences.length > 0 ? <View className={css.help}>{MEANWHILE_TEXT.differences(differences)}</View> : null}
    </View>
  )
}
