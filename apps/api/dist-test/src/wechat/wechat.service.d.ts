import { Env } from '../config/env.js'
import { WechatStandIn } from './wechat-stand-in.js'
/** The client of WeChat's server API. In the demo, without an app id, it speaks to the stand-in over HTTP all the same. */
export declare class WechatService {
  private readonly env
  private readonly standIn
  private readonly log
  constructor(env: Env, standIn: WechatStandIn)
  /**
   * The openid of a `wx.login` code (`GET /sns/jscode2session`). Throws `auth.wechat_refused` (401) when WeChat refuses the code,
   * `auth.wechat_unreachable` (503) when WeChat is busy or does not answer within five seconds.
   */
  openidOf(code: string): Promise<string>
  private ask
}
