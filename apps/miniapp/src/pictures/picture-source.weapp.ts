import { pictureFolder } from './picture-folder'
import builder from './faces/builder.svg'
import cook from './faces/cook.svg'
import man from './faces/man.svg'
import officeWorker from './faces/office-worker.svg'
import oldMan from './faces/old-man.svg'
import oldWoman from './faces/old-woman.svg'
import rider from './faces/rider.svg'
import volunteer from './faces/volunteer.svg'
import woman from './faces/woman.svg'
import badminton from './things/badminton.svg'
import balanceScale from './things/balance-scale.svg'
import books from './things/books.svg'
import bunk from './things/bunk.svg'
import classicalBuilding from './things/classical-building.svg'
import couchAndLamp from './things/couch-and-lamp.svg'
import deciduousTree from './things/deciduous-tree.svg'
import graduationCap from './things/graduation-cap.svg'
import handshake from './things/handshake.svg'
import houses from './things/houses.svg'
import memo from './things/memo.svg'
import skyline from './things/skyline.svg'
import stateEmpty from './things/state-empty.svg'
import stateError from './things/state-error.svg'
import steamingBowl from './things/steaming-bowl.svg'
import stethoscope from './things/stethoscope.svg'
import takeoutBox from './things/takeout-box.svg'
import teddyBear from './things/teddy-bear.svg'
import telephone from './things/telephone.svg'
import toolbox from './things/toolbox.svg'
import womanRaisingHand from './things/woman-raising-hand-light.svg'

/** Pictures that every page may need travel in the main package. */
const CARRIED: Readonly<Record<string, string>> = {
  builder,
  cook,
  man,
  'office-worker': officeWorker,
  'old-man': oldMan,
  'old-woman': oldWoman,
  rider,
  volunteer,
  woman,
  badminton,
  'balance-scale': balanceScale,
  books,
  bunk,
  'classical-building': classicalBuilding,
  'couch-and-lamp': couchAndLamp,
  'deciduous-tree': deciduousTree,
  'graduation-cap': graduationCap,
  handshake,
  houses,
  memo,
  skyline,
  'state-empty': stateEmpty,
  'state-error': stateError,
  'steaming-bowl': steamingBowl,
  stethoscope,
  'takeout-box': takeoutBox,
  'teddy-bear': teddyBear,
  telephone,
  toolbox,
  'woman-raising-hand-light': womanRaisingHand,
}

/** Address of a picture by name: carried in the package, or loaded from the server (the dishes). */
export function pictureSource(name: string): string {
  return CARRIED[name] ?? `${API_BASE}/pictures/${pictureFolder(name)}/${name}.svg`
}
