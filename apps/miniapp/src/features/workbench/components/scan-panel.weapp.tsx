import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { Button } from '@/shared/ui/button'
import { WORKBENCH_TEXT } from '../text'
import css from './scan-panel.module.scss'

/** Scanning in WeChat: its own scanner, which brings its own pictures and words. Turning it down is no error. */
export function ScanPanel({ onCode }: { onCode: (code: string) => void }): ReactNode {
  const scan = (): void => {
    Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })
      .then(({ result }) => onCode(result))
      .catch(() => undefined)
  }
  return (
    <View className={css.panel}>
      <View className={css.frame} />
      <View className={css.words}>{WORKBENCH_TEXT.pickup.scanHint}</View>
      <View className={css.action}>
        <Button kind="paper" icon="scan-line" onTap={scan}>
          {WORKBENCH_TEXT.pickup.scanStart}
        </Button>
      </View>
    </View>
  )
}
