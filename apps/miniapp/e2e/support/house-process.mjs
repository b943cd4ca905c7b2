import process from 'node:process'

/*
 * Run by `house.ts`: a process that has read the server's modules once and starts one server after another, each as `main.js` does it:
 * own configuration, own data, own clock, own port. Told and answered in messages; ends when nobody is left who could ask.
 */
const from = (file) => import(new URL(`../../../api/dist/src/${file}`, import.meta.url).href)
const { createApp } = await from('http/create-app.js')
const { loadEnv } = await from('config/env.js')
const { openDoor } = await from('http/open-door.js')

/** Servers that are open, by their port. */
const open = new Map()
/** What a server logs is nobody's, as that of a process whose output nobody reads. */
const unread = { write: () => undefined }

async function start(given) {
  const env = loadEnv({}, given)
  const app = await createApp(env, undefined, unread)
  open.set(given.PORT, app)
  try {
    await openDoor(app, env.PORT, env.HOST)
  } catch (error) {
    await stop(given.PORT)
    throw error
  }
}

async function stop(port) {
  const app = open.get(port)
  open.delete(port)
  await app?.close()
}

process.on('message', ({ call, start: given, stop: port }) => {
  const done = given === undefined ? stop(port) : start(given)
  done.then(
    () => process.send({ call }),
    (error) => process.send({ call, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})
process.on('disconnect', () => process.exit())
