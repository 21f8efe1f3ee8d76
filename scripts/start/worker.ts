import { runWorker } from '../../edge/cluster/worker.ts'
import { makeLog } from './log.ts'

/** What the edge runs for each further core; its log goes where that of the start goes. */
runWorker(makeLog)
