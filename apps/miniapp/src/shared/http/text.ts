/** Sentences of failures that never reached the server, or came back unreadable. */
export const HTTP_TEXT = {
  noNetwork: '网络不通，看看网再试一次',
  serverTrouble: '服务器忙，等一下再试',
  appTrouble: '这一页出了点问题，再试一次',
} as const
