import { chromium } from 'playwright-core'
const url=process.argv[2]; const persona=process.argv[3]??'张阿姨'; const care=process.argv.includes('care')
const b=await chromium.launch({executablePath:'/usr/bin/chromium-headless-shell',args:['--no-sandbox','--headless']})
const ctx=await b.newContext({viewport:{width:390,height:844},deviceScaleFactor:2,hasTouch:true,isMobile:true,locale:'zh-CN',timezoneId:'Asia/Shanghai',reducedMotion:'reduce'})
await ctx.addInitScript(()=>{ window.__cls=[]; new PerformanceObserver(l=>{for(const e of l.getEntries()) window.__cls.push({v:e.value,t:Math.round(e.startTime),s:e.sources.map(s=>{const n=s.node; const el=n&&n.nodeType===1?n:n&&n.parentElement; return (el?(el.className||el.tagName).toString().slice(0,40)+'|'+(el.textContent||'').slice(0,20):'?')+` ${Math.round(s.previousRect.y)}→${Math.round(s.currentRect.y)} h${Math.round(s.previousRect.height)}→${Math.round(s.currentRect.height)}`}).slice(0,4)})}).observe({type:'layout-shift',buffered:true}) })
const page=await ctx.newPage()
const cdp=await ctx.newCDPSession(page)
await page.goto(url+'/#/features/people/pages/sign-in/index'); await page.getByRole('button',{name:new RegExp('^'+persona+'[ ，]')}).first().click(); await page.waitForURL(u=>!u.hash.includes('sign-in')); await page.waitForTimeout(1500)
await cdp.send('Network.emulateNetworkConditions',{offline:false,latency:150,downloadThroughput:200_000,uploadThroughput:90_000}); await cdp.send('Emulation.setCPUThrottlingRate',{rate:2})
const pages=(process.argv.find(a=>a.startsWith('pages='))?.slice(6).split(',')) ?? ['pages/home/index','pages/services/index','pages/inbox/index','pages/me/index','features/canteen/pages/menu/index','features/canteen/pages/orders/index','features/delivery/pages/standing/index','features/delivery/pages/addresses/index','features/delivery/pages/diet/index','features/wallet/pages/statement/index','features/people/pages/profile/index','features/people/pages/mandates/index','features/people/pages/sessions/index','features/canteen/pages/elder-menu/index']
for (const p of pages){ await page.goto('about:blank'); await page.goto(url+'/#/'+p); await page.waitForTimeout(4500); const r=await page.evaluate(()=>window.__cls); const sum=r.reduce((a,e)=>a+e.v,0); console.log(sum.toFixed(3),p); for(const e of r) if(e.v>0.005) console.log('    ',e.v.toFixed(3),e.t+'ms',e.s.join(' ; ')) }
await b.close()
