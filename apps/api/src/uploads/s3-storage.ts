import { AwsClient } from 'aws4fetch'

import { UploadStorage } from './upload-storage.js'

const TIMEOUT_MS = 15_000

/** Where an S3-compatible store is and who we are there. */
export interface S3Place {
  endpoint: string
  bucket: string
  region: string
  keyId: string
  secret: string
}

/** Pictures as private objects of one bucket of an S3-compatible store, addressed by path; for several servers. */
export class S3Storage extends UploadStorage {
  private readonly client: AwsClient
  private readonly base: string

  constructor({ endpoint, bucket, region, keyId, secret }: S3Place) {
    super()
    this.client = new AwsClient({ accessKeyId: keyId, secretAccessKey: secret, service: 's3', region, retries: 2 })
    this.base = `${endpoint.replace(/\/$/, '')}/${bucket}`
  }

  async put(id: string, bytes: Buffer): Promise<void> {
    const headers = { 'Content-Type': 'image/jpeg' }
    const response = await this.ask(id, { method: 'PUT', headers, body: new Uint8Array(bytes) })
    if (!response.ok) throw this.fault('PUT', response)
  }

  async get(id: string): Promise<Buffer | undefined> {
    const response = await this.ask(id, { method: 'GET' })
    if (response.status === 404) return undefined
    if (!response.ok) throw this.fault('GET', response)
    return Buffer.from(await response.arrayBuffer())
  }

  async remove(id: string): Promise<void> {
    const response = await this.ask(id, { method: 'DELETE' })
    if (!response.ok && response.status !== 404) throw this.fault('DELETE', response)
  }

  private ask(id: string, init: RequestInit): Promise<Response> {
    return this.client.fetch(`${this.base}/${id}.jpg`, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) })
  }

  private fault(method: string, { status }: Response): Error {
    return new Error(`the picture store answered ${status} to ${method}`)
  }
}
