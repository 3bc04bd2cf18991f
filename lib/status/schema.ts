export type SystemStatus = {
  flow: 'flowing' | 'degraded' | 'stopped';
  reasons: ('no_provider' | 'no_worker' | 'paused' | 'parked' | 'retrying' | 'queue_old')[];
  waiting: number;
  retrying: number;
  parked: number;
  failedToday: number;
  sentToday: number;
  oldestWaitingSeconds: number | null;
};
