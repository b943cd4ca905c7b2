import multipart from '@fastify/multipart'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'

import { DomainError } from '../common/domain-error.js'
import { sendProblem } from '../common/problem.filter.js'

/** The one route that takes a form with a file. */
const TAKES_FORMS = '/api/v1/uploads'

/** Lets forms with files through to that route; anywhere else they are refused unread, as everything that is not JSON. */
export async function addMultipart(app: NestFastifyApplication): Promise<void> {
  await app.register(multipart, { limits: { files: 1 } })
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      const isForm = request.headers['content-type']?.startsWith('multipart/') === true
      if (isForm && request.routeOptions.url !== TAKES_FORMS)
        sendProblem(new DomainError('request.unsupported_type'), request, reply)
      else done()
    })
}
