import { call } from '@/shared/http/call'
import { PRIVACY_TEXT } from './text'

/** Puts everything kept about the caller into a file of the browser's downloads. Answers the sentence that says so. */
export async function saveExport(): Promise<string> {
  const text = JSON.stringify(await call('GET /me/export'), null, 2)
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = PRIVACY_TEXT.fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  return PRIVACY_TEXT.exported
}
