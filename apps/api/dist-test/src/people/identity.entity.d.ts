/** Where a person's sign-in comes from: an openid of WeChat, or a name of the demo. */
export declare class Identity {
  provider: 'wechat' | 'demo'
  subject: string
  personId: string
  createdAt: Date
}
