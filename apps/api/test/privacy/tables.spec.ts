import { PersonalDataService } from '../../src/privacy/personal-data.service.js'
import { startApp, type TestApp } from '../support/app.js'
import { tableNames } from '../support/tables.js'

/** Tables that hold nothing about a person, and why. */
const IMPERSONAL: Record<string, string> = {
  migrations: 'what was done to the schema',
  request_limit: 'counters under ids and keyed hashes, gone within a day',
  wechat_token: 'our own sealed token',
  canteen_canteen: 'places',
  canteen_dish: 'food',
  canteen_sitting: 'meals of a day',
  canteen_offer: 'dishes of a meal',
  canteen_slot: 'minutes of a meal',
  counter_guest: 'nobody in particular',
  counter_day_close: 'sums of a day, and which member of staff closed it',
  delivery_estate: 'places and their committee',
  kitchen_sheet: 'how many meals are cooked',
  kitchen_sheet_dish: 'portions of a dish',
  kitchen_staff_meal: 'how many meals a kitchen eats itself, and which member of staff said so',
  menus_meal: 'times of meals',
  wallet_bill_check: 'days whose bills were compared',
  wallet_bill_difference: 'payment numbers and fen',
}

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

it('every table is exported and erased by a module, or holds nothing about anybody', async () => {
  const claimed = app.nest.get(PersonalDataService).tables
  const known = [...claimed, ...Object.keys(IMPERSONAL)]
  expect((await tableNames(app.dataSource)).filter((name) => !known.includes(name))).toEqual([])
  expect(known.filter((name, index) => known.indexOf(name) !== index)).toEqual([])
})

it('no module speaks for a table that is not there', async () => {
  const there = await tableNames(app.dataSource)
  expect(app.nest.get(PersonalDataService).tables.filter((name) => !there.includes(name))).toEqual([])
})
