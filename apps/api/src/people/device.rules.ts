const KINDS: readonly [RegExp, string][] = [
  [/MicroMessenger/i, '微信'],
  [/iPad/, 'iPad'],
  [/iPhone/, '苹果手机'],
  [/Android.*Mobile/, '安卓手机'],
  [/Android/, '安卓平板'],
  [/Windows/, 'Windows 电脑'],
  [/Macintosh/, '苹果电脑'],
  [/Linux/, 'Linux 电脑'],
]

/** What the owner would call the device of a user agent string: `苹果手机`; `其他设备` when it is not known. */
export function deviceName(userAgent: string | undefined): string {
  return KINDS.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1] ?? '其他设备'
}
