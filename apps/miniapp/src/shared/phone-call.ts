import Taro from '@tarojs/taro'

/** Opens the telephone with the number filled in. A person who turns it down there meets no error here. */
export function phoneCall(number: string): void {
  Taro.makePhoneCall({ phoneNumber: number.replace(/[^\d+]/g, '') }).catch(() => undefined)
}
