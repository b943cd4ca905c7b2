/** One line about each invented person of the demo, in the order in which they are offered. */
export const PERSONA_TEXTS: readonly { persona: string; about: string }[] = [
  { persona: 'zhang-ayi', about: '68 岁，住香泉苑，天天来食堂吃午饭，吃饭打 9 折' },
  { persona: 'chen-apo', about: '82 岁，独居，眼睛不好，用关怀版，吃饭打 85 折' },
  { persona: 'zhou-lan', about: '55 岁，住得远，给妈妈陈阿婆设了固定送餐' },
  { persona: 'zhou-min', about: '45 岁，在附近上班，帮妈妈王秀珍订饭' },
  { persona: 'wang-xiuzhen', about: '81 岁，女儿周敏帮她订饭，自己也会用' },
  { persona: 'li-jing', about: '29 岁，写字楼白领，中午来食堂吃' },
  { persona: 'xiao-ma', about: '26 岁，外卖骑手，想找张便宜的床' },
  { persona: 'lao-zhao', about: '63 岁，退休电工，小修志愿者' },
  { persona: 'clerk', about: '比邻服务站前台，给人登记证件、充饭卡' },
  { persona: 'cook', about: '香泉社区食堂，管取餐窗口' },
  { persona: 'courier-zhou', about: '香泉社区食堂送餐员，走 1 线香泉苑' },
  { persona: 'courier-wu', about: '香泉社区食堂送餐员，走 2 线七街坊' },
  { persona: 'su-guan', about: '建设者管理者之家的宿管' },
  { persona: 'dispatcher', about: '比邻党群服务站，接电话、派单' },
  { persona: 'employer', about: '万里生鲜超市店长，常要临时工' },
  { persona: 'officer', about: '街道办工作人员' },
]
