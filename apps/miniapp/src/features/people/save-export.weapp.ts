import Taro from '@tarojs/taro'
import { call } from '@/shared/http/call'
import { PRIVACY_TEXT } from './text'

/** WeChat gives an app no folder of its own that people can open: what is kept goes to the clipboard. Answers the sentence that says so. */
export async function saveExport(): Promise<string> {
  await Taro.setClipboardData({ data: JSON.stringify(await call('GET /me/export'), null, 2) })
  return PRIVACY_TEXT.copied
}
