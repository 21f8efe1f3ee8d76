import { buildPortal, isBuilt } from '../build/pages.ts'
import type { Session } from './session.ts'

/** Builds pages and modules when their sources changed since the last build. */
export async function buildStep({ root, steps, stopping }: Session): Promise<void> {
  if (isBuilt(root)) return
  const warnings = await steps.run('Build', (progress) =>
    buildPortal(root, stopping.signal, progress),
  )
  for (const warning of warnings) steps.note(warning)
}

/** `npm run build`. */
export async function buildOnly(session: Session): Promise<void> {
  await buildStep(session)
  session.steps.note('The build is current.')
}
