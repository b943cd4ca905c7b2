/** Words of the page of a service that is done on the telephone. */
export const BY_PHONE_TEXT = {
  title: '电话办',
  who: '谁接电话',
  hours: '什么时候',
  number: '号码',
  why: '这件事现在打电话办',
  whyText: '手机上办的正在做，做好了就在这里。',
  call: (number: string) => `打 ${number}`,
} as const
