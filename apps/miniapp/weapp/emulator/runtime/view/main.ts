import type { Device, PackedBuild, ToView } from '../protocol'
import { dispatch } from './events'
import { Frame } from './frame'
import { answer } from './host'
import { fault, logic, send } from './link'
import { Surfaces } from './surfaces'
import { listenForTouches } from './touch'

declare global {
  interface Window {
    /** For the test: pull the front page down, go back, tell the app something. */
    phone: { pullDown: () => void; back: () => void; emit: (name: string, argument: Record<string, unknown>) => void }
  }
}

const [build, device] = await Promise.all([load<PackedBuild>('build.json'), load<Device>('device.json')])
const sheet = document.createElement('style')
sheet.textContent = build.styles['app.wxss'] ?? ''
document.head.append(sheet)
const frame = new Frame(build, device.statusBarHeight)
const surfaces = new Surfaces(build)

logic.addEventListener('message', ({ data }: MessageEvent<ToView>) => {
  receive(data)
})
logic.addEventListener('error', (event) => {
  fault(`the logic thread stopped: ${event.message}`)
})
listenForTouches()
window.phone = {
  pullDown: () => {
    send({ kind: 'lifecycle', instance: frame.frontInstance, name: 'onPullDownRefresh', argument: null })
  },
  back: () => {
    send({ kind: 'back' })
  },
  emit: (name, argument) => {
    send({ kind: 'app', name, argument })
  },
}
const { manifest, pageConfigs, scripts } = build
send({ kind: 'start', build: { manifest, pageConfigs, scripts }, device })

function receive(message: ToView): void {
  switch (message.kind) {
    case 'open':
      surfaces.add(
        message.instance,
        message.route,
        frame.open(message.instance, message.route),
        message.data,
        message.instance,
      )
      return
    case 'close':
      surfaces.remove(message.instance)
      frame.close(message.instance)
      return
    case 'front':
      frame.bringToFront(message.instance, message.route)
      return
    case 'data':
      surfaces.patch(message.instance, message.patch)
      send({ kind: 'rendered', rendered: message.rendered })
      return
    case 'trigger': {
      const host = surfaces.hostOf(message.instance)
      if (host) dispatch(host, message.name, message.detail)
      return
    }
    case 'call':
      answer(message.name, message.options, frame).then(
        (value) => send({ kind: 'answer', call: message.call, ok: true, value }),
        (error: unknown) =>
          send({
            kind: 'answer',
            call: message.call,
            ok: false,
            value: { errMsg: error instanceof Error ? error.message : String(error) },
          }),
      )
      return
    case 'log':
      void window.phoneTell('api', message.name, message.options)
      return
    case 'fault':
      fault(message.text)
  }
}

async function load<Content>(name: string): Promise<Content> {
  return (await (await fetch(`/__phone__/${name}`)).json()) as Content
}
