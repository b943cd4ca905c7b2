/*
 * A longer wire between a server and its database, as between two machines of a data centre: what comes in at one end goes out at the
 * other some milliseconds later. Forked by `wire.ts`: `long-wire.ts <host> <port> <milliseconds>`; tells its own port when it is laid.
 */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

const [, , host = '', port = '0', ms = '0'] = process.argv

function carry(from: Socket, to: Socket): void {
  from.setNoDelay(true)
  from.on('data', (bytes) => void setTimeout(() => to.write(bytes), Number(ms)))
  from.on('error', () => to.destroy())
  from.on('close', () => to.destroy())
}

const server = createServer((near) => {
  const far = connect(Number(port), host)
  carry(near, far)
  carry(far, near)
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
