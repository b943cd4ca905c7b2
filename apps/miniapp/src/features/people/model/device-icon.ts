import type { IconName } from '@/shared/icons/icon-name'

/** The picture of a device by the name the server gives it: `Windows 电脑`, `安卓平板`, `苹果手机`. */
export function deviceIcon(device: string): IconName {
  if (device.endsWith('电脑')) return 'computer-line'
  return device === 'iPad' || device.endsWith('平板') ? 'pad-line' : 'cellphone-line'
}
