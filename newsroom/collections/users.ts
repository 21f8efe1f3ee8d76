import type { CollectionConfig } from 'payload'
import { accessOf } from '../access/permissions.ts'
import { roleOf, roles } from '../access/roles.ts'
import { environment } from '../environment.ts'
import { words } from '../words.ts'

const roleNames = {
  admin: words('Administrator', '管理员'),
  editor: words('Editor', '编辑'),
  reporter: words('Reporter', '记者'),
}

export const users: CollectionConfig = {
  slug: 'users',
  labels: { singular: words('Account', '账号'), plural: words('Accounts', '账号') },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'role'],
    group: words('Portal', '门户'),
  },
  access: accessOf('users'),
  auth: {
    /** Seconds: one working day. */
    tokenExpiration: 10 * 60 * 60,
    maxLoginAttempts: 5,
    /** Milliseconds. */
    lockTime: 10 * 60 * 1000,
    cookies: { sameSite: 'Lax', secure: environment.adminUrl.startsWith('https:') },
  },
  fields: [
    { name: 'name', label: words('Name', '姓名'), type: 'text', required: true, maxLength: 80 },
    {
      name: 'role',
      label: words('Role', '角色'),
      type: 'select',
      required: true,
      defaultValue: 'reporter',
      saveToJWT: true,
      options: roles.map((value) => ({ value, label: roleNames[value] })),
      access: { update: ({ req }) => roleOf(req) === 'admin' },
    },
  ],
  hooks: {
    beforeChange: [
      async ({ data, operation, req }) => {
        // The first account of a new portal has to be able to make the others.
        if (operation !== 'create') return data
        const { totalDocs } = await req.payload.count({ collection: 'users', req })
        return totalDocs === 0 ? { ...data, role: 'admin' } : data
      },
    ],
  },
}
