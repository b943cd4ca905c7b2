/** Words of the page of a service that is done on the telephone. */
export const BY_PHONE_TEXT = {
  who: '谁接电话',
  hours: '什么时候',
  number: '号码',
  why: '这件事打电话办：有人记下来，办好给你回话',
  call: (number: string) => `打 ${number}`,
} as const
