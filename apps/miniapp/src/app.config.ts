const onWeapp = process.env.TARO_ENV === 'weapp'

/** WeChat's own furniture follows the dark theme through `theme.json`; H5 draws none of it, and knows no `@name`. */
const themed = (name: string, plain: string): string => (onWeapp ? `@${name}` : plain)

const tabIcons = (name: string): { iconPath: string; selectedIconPath: string } => ({
  iconPath: themed(`${name}Icon`, `assets/tabs/light/${name}.png`),
  selectedIconPath: themed(`${name}IconOn`, `assets/tabs/light/${name}-on.png`),
})

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/services/index', 'pages/inbox/index', 'pages/me/index'],
  subPackages: [
    {
      root: 'features/people',
      pages: [
        'pages/sign-in/index',
        'pages/sessions/index',
        'pages/profile/index',
        'pages/mandates/index',
        'pages/mandate-ask/index',
        'pages/mandate-code/index',
        'pages/mandate-terms/index',
        'pages/acts/index',
        'pages/privacy/index',
        'pages/document/index',
        'pages/access-log/index',
      ],
    },
    { root: 'features/wallet', pages: ['pages/statement/index', 'pages/top-up/index', 'pages/pay-out/index'] },
    { root: 'features/services', pages: ['pages/by-phone/index'] },
    { root: 'features/showcase', pages: ['pages/components/index'] },
    {
      root: 'features/canteen',
      pages: [
        'pages/menu/index',
        'pages/checkout/index',
        'pages/order/index',
        'pages/way/index',
        'pages/orders/index',
        'pages/offered/index',
        'pages/elder-menu/index',
        'pages/elder-confirm/index',
      ],
    },
    {
      root: 'features/delivery',
      pages: [
        'pages/addresses/index',
        'pages/address/index',
        'pages/standing/index',
        'pages/standing-edit/index',
        'pages/diet/index',
      ],
    },
    {
      root: 'features/workbench',
      pages: [
        'pages/desk/index',
        'pages/pickup/index',
        'pages/counter/index',
        'pages/day-close/index',
        'pages/clerk/index',
        'pages/run/index',
        'pages/kitchen/index',
        'pages/samples/index',
        'pages/menu-week/index',
        'pages/dishes/index',
        'pages/calendar/index',
        'pages/manage/index',
      ],
    },
  ],
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '万里社区',
    backgroundTextStyle: onWeapp ? '@textStyle' : 'dark',
    backgroundColor: themed('pageColor', '#f4f7f3'),
  },
  tabBar: {
    custom: false,
    color: themed('tabColor', '#4f5c57'),
    selectedColor: themed('tabColorOn', '#075e46'),
    backgroundColor: themed('tabGround', '#ffffff'),
    borderStyle: onWeapp ? ('@tabBorder' as 'white') : 'white',
    list: [
      { pagePath: 'pages/home/index', text: '首页', ...tabIcons('home') },
      { pagePath: 'pages/services/index', text: '服务', ...tabIcons('services') },
      { pagePath: 'pages/inbox/index', text: '消息', ...tabIcons('inbox') },
      { pagePath: 'pages/me/index', text: '我的', ...tabIcons('me') },
    ],
  },
  lazyCodeLoading: 'requiredComponents',
  ...(onWeapp ? { __usePrivacyCheck__: true, darkmode: true, themeLocation: 'theme.json' } : {}),
})
