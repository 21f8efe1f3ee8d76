import { createKit, H, type Kit, W } from './kit.ts'
import { type PaletteName, palettes } from './palettes.ts'
import { watchersAtTheRail } from './scenes/balcony-crowd.ts'
import { archBridge } from './scenes/bridge-arch.ts'
import { beamBridges } from './scenes/bridge-beam.ts'
import { twinSuspension } from './scenes/bridge-suspension.ts'
import { shuttleTower } from './scenes/bridge-tower.ts'
import { cabinFromBelow } from './scenes/cableway.ts'
import { insideTheCabin } from './scenes/cableway-inside.ts'
import { windowTalk } from './scenes/dialect.ts'
import { exhibitionHall } from './scenes/expo.ts'
import { floodGauge } from './scenes/flood-gauge.ts'
import { seaOfFog } from './scenes/fog.ts'
import { cliffFortress } from './scenes/fortress.ts'
import { hotpotFromAbove } from './scenes/hotpot.ts'
import { pedlar } from './scenes/hotpot-pedlar.ts'
import { karstArch } from './scenes/karst-arch.ts'
import { caveMirror } from './scenes/karst-cave.ts'
import { pitFromAbove } from './scenes/karst-pit.ts'
import { assemblyRiver } from './scenes/laptops.ts'
import { fairyMeadow } from './scenes/meadow.ts'
import { monorailThroughTheBlock } from './scenes/monorail.ts'
import { motorsThenCars } from './scenes/motors.ts'
import { noodleStool } from './scenes/noodles.ts'
import { changingFace } from './scenes/opera-face.ts'
import { stageFromTheWings } from './scenes/opera-wings.ts'
import { citrus } from './scenes/orchard.ts'
import { twoChairs } from './scenes/parlour.ts'
import { riverPort } from './scenes/port.ts'
import { yardFromAbove } from './scenes/port-above.ts'
import { portholes } from './scenes/porthole.ts'
import { tunnelRestaurant } from './scenes/shelter.ts'
import { porterOnTheSteps } from './scenes/stair-porter.ts'
import { steppeTrain } from './scenes/steppe-train.ts'
import { cutAway } from './scenes/stilt-section.ts'
import { shoreHouses } from './scenes/stilt-shore.ts'
import { stiltTown } from './scenes/stilt-town.ts'
import { recliningBuddha } from './scenes/stone-buddha.ts'
import { carvedRidge } from './scenes/stone-fish.ts'
import { underTheLine } from './scenes/sturgeon.ts'
import { ringOfLight } from './scenes/synchrotron.ts'
import { teahouse } from './scenes/teahouse.ts'
import { landSeaViaduct } from './scenes/viaduct.ts'

export interface Drawing {
  palette: PaletteName
  scene: (kit: Kit) => string
  /** Stands in for the name when the random numbers should fall otherwise. */
  seed?: string
}

export const pictures: Record<string, Drawing> = {
  'mandarins-and-pomelos': { palette: 'jade', scene: citrus },
  'white-crane-ridge-2': { palette: 'night', scene: portholes },
  'white-crane-ridge': { palette: 'mist', scene: carvedRidge },
  'yangtze-flood-crest-2020': { palette: 'mist', scene: floodGauge },
  'fog-city': { palette: 'mist', scene: seaOfFog },
  'fishing-ban': { palette: 'jade', scene: underTheLine },
  'wulong-karst-4': { palette: 'dawn', scene: fairyMeadow },
  'wulong-karst-3': { palette: 'mist', scene: pitFromAbove },
  'wulong-karst-2': { palette: 'ember', scene: caveMirror },
  'wulong-karst': { palette: 'jade', scene: karstArch },
  'diaoyu-fortress': { palette: 'dawn', scene: cliffFortress },
  'hongya-cave-4': { palette: 'plum', scene: watchersAtTheRail },
  'hongya-cave-3': { palette: 'mist', scene: shoreHouses },
  'hongya-cave-2': { palette: 'jade', scene: cutAway },
  'hongya-cave': { palette: 'dusk', scene: stiltTown },
  laptops: { palette: 'mist', scene: assemblyRiver },
  'venezuela-deputy-minister-technology-cooperation': { palette: 'jade', scene: twoChairs },
  'motorcycles-to-electric-cars': { palette: 'dawn', scene: motorsThenCars },
  'rail-to-europe': { palette: 'dusk', scene: steppeTrain },
  'land-sea-corridor': { palette: 'mist', scene: landSeaViaduct },
  'guoyuan-port-2': { palette: 'jade', scene: yardFromAbove },
  'guoyuan-port': { palette: 'dawn', scene: riverPort },
  dialect: { palette: 'plum', scene: windowTalk },
  'air-raid-shelters': { palette: 'ember', scene: tunnelRestaurant },
  'stair-porters': { palette: 'dawn', scene: porterOnTheSteps },
  'yangtze-cableway-2': { palette: 'mist', scene: insideTheCabin },
  'yangtze-cableway': { palette: 'dawn', scene: cabinFromBelow },
  'liziba-monorail': { palette: 'jade', scene: monorailThroughTheBlock },
  'city-of-bridges': { palette: 'ember', scene: archBridge },
  'city-of-bridges-2': { palette: 'plum', scene: shuttleTower },
  'city-of-bridges-3': { palette: 'mist', scene: beamBridges },
  'city-of-bridges-4': { palette: 'jade', scene: twinSuspension },
  hotpot: { palette: 'ember', scene: hotpotFromAbove },
  'sichuan-opera': { palette: 'plum', scene: changingFace },
  'sichuan-opera-2': { palette: 'jade', scene: stageFromTheWings },
  'hotpot-2': { palette: 'dusk', scene: pedlar },
  'dazu-carvings': { palette: 'jade', scene: recliningBuddha },
  'science-city': { palette: 'mist', scene: ringOfLight },
  'smart-china-expo': { palette: 'dusk', scene: exhibitionHall },
  teahouses: { palette: 'mist', scene: teahouse },
  xiaomian: { palette: 'dawn', scene: noodleStool },
}

/** The picture as an SVG of 1920 × 1080. */
export function drawPicture(name: string): string {
  const drawing = Object.hasOwn(pictures, name) ? pictures[name] : undefined
  if (!drawing) throw new Error(`There is no drawing called “${name}”`)
  const kit = createKit(palettes[drawing.palette], drawing.seed ?? name)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${W}" height="${H}" viewBox="0 0 ${W} ${H}">${drawing.scene(kit)}</svg>`
}
