import type { ConsentDocument } from '@wanli/contracts/privacy'

/** A document people agree to, in its current version. A new version asks everybody again (PIPL art. 14). */
export interface LegalDocument {
  document: ConsentDocument
  version: string
  title: string
  summary: string
  body: readonly string[]
  required: boolean
}

/**
 * What people agree to, in plain words. Sources: 个人信息保护法 (PIPL) arts. 13–17 (notice, consent), 19 (storage), 28–31
 * (sensitive data, minors), 44–48 (rights of the person).
 */
export const DOCUMENTS: readonly LegalDocument[] = [
  {
    document: 'terms',
    version: '2026-11',
    title: '使用约定',
    summary: '万里街道办给居民和在这里工作的人用的。订餐、住宿、修理、找活，都按这里说的办。',
    required: true,
    body: [
      '一、谁来用。住在万里、在万里工作，或者替家人办事的人都可以用。替别人办事，要对方先同意；对方随时可以停用，停用马上生效。',
      '二、钱。钱包里的钱是你自己的，可以随时退回原来的地方。补贴是按规定享受的待遇，不是钱，不能退成现金。每一笔都有明细，账和钱对不上的，由街道办查清楚，差的补给你。',
      '三、订了不来。截单以前取消，钱全退。厨房已经备菜以后不能取消，可以转给别人。',
      '四、不能做的事。不能冒用别人的身份，不能用假证件享受优惠，不能在留言、评价里骂人、打广告、发别人的隐私。',
      '五、出了问题。先打服务站电话 021-5550 0110。系统坏了，订好的餐、住的床位照样算数。',
    ],
  },
  {
    document: 'privacy',
    version: '2026-11',
    title: '隐私说明',
    summary: '只记办事用得着的。谁看过你的资料，你自己查得到。随时能拿走，也能注销。',
    required: true,
    body: [
      '一、谁在处理。万里街道办事处。有问题打 021-5550 0110，或者到比邻服务站前台。',
      '二、记了什么，为什么。名字和头像：让食堂、师傅认得你。手机号：登录，和找得到你。住在哪个小区、门牌和收饭的人：算社区价、送上门。忌口和口味：后厨做饭时避开。订餐、付钱的记录：做账和退钱。你写的评价：让食堂知道哪里好、哪里要改，名字遮住了才给食堂看。登录过的设备：让你看有没有别人在用。',
      '三、怎么保管。手机号和身份证号加了密存放，平时只显示头尾几位。工作人员要看全，必须写明原因，这一次会记下来，你在“谁看过我的资料”里查得到。',
      '四、给谁看。食堂只看到称呼、取餐号和忌口；上门的师傅和送餐员，接了单才看得到地址，办完就看不到。用微信登录和付款时，微信会收到它需要的那部分。不卖、不用来打广告。',
      '五、放多久。账本按会计规定要留够年限；消息和登录记录一年；其他的，用不着就擦掉。',
      '六、你的权利。看、改、拿走一份、收回同意、注销，都在“隐私和授权”里，不用说理由。注销有七天可以反悔，过后名字、手机号、证件、消息全部擦掉，账本里只剩一个认不出是谁的编号。',
      '七、孩子。不满十四岁的，由爸爸妈妈或监护人来办。',
      '八、改了会怎样。这份说明有变动，会再请你看一遍，你同意了才算。',
    ],
  },
  {
    document: 'sensitive',
    version: '2026-11',
    title: '证件信息单独同意',
    summary: '身份证号、低保这些，只用来算你该有的优惠和补贴。不同意也能订餐，只是按普通价。',
    required: false,
    body: [
      '一、是哪些。身份证号，户籍，低保、残疾等登记。法律把它们叫做敏感个人信息，要单独问你。',
      '二、为什么要。长者折扣、堂食补贴、送餐资助按年龄、户籍、登记来算，前台要看过证件才能算数。',
      '三、对你有什么影响。记下来以后自动算优惠；前台看过的每一次，都会记在“谁看过我的资料”里。',
      '四、不同意可以吗。可以。吃饭、住宿、报修照样办，按没有优惠的价算。',
      '五、收回。随时可以收回。收回以后，证件号会擦掉，优惠从那时起不再算，已经享受的不追回。',
    ],
  },
]

/** The current version of a document. */
export function currentVersion(document: ConsentDocument): string {
  return DOCUMENTS.find((one) => one.document === document)?.version ?? ''
}
