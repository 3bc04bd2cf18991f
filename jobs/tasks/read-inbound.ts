import { readInbound } from '@/lib/inbound/read-inbound';

export async function readInboundTask(): Promise<void> {
  await readInbound();
}
