import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import type { SittingView } from '@wanli/contracts/canteen'
import type { CounterOrderRequest } from '@wanli/contracts/counter'
import { yuan } from '@wanli/kernel/money'
import { facts } from '@/shared/text/facts'
import { Button } from '@/shared/ui/button'
import { Dialog } from '@/shared/ui/dialog'
import { Facts } from '@/shared/ui/facts'
import { FootBar } from '@/shared/ui/foot-bar'
import { Icon } from '@/shared/ui/icon'
import { Money } from '@/shared/ui/money'
import { navRoom } from '@/shared/ui/nav-room'
import { Pressable } from '@/shared/ui/pressable'
import { COUNTER_TEXT as TEXT } from '../counter-text'
import { chosenWords } from '../model/counter-basket'
import type { Counter } from '../use-counter'
import type { Sale } from '../use-sale'
import { CashSheet } from './cash-sheet'
import { BASKET } from './counter-basket'
import css from './counter-bar.module.scss'

interface CounterBarProps {
  sitting: SittingView
  counter: Counter
  sale: Sale
}

/** What is to be paid and the two ways to pay it, always in reach, however long the menu is. Why it was refused stands right above. */
export function CounterBar({ sitting, counter, sale }: CounterBarProps): ReactNode {
  return (
    <FootBar refused={counter.refused}>
      <Chosen sitting={sitting} counter={counter} />
      {counter.unanswered ? (
        <Again counter={counter} order={counter.unanswered} />
      ) : (
        <Pay counter={counter} sale={sale} />
      )}
      <CashSheet
        open={sale.counting}
        dueFen={sale.quote?.payFen ?? 0}
        onClose={() => sale.setCounting(false)}
        onTaken={() => sale.sell('cash')}
      />
      <Dialog
        open={counter.clash !== null}
        title={TEXT.clashTitle}
        text={counter.clash ?? ''}
        confirm={{ label: TEXT.clashYes, loading: counter.busy, onTap: counter.sellWithout }}
        cancel={{ label: TEXT.clashNo, onTap: counter.leaveClash }}
      />
    </FootBar>
  )
}

/** On a phone: what was chosen, to be read back to the guest; a tap leads to the whole of it, far below the dishes. */
function Chosen({ sitting, counter }: Omit<CounterBarProps, 'sale'>): ReactNode {
  const words = chosenWords(counter.basket, sitting.offers)
  if (words.length === 0) return null
  const room = navRoom()
  return (
    <Pressable
      className={css.chosen}
      onTap={() => void Taro.pageScrollTo({ selector: `#${BASKET}`, offsetTop: -room.status - room.bar, duration: 0 })}
    >
      <View className={css.words}>
        <Facts text={facts(TEXT.mode[counter.mode], ...words)} />
      </View>
      <Icon name="right-line" size="s" />
    </Pressable>
  )
}

function Pay({ counter, sale }: Omit<CounterBarProps, 'sitting'>): ReactNode {
  const { quote, ready, short } = sale
  const amount = quote ? yuan(quote.payFen) : null
  return (
    <View className={css.row}>
      <View className={css.sum}>
        <View className={css.label}>{TEXT.total}</View>
        {quote ? <Money fen={quote.payFen} size="l" /> : <View className={css.none}>{TEXT.nothing}</View>}
      </View>
      {short ? <View className={css.short}>{TEXT.short}</View> : null}
      <View className={css.buttons}>
        {counter.person ? (
          <Button
            size="l"
            kind="soft"
            block
            disabled={!ready || short}
            loading={counter.busy}
            onTap={() => sale.sell('wallet')}
          >
            {amount === null ? TEXT.walletTitle : TEXT.wallet(amount)}
          </Button>
        ) : null}
        <Button size="l" block disabled={!ready} loading={counter.busy} onTap={() => sale.setCounting(true)}>
          {amount === null ? TEXT.cashTitle : TEXT.cash(amount)}
        </Button>
      </View>
    </View>
  )
}

/** A sale that nobody answered: only it can be sent, at the price it went with, until there is an answer. */
function Again({ counter, order }: { counter: Counter; order: CounterOrderRequest }): ReactNode {
  return (
    <View className={css.row}>
      <View className={css.sum}>
        <View className={css.label}>{TEXT.total}</View>
        <Money fen={order.expectedPayFen} size="l" />
      </View>
      <View className={css.buttons}>
        <Button size="l" block onTap={counter.sellAgain}>
          {TEXT.again[order.payBy](yuan(order.expectedPayFen))}
        </Button>
      </View>
    </View>
  )
}
