import type { Task } from 'graphile-worker';
import { releaseOfCompany } from '@/lib/backlog/release-of-company';
import { log } from '@/lib/log';
import type { TaskPayloads } from '@/lib/queue/tasks';

export const releaseOfCompanyTask: Task = async (payload) => {
  const { companyId } = payload as TaskPayloads['release-of-company'];
  const released = await releaseOfCompany(companyId);
  if (released > 0)
    log.info('messages over the limit of their company were released', { companyId, released });
};
