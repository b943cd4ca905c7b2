import type { Fields } from '../protocol'

let toast: HTMLElement | undefined

/** `wx.showToast`, for `durationMs`. */
export function showToast(title: string, durationMs: number): void {
  toast?.remove()
  const shown = document.createElement('div')
  shown.className = 'phone-toast'
  shown.setAttribute('role', 'status')
  shown.textContent = title
  document.body.append(shown)
  toast = shown
  setTimeout(() => shown.remove(), durationMs)
}

export function hideToast(): void {
  toast?.remove()
}

/** `wx.showModal`: resolves when a button is pressed. */
export async function confirmWith(options: Fields): Promise<Fields> {
  const words = [options.title, options.content].filter((text) => typeof text === 'string' && text !== '') as string[]
  const labels = [
    ...(options.showCancel === false ? [] : [String(options.cancelText ?? '取消')]),
    String(options.confirmText ?? '确定'),
  ]
  const confirm = (await choose(words, labels)) === labels.length - 1
  return { confirm, cancel: !confirm }
}

/** `wx.showActionSheet`: the index pressed. Rejects when it is cancelled. */
export async function chooseFrom(items: string[]): Promise<number> {
  const index = await choose([], [...items, '取消'])
  if (index === items.length) throw new Error('cancel')
  return index
}

function choose(words: string[], labels: string[]): Promise<number> {
  const dialog = document.createElement('div')
  dialog.className = 'phone-dialog'
  dialog.setAttribute('role', 'dialog')
  dialog.append(...words.map((text) => Object.assign(document.createElement('p'), { textContent: text })))
  return new Promise((resolve) => {
    labels.forEach((label, index) => {
      const button = Object.assign(document.createElement('button'), { textContent: label })
      button.addEventListener('click', (event) => {
        event.stopPropagation()
        dialog.remove()
        resolve(index)
      })
      dialog.append(button)
    })
    document.body.append(dialog)
  })
}
