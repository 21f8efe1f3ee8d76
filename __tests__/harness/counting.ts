import pino from 'pino'
import { Counts } from '../../edge/counts/counts.ts'
import { fileJournal } from '../../edge/counts/journal.ts'

/** A program that counts readings at one moment, into a journal, until it is ended: `<folder> <ms of the epoch>`. */
const [, , folder = '', moment] = process.argv
const counts = new Counts(() => Number(moment), fileJournal(folder, pino({ level: 'silent' })))
setInterval(() => counts.read('/en/2026/11/18/a'), 2)
