/** Where a service's API is, and what proves to it who asks. */
export type Reach<Config> = (config: Config) => { url: string; headers: Record<string, string> };
