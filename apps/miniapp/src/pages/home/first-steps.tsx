import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { requireSession } from '@/shared/http/session'
import { go } from '@/shared/navigation'
import { openService } from '@/shared/services/open-service'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Radio } from '@/shared/ui/radio'
import css from './first-steps.module.scss'
import { HOME_TEXT } from './text'

/** Where one asks somebody to act for them. */
const ADD_FAMILY = '/features/people/pages/mandate-ask/index'

interface StepProps {
  number: number
  title: string
  text: string
  done: boolean
  action: { label: string; main: boolean; onTap: () => void }
}

function Step({ number, title, text, done, action }: StepProps): ReactNode {
  return (
    <View className={css.step}>
      {done ? <Radio on /> : <View className={css.number}>{number}</View>}
      <View className={css.words}>
        <View className={done ? css.doneTitle : css.title}>{title}</View>
        {done ? null : <View className={css.text}>{text}</View>}
      </View>
      {done ? (
        <View className={css.text}>{HOME_TEXT.steps.done}</View>
      ) : (
        <Button
          kind={action.main ? 'primary' : 'line'}
          size="s"
          label={`${action.label}，${title}`}
          onTap={action.onTap}
        >
          {action.label}
        </Button>
      )}
    </View>
  )
}

/** The three things a new person does first, one action each. */
export function FirstSteps({ signedIn }: { signedIn: boolean }): ReactNode {
  const words = HOME_TEXT.steps
  const add = (): void => {
    if (requireSession(ADD_FAMILY)) go(ADD_FAMILY)
  }
  return (
    <Card title={HOME_TEXT.firstTitle}>
      <Step
        number={1}
        title={words.signIn}
        text={words.signInText}
        done={signedIn}
        action={{ label: words.signInAction, main: true, onTap: () => requireSession() }}
      />
      <Step
        number={2}
        title={words.residence}
        text={words.residenceText}
        done={false}
        action={{ label: words.residenceAction, main: signedIn, onTap: () => openService('residence') }}
      />
      <Step
        number={3}
        title={words.care}
        text={words.careText}
        done={false}
        action={{ label: words.careAction, main: false, onTap: add }}
      />
    </Card>
  )
}
