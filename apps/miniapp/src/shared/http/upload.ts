import type { UploadView } from '@wanli/contracts/uploads'
import { ApiError } from './api-error'
import { call } from './call'
import { sendFile } from './request'
import { currentSession } from './session-store'

/** Sends a picture from the phone (`path` as `chooseImage` gives it). `POST /uploads` takes a form, which `call` does not send. Throws ApiError. */
export async function uploadPicture(path: string): Promise<UploadView> {
  try {
    return await send(path)
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'auth.expired') throw error
    // Any call renews the token.
    await call('GET /me')
    return send(path)
  }
}

async function send(path: string): Promise<UploadView> {
  const header = { authorization: `Bearer ${currentSession()?.accessToken ?? ''}` }
  return (await sendFile(`${API_BASE}/api/v1/uploads`, path, header)) as UploadView
}

/** Where the picture behind a signed link (`photo` of a view) is fetched: on weapp an address without its host is none. */
export const pictureAt = (path: string): string => `${API_BASE}${path}`
