import Taro from '@tarojs/taro'

/** One short sentence that goes by itself after two and a half seconds. Never for something the person must act on. */
export function toast(text: string): void {
  void Taro.showToast({ title: text, icon: 'none', duration: 2500 })
}
