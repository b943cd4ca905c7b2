import Taro from '@tarojs/taro'
import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import type { SessionReply } from '@wanli/contracts/people'
import { call } from '@/shared/http/call'
import { signIn } from '@/shared/http/session'

/** `POST /auth/wechat`: trades the code of `wx.login` for a session. The code works once and for five minutes, so each try asks for a new one. */
export function useWechatSignIn(): UseMutationResult<SessionReply, Error, void> {
  return useMutation({
    mutationFn: async () => {
      const { code } = await Taro.login()
      return call('POST /auth/wechat', { body: { code } })
    },
    onSuccess: signIn,
  })
}
