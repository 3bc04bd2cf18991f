import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/testing/database';
import { openDoor, RawClient } from '@/lib/testing/door';

useTestDatabase();

/** Port scans, and whatever looks whether a door is open. */
it('who leaves before the greeting takes nobody else along', async () => {
  const port = await openDoor();
  for (let time = 0; time < 30; time++) {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    if (time % 2 === 0) socket.resetAndDestroy();
    else socket.destroy();
  }
  const client = await RawClient.open(port);
  expect(await client.say('EHLO still.here')).toMatch(/^250/);
});
