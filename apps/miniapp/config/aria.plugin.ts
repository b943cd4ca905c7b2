import type { IPluginContext } from '@tarojs/service'

/** Members of a Taro platform that this plugin touches. */
interface Platform {
  template: { mergeComponents: (context: IPluginContext, components: Record<string, Record<string, string>>) => void }
}

const ARIA = {
  'aria-role': 'i.ariaRole',
  'aria-label': 'i.ariaLabel',
  'aria-checked': 'i.ariaChecked',
  'aria-selected': 'i.ariaSelected',
  'aria-disabled': 'i.ariaDisabled',
  'aria-hidden': 'i.ariaHidden',
}

/** Taro's WeChat templates carry no aria attributes, so a screen reader would hear rows of nameless views. This adds them to what we tap and show. */
export default function ariaPlugin(context: IPluginContext): void {
  context.registerMethod({
    name: 'onSetupClose',
    fn: (platform: Platform) => {
      if (process.env.TARO_ENV !== 'weapp') return
      platform.template.mergeComponents(context, { View: ARIA, Text: ARIA, Image: ARIA, Input: ARIA, Textarea: ARIA })
    },
  })
}
