import { People1795420800000 } from './migrations/1795420800000-people-tables.js'
import { Requests1795420800001 } from './migrations/1795420800001-requests-tables.js'
import { Canteen1795420800002 } from './migrations/1795420800002-canteen-tables.js'
import { Wallet1795420800003 } from './migrations/1795420800003-wallet-tables.js'
import { Notices1795420800004 } from './migrations/1795420800004-notices-tables.js'
import { RequestLimits1795500000000 } from './migrations/1795500000000-requests-limits.js'
import { Privacy1796000000000 } from './migrations/1796000000000-privacy-tables.js'
import { PeopleMandates1796000000001 } from './migrations/1796000000001-people-mandates.js'
import { WalletPayments1796000000100 } from './migrations/1796000000100-wallet-payments.js'
import { NoticesSubjects1796000000200 } from './migrations/1796000000200-notices-subjects.js'
import { WechatToken1796000000201 } from './migrations/1796000000201-wechat-token.js'
import { NoticesOutbox1796000000202 } from './migrations/1796000000202-notices-outbox.js'
import { LiveEvents1796000000203 } from './migrations/1796000000203-live-events.js'
import { Uploads1796000000300 } from './migrations/1796000000300-uploads-tables.js'
import { CanteenWhole1796100000000 } from './migrations/1796100000000-canteen-whole.js'
import { WalletBigBalances1796100000001 } from './migrations/1796100000001-wallet-big-balances.js'
import { Menus1796200000000 } from './migrations/1796200000000-menus-tables.js'
import { KitchenSheetsAndSamples1796200000100 } from './migrations/1796200000100-kitchen-sheets-and-samples.js'
import { Counter1796200000200 } from './migrations/1796200000200-counter.js'
import { Delivery1796200000300 } from './migrations/1796200000300-delivery-tables.js'
import { DeliveryStanding1796200000301 } from './migrations/1796200000301-delivery-standing.js'
import { LiveChangeSets1796300000000 } from './migrations/1796300000000-live-change-sets.js'
import { OrderSittingEater1796300000001 } from './migrations/1796300000001-order-sitting-eater.js'
import { StandingOutcome1796300000100 } from './migrations/1796300000100-standing-outcome.js'
import { NoticesSendAt1796300000200 } from './migrations/1796300000200-notices-send-at.js'
import { StandingDaysChanged1796300000300 } from './migrations/1796300000300-standing-days-changed.js'
import { OrderPlacedByDoor1796300000301 } from './migrations/1796300000301-order-placed-by-door.js'
import { RequestKeyExact1796300000400 } from './migrations/1796300000400-request-key-exact.js'
import { RunsOfNobody1797000000300 } from './migrations/1797000000300-runs-of-nobody.js'
import { KitchenCorrections1798200000000 } from './migrations/1798200000000-kitchen-corrections.js'
import { NoticesOutboxWay1798300000000 } from './migrations/1798300000000-notices-outbox-way.js'
import { YearOfRows1798500000000 } from './migrations/1798500000000-year-of-rows.js'
import { KitchenVoidSamples1798700000000 } from './migrations/1798700000000-kitchen-void-samples.js'
import { NoticesFreeRuns1798700000001 } from './migrations/1798700000001-notices-free-runs.js'
import { DeliveryFreeRuns1798700000002 } from './migrations/1798700000002-delivery-free-runs.js'
import { MenusRevisions1798800000000 } from './migrations/1798800000000-menus-revisions.js'
import { DeliveryLadderPlaces1798820000001 } from './migrations/1798820000001-delivery-ladder-places.js'
import { MenusWideWeeks1798820000002 } from './migrations/1798820000002-menus-wide-weeks.js'
import { KitchenStaffMealBy1798920000000 } from './migrations/1798920000000-kitchen-staff-meal-by.js'
import { PrivacyOneLookADay1798930000000 } from './migrations/1798930000000-privacy-one-look-a-day.js'
import { NoticesKeysFirst1798930000001 } from './migrations/1798930000001-notices-keys-first.js'
import { DeliveryCommitteeCalls1798940000000 } from './migrations/1798940000000-delivery-committee-calls.js'
import { PrivacyOneStandingConsent1798950000000 } from './migrations/1798950000000-privacy-one-standing-consent.js'

/** Every migration in order; a new one goes to the end, its number above all others. */
export const MIGRATIONS = [
  People1795420800000,
  Requests1795420800001,
  Canteen1795420800002,
  Wallet1795420800003,
  Notices1795420800004,
  RequestLimits1795500000000,
  Privacy1796000000000,
  PeopleMandates1796000000001,
  WalletPayments1796000000100,
  NoticesSubjects1796000000200,
  WechatToken1796000000201,
  NoticesOutbox1796000000202,
  LiveEvents1796000000203,
  Uploads1796000000300,
  CanteenWhole1796100000000,
  WalletBigBalances1796100000001,
  Menus1796200000000,
  KitchenSheetsAndSamples1796200000100,
  Counter1796200000200,
  Delivery1796200000300,
  DeliveryStanding1796200000301,
  LiveChangeSets1796300000000,
  OrderSittingEater1796300000001,
  StandingOutcome1796300000100,
  NoticesSendAt1796300000200,
  StandingDaysChanged1796300000300,
  OrderPlacedByDoor1796300000301,
  RequestKeyExact1796300000400,
  RunsOfNobody1797000000300,
  KitchenCorrections1798200000000,
  NoticesOutboxWay1798300000000,
  YearOfRows1798500000000,
  KitchenVoidSamples1798700000000,
  NoticesFreeRuns1798700000001,
  DeliveryFreeRuns1798700000002,
  MenusRevisions1798800000000,
  DeliveryLadderPlaces1798820000001,
  MenusWideWeeks1798820000002,
  KitchenStaffMealBy1798920000000,
  PrivacyOneLookADay1798930000000,
  NoticesKeysFirst1798930000001,
  DeliveryCommitteeCalls1798940000000,
  PrivacyOneStandingConsent1798950000000,
]
