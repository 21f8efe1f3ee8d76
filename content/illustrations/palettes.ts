export interface Palette {
  /** Sky or ground, from top to bottom. */
  sky: readonly [string, string]
  /** The loud colour: the sun, a train, a lantern. */
  sun: string
  /** From the farthest plane to the nearest. */
  hills: readonly [string, string, string, string]
  /** Jialing and Yangtze; outside river scenes the two helping colours. */
  river: readonly [string, string]
  ink: string
  light: string
}

export const palettes = {
  dawn: {
    sky: ['#fbe3c4', '#f3b08a'],
    sun: '#d9482b',
    hills: ['#e9b795', '#b98a83', '#6f6a7c', '#33405a'],
    river: ['#7fb7a3', '#c79a5d'],
    ink: '#1d2638',
    light: '#ffe9b8',
  },
  jade: {
    sky: ['#e9f1e4', '#bcd8cb'],
    sun: '#e8b04a',
    hills: ['#bcd3bd', '#86b3a0', '#3f8378', '#164f4d'],
    river: ['#5aa79a', '#c9a26b'],
    ink: '#0d3232',
    light: '#fff3c9',
  },
  dusk: {
    sky: ['#39335f', '#c8647a'],
    sun: '#f6b57a',
    hills: ['#8d5a80', '#5f4577', '#3b3260', '#1d1c3f'],
    river: ['#46719a', '#a0615f'],
    ink: '#12122c',
    light: '#ffd27d',
  },
  mist: {
    sky: ['#f3f0ea', '#d9dde0'],
    sun: '#c8442f',
    hills: ['#d3d8da', '#a9b4ba', '#73838c', '#3a4a54'],
    river: ['#9dbcc0', '#c7b79c'],
    ink: '#1f2a31',
    light: '#fdf6df',
  },
  ember: {
    sky: ['#8e2419', '#e0653a'],
    sun: '#f2a33c',
    hills: ['#d9583a', '#b5392b', '#7d2422', '#45171d'],
    river: ['#2f7f77', '#e8a65a'],
    ink: '#260d14',
    light: '#ffe3ae',
  },
  plum: {
    sky: ['#f0d9d6', '#d59bab'],
    sun: '#c3353f',
    hills: ['#d9aab2', '#a86f8b', '#6d4470', '#3b2750'],
    river: ['#6f9fae', '#d8a878'],
    ink: '#231536',
    light: '#fff0dc',
  },
  paper: {
    sky: ['#f8f0de', '#f1e2c6'],
    sun: '#cf4128',
    hills: ['#ead3ac', '#d7a66d', '#8f6a4e', '#3c3a3f'],
    river: ['#2f8276', '#e0a63e'],
    ink: '#20252b',
    light: '#fffaf0',
  },
  night: {
    sky: ['#0e2a3f', '#1f5867'],
    sun: '#f08b52',
    hills: ['#2f7078', '#20545f', '#163c4b', '#0d2837'],
    river: ['#58b3a6', '#d9b36a'],
    ink: '#081a27',
    light: '#ffe2a6',
  },
} as const satisfies Record<string, Palette>

export type PaletteName = keyof typeof palettes
