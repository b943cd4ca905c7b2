/** Words of paying at WeChat. */
export const PAY_TEXT = {
  title: '微信支付（演示）',
  text: (amount: string) => `付 ¥${amount} 给万里社区食堂。这是演示，不会真的扣钱。`,
  pay: '付钱',
  leave: '先不付',
  onlyInWechat: '微信支付要在微信里打开才能用',
} as const
