/*
 * The ceiling that reading is measured against: bare `node:http` with the same bytes and nothing else, made ready before anybody asks.
 * Who shows their tag is told 304. Started by `reading.ts` in a process of its own: `bare-server.ts <port> <file>`.
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const [, , port = '0', file = ''] = process.argv
const body = readFileSync(file)
const TAG = 'W/"the same bytes"'
const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': body.length, ETag: TAG }

const server = createServer((request, response) => {
  if (request.headers['if-none-match'] === TAG) response.writeHead(304, { ETag: TAG }).end()
  else response.writeHead(200, headers).end(body)
})
server.listen(Number(port), '127.0.0.1')
