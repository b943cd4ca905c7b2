import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '@/shared/ui/button'
import { Field } from '@/shared/ui/field'
import css from '@/shared/ui/form.module.scss'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { CLERK_TEXT as TEXT } from '../clerk-text'
import type { FactForming } from '../use-fact-form'
import own from './fact-consent.module.scss'

/** What stands in documents is kept only of who agrees (PIPL art. 29): on their phone, or on a paper whose number is written here. */
export function FactConsent({ forming }: { forming: FactForming }): ReactNode {
  const { form, problem, looking, look, change } = forming
  return (
    <View className={css.group}>
      <NoticeBar tone="warm" icon="alert-line">
        {TEXT.consentText}
      </NoticeBar>
      <View className={css.help}>{TEXT.consentOnPhone}</View>
      <View className={own.look}>
        <Button kind="line" size="s" loading={looking} onTap={look}>
          {TEXT.consentSeen}
        </Button>
      </View>
      <View className={css.help}>{TEXT.consentOnPaper}</View>
      <Field
        label={TEXT.consentPaper}
        value={form.consentPaper}
        maxLength={40}
        error={problem?.at === 'consentPaper' ? problem.say : ''}
        onInput={(consentPaper) => change({ consentPaper })}
      />
    </View>
  )
}
