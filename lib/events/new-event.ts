import { newId } from '@/lib/ids';
import type { EventType } from './types';

export type NewEvent = {
  id: string;
  type: EventType;
  recipient?: string;
  providerId?: string;
  detail?: Record<string, unknown>;
};

export function newEvent(type: EventType, facts: Omit<NewEvent, 'id' | 'type'> = {}): NewEvent {
  return { id: newId(), type, ...facts };
}
