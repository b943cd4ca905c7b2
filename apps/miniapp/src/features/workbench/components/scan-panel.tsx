import { View } from '@tarojs/components'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Icon } from '@/shared/ui/icon'
import { cameraTroubleOf, type CameraTrouble } from '../model/camera'
import { WORKBENCH_TEXT } from '../text'
import css from './scan-panel.module.scss'

const TEXT = WORKBENCH_TEXT.pickup
const TROUBLE_TEXT = {
  refused: TEXT.cameraRefused,
  absent: TEXT.cameraAbsent,
  unable: TEXT.cameraUnable,
} as const satisfies Record<CameraTrouble, string>

type Camera = 'off' | 'on' | CameraTrouble

/** Scanning in a browser: the camera opens at a tap and closes when a code was read. The reader is fetched only then. */
export function ScanPanel({ onCode }: { onCode: (code: string) => void }): ReactNode {
  const place = useId()
  const [camera, setCamera] = useState<Camera>('off')
  const stop = useRef<(() => void) | null>(null)
  const close = (): void => {
    stop.current?.()
    stop.current = null
    setCamera('off')
  }
  useEffect(() => () => stop.current?.(), [])
  const open = async (): Promise<void> => {
    if (!('mediaDevices' in navigator)) {
      setCamera('unable')
      return
    }
    setCamera('on')
    try {
      const { startCamera } = await import('../camera-reader')
      const element = document.getElementById(place)
      if (!element) return
      stop.current = await startCamera(element, (code) => {
        close()
        onCode(code)
      })
    } catch (thrown) {
      setCamera(cameraTroubleOf(thrown instanceof Error ? thrown.name : ''))
    }
  }
  const trouble = camera === 'on' || camera === 'off' ? null : TROUBLE_TEXT[camera]
  return (
    <View className={css.panel}>
      <View id={place} className={css.view} />
      <View className={css.frame} />
      <View className={css.words} {...aria({ role: 'status' })}>
        {trouble ?? (camera === 'on' ? TEXT.scanning : TEXT.scanHint)}
      </View>
      <View className={css.action}>
        {camera === 'on' ? (
          <Button kind="paper" onTap={close}>
            {TEXT.stop}
          </Button>
        ) : (
          <Button kind="paper" icon="scan-line" onTap={() => void open()}>
            {TEXT.scanStart}
          </Button>
        )}
      </View>
      {trouble ? <Icon name="alert-line" className={css.mark} /> : null}
    </View>
  )
}
