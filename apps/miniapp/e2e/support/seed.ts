import { weekdayAt } from './clock'
import { ServerProcess } from './server'

// Run by `jest.e2e.seed.js`: a first start at 10:05, when lunch is open and most journeys begin. Prints when and where.
const clock = weekdayAt('10:05')
const server = await ServerProcess.start({ clock })
await server.stop()
process.stdout.write(JSON.stringify({ clock: clock.toISOString(), dataDir: server.dataDir }))
