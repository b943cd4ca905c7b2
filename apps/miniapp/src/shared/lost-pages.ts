import Taro from '@tarojs/taro'
import { openTab } from '@/shared/navigation'
import { LOST_TEXT } from '@/shared/text/lost-text'
import { toast } from '@/shared/ui/toast'
import { watchMissingParts } from './missing-parts'

/** A tap never does nothing: an address that leads nowhere (an old link, a page that was renamed) goes home and says so. */
export function watchLostPages(): void {
  Taro.onPageNotFound(() => {
    openTab('/pages/home/index')
    toast(LOST_TEXT.noPage)
  })
  watchMissingParts()
}
