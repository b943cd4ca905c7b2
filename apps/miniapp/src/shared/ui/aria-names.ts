import { mergeInternalComponents } from '@tarojs/shared'
import { ARIA_COMPONENTS } from '../../../config/aria-attributes'

// Taro numbers the attributes of its templates (`i.p4`). The build counts the aria ones, the run time would not: every label
// would then read the value of another attribute. Imported once, before anything is drawn.
if (process.env.TARO_ENV === 'weapp') mergeInternalComponents(ARIA_COMPONENTS)
