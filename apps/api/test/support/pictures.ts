import type { Problem } from '@wanli/contracts/errors'
import type { UploadView } from '@wanli/contracts/uploads'
import sharp from 'sharp'

import type { Api } from './api.js'
import type { TestApp } from './app.js'

/** A photo as a phone makes it: wide, turned by its EXIF, which also tells where it was taken and by whom. */
export function photo(given: { width?: number; height?: number } = {}): Promise<Buffer> {
  const { width = 400, height = 200 } = given
  return sharp({ create: { width, height, channels: 3, background: '#b4231a' } })
    .withExif({
      IFD0: { Make: 'SecretPhone', Artist: '王秀珍', Copyright: 'secret-owner' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 15/1 49/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}

/** What came back for a picture. */
export interface PictureAnswer {
  status: number
  reply: UploadView
  problem: Problem
}

/** Sends a file as the app does, in the form field `file` unless told otherwise. */
export async function sendPicture(
  app: TestApp,
  api: Api,
  bytes: Buffer | string,
  given: { field?: string; type?: string } = {},
): Promise<PictureAnswer> {
  const form = new FormData()
  const file = typeof bytes === 'string' ? bytes : new Uint8Array(bytes)
  form.append(given.field ?? 'file', new Blob([file], { type: given.type ?? 'image/jpeg' }), 'photo.jpg')
  const token = await api.token()
  const headers: Record<string, string> = token === undefined ? {} : { Authorization: `Bearer ${token}` }
  const response = await fetch(`${app.url}/api/v1/uploads`, { method: 'POST', headers, body: form })
  const json = (await response.json()) as UploadView & Problem
  return { status: response.status, reply: json, problem: json }
}
