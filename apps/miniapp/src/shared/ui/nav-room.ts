import Taro from '@tarojs/taro'

/** Room that the system's own furniture takes at the top of a page, in px. */
export interface NavRoom {
  /** Height of the status bar. */
  status: number
  /** Height of the bar in which WeChat's capsule lies. */
  bar: number
  /** Width to keep free at the right for the capsule. */
  end: number
}

const PLAIN: NavRoom = { status: 0, bar: 44, end: 0 }

let measured: NavRoom | undefined

function measure(): NavRoom {
  if (process.env.TARO_ENV !== 'weapp') return PLAIN
  const { statusBarHeight = 20, windowWidth } = Taro.getWindowInfo()
  const capsule = Taro.getMenuButtonBoundingClientRect()
  // Some old Android clients answer zeros until the first page is drawn.
  if (capsule.height === 0) return { status: statusBarHeight, bar: 44, end: 96 }
  return {
    status: statusBarHeight,
    bar: (capsule.top - statusBarHeight) * 2 + capsule.height,
    end: windowWidth - capsule.left,
  }
}

/** The room of this device, measured once. */
export function navRoom(): NavRoom {
  measured ??= measure()
  return measured
}
