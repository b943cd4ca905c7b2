import { weekdayAt } from './support/clock'
import { freePort, Server } from './support/server'
import { setStage } from './support/stage'
import { Visit } from './support/visit'

const clock = weekdayAt('10:05')
const MENU = 'features/canteen/pages/menu/index'
const minutesLater = (minutes: number): Date => new Date(clock.getTime() + minutes * 60_000)
const stage = setStage(clock)

it('keeps two people apart who are signed in in two tabs of one browser', async () => {
  const hers = await stage.visit()
  await hers.signInByPage('李静')
  await hers.open('pages/home/index')
  await hers.sees('上午好，李静')
  const other = await hers.anotherTab()
  await other.signInByPage('陈阿婆')
  await hers.page.reload()
  await hers.sees('上午好，李静')
  await other.page.reload()
  await other.sees('订饭')
  await other.signOut()
  await hers.page.reload()
  await hers.sees('上午好，李静')
  await hers.leave()
})

it('leaves nobody a basket of whoever was here before, and everybody their own', async () => {
  const visit = await stage.visit()
  const more = () => visit.front.getByRole('button', { name: /，多一份$/ }).first()
  await visit.signInAs('李静')
  await visit.open(MENU)
  await more().click()
  await visit.sees('去确认')
  await visit.signOut()
  await visit.signInAs('张阿姨')
  await visit.open(MENU)
  await more().waitFor()
  await visit.sees('还没选菜')
  await visit.signOut()
  await visit.signInAs('李静')
  await visit.open(MENU)
  await visit.sees('去确认')
  await visit.leave()
})

it('keeps a person signed in in two tabs, whichever of them renews the session first', async () => {
  const port = await freePort()
  let server = await Server.start({ clock, port })
  const later = async (minutes: number): Promise<void> => {
    const { dataDir } = server
    await server.stop()
    server = await Server.start({ clock: minutesLater(minutes), port, dataDir })
  }
  const one = await Visit.begin(stage.browser, { server: server.url, clock })
  one.expectTrouble(/401|ERR_|503/)
  await one.signInAs('张阿姨')
  await one.open('pages/me/index')
  await one.sees('钱包余额')
  const two = await one.anotherTab()
  two.expectTrouble(/401|ERR_|503/)
  await two.open('pages/me/index')
  await two.sees('钱包余额')
  await later(20)
  await one.tap('我的订单')
  await one.sees('还没订过饭')
  await later(40)
  await two.tap('我的订单')
  await two.sees('还没订过饭')
  await later(60)
  await one.open('pages/me/index')
  await one.sees('钱包余额')
  await one.leave()
  await server.destroy()
})
