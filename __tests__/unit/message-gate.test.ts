import { messageGate } from '../../app/(portal)/message-gate.ts'

describe('limit of messages', () => {
  it('five an hour from one address; another address has its own five', async () => {
    for (let message = 0; message < 5; message++) expect(await messageGate('192.0.2.1')).toBe(true)
    expect(await messageGate('192.0.2.1')).toBe(false)
    expect(await messageGate('192.0.2.2')).toBe(true)
  })

  it('a household with IPv6 counts as one, however it writes its addresses', async () => {
    for (let message = 0; message < 5; message++)
      expect(await messageGate(`2001:db8:0:7::${message}`)).toBe(true)
    expect(await messageGate('2001:db8:0:7:1:2:3:4')).toBe(false)
    expect(await messageGate('2001:db8:0:8::1')).toBe(true)
  })
})
