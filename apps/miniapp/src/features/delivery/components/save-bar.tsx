import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { NoticeBar } from '@/shared/ui/notice-bar'
import css from './save-bar.module.scss'

interface SaveBarProps {
  label: string
  busy: boolean
  refused: string
  onTap: () => void
}

/** The one button of a form. Why it was not taken stands right above it. */
export function SaveBar({ label, busy, refused, onTap }: SaveBarProps): ReactNode {
  return (
    <View className={css.bar}>
      {refused === '' ? null : (
        <View {...aria({ role: 'alert' })}>
          <NoticeBar tone="warm" icon="alert-line">
            {refused}
          </NoticeBar>
        </View>
      )}
      <Button block loading={busy} onTap={onTap}>
        {label}
      </Button>
    </View>
  )
}
