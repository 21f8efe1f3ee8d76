import type { IncomingMessage, ServerResponse } from 'node:http'
import { pathOf } from '../../lib/urls.ts'
import { answerConsent, settingsOf } from '../consent/answer-consent.ts'
import { answerConsentStyle } from '../consent/consent-style.ts'
import { answerCount } from '../counts/answer-count.ts'
import { answerDrawing } from '../drawings/answer-drawing.ts'
import type { AssetFolder } from '../files/asset-folder.ts'
import { mediaFile, sendMedia } from '../files/media.ts'
import type { Front } from '../front.ts'
import { answerLive, answerReady } from '../inside/answer-health.ts'
import { noteKind, pathOfUrl, requestIdOf } from '../inside/request.ts'
import { sendTooMany } from '../limits/send-too-many.ts'
import { OverLimit } from '../limits/spend.ts'
import { answerMessage } from '../messages/answer-message.ts'
import { answerNewsroom } from '../newsroom/answer-newsroom.ts'
import { answerElsewhere, isElsewhere } from '../newsroom/door.ts'
import { discardRest, isCostly, TooLarge, TooSlow } from '../proxy/body.ts'
import { proxy } from '../proxy/proxy.ts'
import { Unavailable } from '../render/gate.ts'
import { answerReport } from '../reports/answer-report.ts'
import { cameInPlain, leadToHttps } from './https-only.ts'
import {
  answerPage,
  answerRoot,
  answerSwitch,
  answerUnknown,
  languageOfUrl,
  redirect,
} from './reader-pages.ts'
import { type Route, routeOf } from './routes.ts'
import { answerSpeculation } from './speculation.ts'
import { readTarget, type Target } from './target.ts'

const reading = ['GET', 'HEAD', 'OPTIONS']
/** What the renderer is asked; TRACE and methods of other protocols end here. */
const handedOn = [...reading, 'POST', 'PUT', 'PATCH', 'DELETE']

/** What a proxy asks for itself, over whatever it speaks to the edge. */
const forProxies: ReadonlySet<Route['kind']> = new Set(['live', 'ready'])

/** Answers whatever was not a fresh page in the store: read the target, find the route, answer it. */
export async function answer(
  edge: Front,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const url = req.url ?? '/'
  try {
    if (url === '*') return options(res, [...reading, 'POST'])
    const target = readTarget(url)
    if (target.kind === 'bad') return edge.errors.send(res, target.status, languageOfUrl(url))
    await answerRoute(edge, req, res, routeOf(target), target)
  } catch (error) {
    await answerFailure(edge, req, res, error)
  }
}

async function answerRoute(
  edge: Front,
  req: IncomingMessage,
  res: ServerResponse,
  route: Route,
  target: Target,
): Promise<void> {
  noteKind(req, route.kind)
  if (isCostly(req)) res.shouldKeepAlive = false
  if (isElsewhere(edge.door, route.kind)) return answerElsewhere(edge, res, target)
  if (cameInPlain(edge, req) && !forProxies.has(route.kind))
    return leadToHttps(res, edge.renders.site, target)
  const allowed = methodsOf(edge, route)
  if (!allowed.includes(req.method ?? '')) return refuseMethod(edge, req, res, target, allowed)
  if (route.kind === 'newsroom') return answerNewsroom(edge, req, res, target)
  if (isNexts(edge, route)) {
    const { upstream, site } = edge.renders
    return proxy(req, res, upstream, site, edge.clientAddress(req))
  }
  if (req.method === 'OPTIONS') return options(res, allowed)
  switch (route.kind) {
    case 'root':
      return answerRoot(edge, req, res)
    case 'switch':
      return answerSwitch(edge, res, route.language, route.path)
    case 'account':
      return redirect(edge, res, 303, '/admin/account')
    case 'redirect':
      return redirect(edge, res, route.status, route.location)
    case 'page': {
      const { kind, language } = route.address
      return answerPage(edge, req, res, { path: route.path, query: route.query, kind, language })
    }
    case 'site-file': {
      const { kind, path } = route
      return answerPage(edge, req, res, { path, query: '', kind, language: null })
    }
    case 'send':
      // Opened by hand or from history: the form is what the reader wants.
      if (req.method === 'POST') return answerMessage(edge, req, res, route)
      return redirect(edge, res, 303, pathOf({ kind: 'message', language: route.language }))
    case 'consent':
      if (req.method === 'POST') return answerConsent(edge, req, res, route.language)
      return redirect(edge, res, 303, settingsOf(route.language))
    case 'consent-style':
      return answerConsentStyle(edge, req, res, route.query)
    case 'count':
      return answerCount(edge, req, res)
    case 'report':
      return answerReport(edge, req, res)
    case 'unknown':
      return answerFile(edge, req, res, edge.files, target.path.slice(1), route.language)
    case 'enhance': {
      // The manifest beside the files is for the build, not for readers.
      const name = route.path.slice('/enhance/'.length)
      const folder = holderOf(name, edge.enhance, edge.earlier.enhance)
      return answerFile(edge, req, res, /\.(?:js|css)$/.test(name) ? folder : null, name, null)
    }
    case 'asset': {
      const name = route.path.slice('/_next/static/'.length)
      return answerFile(
        edge,
        req,
        res,
        holderOf(name, edge.assets, edge.earlier.assets),
        name,
        null,
      )
    }
    case 'speculation':
      return answerSpeculation(req, res, edge.renders.site.https)
    case 'live':
      return answerLive(res)
    case 'ready':
      return answerReady(res, edge.readiness)
    case 'next-internal':
      return edge.errors.send(res, 404, null)
    case 'drawing':
      return answerDrawing(edge, req, res, route)
    case 'media': {
      const file = mediaFile(edge.mediaFolder, route.path)
      if (file && (await sendMedia(req, res, file, edge.renders.site.https))) return
      return edge.errors.send(res, 404, null)
    }
    default:
      return route satisfies never
  }
}

function methodsOf(edge: Front, route: Route): readonly string[] {
  const { kind } = route
  if (kind === 'newsroom' || isNexts(edge, route)) return handedOn
  if (kind === 'count' || kind === 'report') return ['POST', 'OPTIONS']
  return kind === 'send' || kind === 'consent' ? [...reading, 'POST'] : reading
}

/** 405 says what is allowed (RFC 9110, 15.5.6), after what still comes of a body. */
async function refuseMethod(
  edge: Front,
  req: IncomingMessage,
  res: ServerResponse,
  { path }: Target,
  allowed: readonly string[],
): Promise<void> {
  if (isCostly(req)) await discardRest(req)
  edge.errors.send(res, 405, languageOfUrl(path), { Allow: allowed.join(', ') })
}

/** In development, assets and tools are Next's own. */
const isNexts = ({ development }: Front, { kind }: Route): boolean =>
  development && (kind === 'asset' || kind === 'next-internal')

/** The folder that holds a file: of this build, or of an earlier one. Null when there is none. */
const holderOf = (
  name: string,
  current: AssetFolder | null,
  earlier: readonly AssetFolder[],
): AssetFolder | null =>
  (current?.has(name) ? current : earlier.find((folder) => folder.has(name))) ?? null

/** A file of a folder; else, the page for unknown addresses of readers, or a bare one for assets. */
async function answerFile(
  edge: Front,
  req: IncomingMessage,
  res: ServerResponse,
  folder: AssetFolder | null,
  name: string,
  language: Parameters<typeof answerUnknown>[3],
): Promise<void> {
  if (folder?.has(name)) return folder.send(req, res, name)
  if (folder === edge.files) return answerUnknown(edge, req, res, language)
  return edge.errors.send(res, 404, null)
}

function options(res: ServerResponse, allowed: readonly string[]): void {
  res.writeHead(204, ['Allow', allowed.join(', '), 'Cache-Control', 'no-store']).end()
}

async function answerFailure(
  edge: Front,
  req: IncomingMessage,
  res: ServerResponse,
  error: unknown,
): Promise<void> {
  // The reader is gone: there is nobody to tell.
  if (res.destroyed) return
  const language = languageOfUrl(req.url ?? '/')
  const request = requestIdOf(req)
  const path = pathOfUrl(req.url)
  if (error instanceof TooLarge) {
    await discardRest(req)
    res.shouldKeepAlive = false
    edge.errors.send(res, 413, language)
  } else if (error instanceof TooSlow) {
    res.shouldKeepAlive = false
    edge.errors.send(res, 408, language)
  } else if (error instanceof OverLimit) {
    sendTooMany(edge, req, res, error)
  } else if (error instanceof Unavailable) {
    edge.log.debug({ request, path, err: error }, 'an error page was served')
    edge.errors.send(res, 503, language, { 'Retry-After': String(error.retryAfter) })
  } else {
    edge.log.error({ request, method: req.method, path, err: error }, 'a request failed')
    edge.errors.send(res, 500, language)
  }
}
