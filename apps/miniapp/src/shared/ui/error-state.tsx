import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { ApiError } from '@/shared/http/api-error'
import { back } from '@/shared/navigation'
import { aria } from './aria'
import { Button } from './button'
import css from './empty-state.module.scss'
import { Heading } from './heading'
import { Picture } from './picture'
import { UI_TEXT } from './text'

const NOT_THERE = 404

/**
 * What could not be shown and why, and the number to quote on the telephone. What is not there (an old link, somebody else's order) will
 * not be there a second time either: there one goes back; anything else is tried again.
 */
export function ErrorState({ error, onRetry }: { error: ApiError; onRetry: () => void }): ReactNode {
  const isOffline = error.code === 'network' && error.status === 0
  return (
    <View className={css.state} {...aria({ role: 'alert' })}>
      <Picture name="state-error" size={120} />
      <Heading level={2} className={css.title}>
        {isOffline ? UI_TEXT.networkTitle : UI_TEXT.errorTitle}
      </Heading>
      <View className={css.text}>{isOffline ? UI_TEXT.networkText : error.detail}</View>
      <View className={css.action}>
        {error.status === NOT_THERE ? (
          <Button kind="soft" onTap={back}>
            {UI_TEXT.back}
          </Button>
        ) : (
          <Button kind="soft" icon="refresh-1-line" onTap={onRetry}>
            {UI_TEXT.retry}
          </Button>
        )}
      </View>
      {error.requestId ? <View className={css.number}>{UI_TEXT.quote(error.requestId)}</View> : null}
    </View>
  )
}
