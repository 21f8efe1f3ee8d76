import { withNewsroom } from './with-newsroom.ts'

/** Makes the administrator of ADMIN_EMAIL and ADMIN_PASSWORD in a newsroom without accounts. */
await withNewsroom(async (payload) => {
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = process.env
  if (!email || !password) throw new Error('ADMIN_EMAIL and ADMIN_PASSWORD are not given')
  const { totalDocs } = await payload.count({ collection: 'users' })
  if (totalDocs > 0) return
  const name = email.split('@')[0] ?? email
  await payload.create({ collection: 'users', data: { email, password, name, role: 'admin' } })
})
