'use client';

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { setLive } from './poll-every';
import { Refresh } from './refresh';

const STREAM = '/api/live';
/** Two of the server's beats, and some. */
const SILENCE_MS = 40_000;
/** Where there is no stream to be had: behind a proxy that collects what it passes on, or with too many pages open. */
const RETRY_MS = 60_000;

/** Keeps what a page shows true by the server's stream of changes, one for each tab that is seen. */
export function useLive(): void {
  const client = useQueryClient();
  useEffect(() => {
    const following = new Following(client);
    return () => following.end();
  }, [client]);
}

/** A hidden tab has no stream: a browser opens six connections to a server over HTTP/1.1, for all its tabs together. */
class Following {
  private readonly refresh: Refresh;
  private readonly over = new AbortController();
  private source: EventSource | undefined;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly client: QueryClient) {
    this.refresh = new Refresh(client);
    const { signal } = this.over;
    document.addEventListener('visibilitychange', this.look, { signal });
    window.addEventListener('pageshow', this.look, { signal });
    // A page with an open connection is not kept for the way back.
    window.addEventListener('pagehide', this.close, { signal });
    this.look();
  }

  end(): void {
    this.over.abort();
    this.refresh.stop();
    this.close();
  }

  private readonly look = () => {
    if (document.visibilityState === 'hidden') this.close();
    else if (!this.source) this.open();
  };

  private readonly open = () => {
    if (typeof EventSource === 'undefined' || this.source) return;
    this.source = new EventSource(STREAM);
    this.expectMore();
    this.source.addEventListener('beat', this.hear);
    this.source.addEventListener('change', ({ data }: MessageEvent<string>) => {
      this.hear();
      this.refresh.take(data.split(','));
    });
    // The session is over: what is read now says so, and leads to where one signs in.
    this.source.addEventListener('end', this.giveUp);
    this.source.onerror = () => {
      // While it connects again by itself, the clock counts.
      if (this.source?.readyState === EventSource.CLOSED) this.giveUp();
      else this.lose();
    };
  };

  private readonly hear = () => {
    setLive(true);
    this.expectMore();
  };

  private expectMore(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(this.giveUp, SILENCE_MS);
  }

  private readonly giveUp = () => {
    this.forget();
    this.lose();
    this.retry = setTimeout(this.look, RETRY_MS);
  };

  /** Whatever waits for the next change learns that it has to look for itself. */
  private lose(): void {
    if (setLive(false)) void this.client.invalidateQueries({ queryKey: ['api'] });
  }

  private readonly close = () => {
    this.forget();
    setLive(false);
  };

  private forget(): void {
    clearTimeout(this.silence);
    clearTimeout(this.retry);
    this.source?.close();
    this.source = undefined;
  }
}
