/** Words of the inbox. */
export const INBOX_TEXT = {
  title: '消息',
  guest: '订餐、取餐的消息都在这里',
  emptyTitle: '还没有消息',
  emptyText: '订了餐，取餐号会到这里',
  emptyAction: '去订餐',
  unread: '没看过',
} as const
