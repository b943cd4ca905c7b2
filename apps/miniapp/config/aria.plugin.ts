import type { IPluginContext } from '@tarojs/service'
import { ARIA_COMPONENTS } from './aria-attributes'

/** Members of a Taro platform that this plugin touches. */
interface Platform {
  template: { mergeComponents: (context: IPluginContext, components: Record<string, Record<string, string>>) => void }
}

/** Taro's WeChat templates carry no aria attributes, so a screen reader would hear rows of nameless views. This adds them to what we tap and show. */
export default function ariaPlugin(context: IPluginContext): void {
  context.registerMethod({
    name: 'onSetupClose',
    fn: (platform: Platform) => {
      if (process.env.TARO_ENV !== 'weapp') return
      platform.template.mergeComponents(context, ARIA_COMPONENTS)
    },
  })
}
