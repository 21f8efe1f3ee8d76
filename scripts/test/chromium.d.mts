export function findChromium(): string | null
export function installChromium(): boolean
export const howToInstall: string
