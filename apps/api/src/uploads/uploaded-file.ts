// Gives requests their `isMultipart` and `file`.
import '@fastify/multipart'
import { UPLOADS } from '@wanli/kernel/limits'
import type { FastifyRequest } from 'fastify'

import { DomainError } from '../common/domain-error.js'

const FIELD = 'file'
const TOO_LARGE = 'FST_REQ_FILE_TOO_LARGE'

/**
 * The bytes of the one file of a form. Throws `uploads.not_a_picture` (415) when there is none in the field `file`, and
 * `request.too_large` (413) when it is larger than 8 MiB.
 */
export async function fileOf(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart()) throw new DomainError('uploads.not_a_picture')
  try {
    const limits = { fileSize: UPLOADS.maxBytes, files: 1, fields: 10, fieldSize: 1_000 }
    const part = await request.file({ limits })
    if (part?.fieldname !== FIELD) throw new DomainError('uploads.not_a_picture')
    return await part.toBuffer()
  } catch (error) {
    if ((error as { code?: string }).code === TOO_LARGE) {
      throw new DomainError('request.too_large', { maxBytes: UPLOADS.maxBytes })
    }
    // A form that cannot be read holds no picture.
    throw new DomainError('uploads.not_a_picture')
  }
}
