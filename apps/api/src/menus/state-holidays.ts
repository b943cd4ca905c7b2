/** One holiday of a year: its days off, first and last, and the weekend days that are worked for it (调休). */
export interface StateHoliday {
  name: string
  from: string
  to: string
  makeup: readonly string[]
}

/** The days off of one year and the notice that sets them. */
export interface HolidayNotice {
  source: string
  holidays: readonly StateHoliday[]
}

/**
 * Days off by year, as the General Office of the State Council announces them each autumn for the next year. 2026: 国务院办公厅关于
 * 2026年部分节假日安排的通知, 国办发明电〔2025〕7号, 4 November 2025. A new year is a new member here; before it is, only weekends
 * and {@link LAWFUL_HOLIDAYS} are known.
 */
export const STATE_HOLIDAYS: Readonly<Record<string, HolidayNotice>> = {
  '2026': {
    source: '国办发明电〔2025〕7号',
    holidays: [
      { name: '元旦', from: '2026-01-01', to: '2026-01-03', makeup: ['2026-01-04'] },
      { name: '春节', from: '2026-02-15', to: '2026-02-23', makeup: ['2026-02-14', '2026-02-28'] },
      { name: '清明节', from: '2026-04-04', to: '2026-04-06', makeup: [] },
      { name: '劳动节', from: '2026-05-01', to: '2026-05-05', makeup: ['2026-05-09'] },
      { name: '端午节', from: '2026-06-19', to: '2026-06-21', makeup: [] },
      { name: '中秋节', from: '2026-09-25', to: '2026-09-27', makeup: [] },
      { name: '国庆节', from: '2026-10-01', to: '2026-10-07', makeup: ['2026-09-20', '2026-10-10'] },
    ],
  },
}

/**
 * Days off that the law itself gives, of years whose notice is not out yet: 全国年节及纪念日放假办法, 国务院令第795号, in force since
 * 2025 (元旦 one day, 春节 eve and three, 清明 one, 劳动节 two, 端午 one, 中秋 one, 国庆节 three). The notice lengthens them by weekends and
 * says which are worked for that: once it stands above, it alone counts.
 */
export const LAWFUL_HOLIDAYS: Readonly<Record<string, readonly StateHoliday[]>> = {
  '2027': [
    { name: '元旦', from: '2027-01-01', to: '2027-01-01', makeup: [] },
    { name: '春节', from: '2027-02-05', to: '2027-02-08', makeup: [] },
    { name: '清明节', from: '2027-04-05', to: '2027-04-05', makeup: [] },
    { name: '劳动节', from: '2027-05-01', to: '2027-05-02', makeup: [] },
    { name: '端午节', from: '2027-06-09', to: '2027-06-09', makeup: [] },
    { name: '中秋节', from: '2027-09-15', to: '2027-09-15', makeup: [] },
    { name: '国庆节', from: '2027-10-01', to: '2027-10-03', makeup: [] },
  ],
}
