import { weekdayAt } from './clock'
import { ServerProcess } from './server'

// Run by `jest.e2e.seed.js`: a first start at 10:05, when lunch is open and most journeys begin. Prints when and where.
const clock = weekdayAt('10:05')
const server = await ServerProcess.start({ clock })
await server.stop()
// WeChat's stand-in makes its keys at the first payment, a tenth of a second: once for all journeys.
const payKeys = new URL('../../../api/dist/src/wechat/stand-in/pay-keys.js', import.meta.url)
const { payKeysIn } = (await import(payKeys.href)) as { payKeysIn: (dataDir: string) => unknown }
payKeysIn(server.dataDir)
process.stdout.write(JSON.stringify({ clock: clock.toISOString(), dataDir: server.dataDir }))
