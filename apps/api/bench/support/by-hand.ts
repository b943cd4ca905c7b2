import { createServer, type IncomingMessage } from 'node:http'

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}

/** Answers each POST with what `place` makes of its body: 201, or 409 with why not. No sign-in, no validation. */
export function serveByHand(port: string, place: (asked: unknown) => Promise<object>): void {
  const server = createServer((request, response) => {
    const reply = (status: number, body: object): void =>
      void response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
    bodyOf(request)
      .then(place)
      .then((made) => reply(201, made))
      .catch((error: unknown) => reply(409, { error: String(error) }))
  })
  server.listen(Number(port), '127.0.0.1', () => void process.stdout.write('by hand is ready\n'))
}
