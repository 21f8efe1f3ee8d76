import { readFileSync } from 'node:fs'
import { Server } from 'node:http'

/*
 * Imported into the processes of a portal by NODE_OPTIONS; acts in the renderer alone. What it does is in the file that SABOTAGE
 * names, one of: `fail` (every page is 500), `half` (every page breaks off), `hang` (no page ever comes, though the renderer answers when
 * it is looked at), `memory` (the next page takes all of it). After a blank may stand the process that it is for.
 */
const file = process.env.SABOTAGE ?? ''

function order() {
  try {
    const [what, pid] = readFileSync(file, 'utf8').split(' ')
    return pid === undefined || Number(pid) === process.pid ? what : ''
  } catch {
    return ''
  }
}

const deeds = {
  fail: (res) => res.writeHead(500, { 'Content-Type': 'text/html' }).end('<h1>Failed</h1>'),
  half: (res) => {
    res.writeHead(200, { 'Content-Type': 'text/html' })
    res.write('<!DOCTYPE html><html><body><p>Half', () => res.destroy())
  },
  hang: () => {},
  memory: () => {
    for (const all = []; ; ) all.push(new Array(100_000).fill(Math.random()))
  },
}

if (process.env.RENDERER_KEY !== undefined) {
  const { emit } = Server.prototype
  Server.prototype.emit = function (name, req, res, ...rest) {
    const isPage = name === 'request' && /^\/(?:en|zh)(?:\/|$)/.test(req.url ?? '')
    const deed = isPage ? deeds[order()] : undefined
    if (!deed) return emit.call(this, name, req, res, ...rest)
    deed(res)
    return true
  }
}
