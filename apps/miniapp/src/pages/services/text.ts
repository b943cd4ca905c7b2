/** Words of the services page. */
export const SERVICES_TEXT = {
  title: '服务',
  daily: '天天用得上',
  care: '一老一小',
  learn: '学一学，动一动',
  talk: '说一说，问一问',
  byPhone: '电话办',
  inApp: '在这里办',
  answered: (hours: string) => `${hours} 有人接`,
  ask: '找不到，就问人',
  call: '打电话',
} as const
