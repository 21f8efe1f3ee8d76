import type { EmailAdapter } from 'payload'

/**
 * The portal sends no mail. A forgotten password is set anew by an administrator; the log says so when
 * somebody asks, without telling the asker whether the account exists.
 */
export const noMail: EmailAdapter = ({ payload }) => ({
  name: 'none',
  defaultFromAddress: 'newsroom@localhost',
  defaultFromName: 'Newsroom',
  sendEmail: async () => {
    payload.logger.info(
      'A letter was not sent: the portal has no mail server. An administrator can set a new password.',
    )
  },
})
