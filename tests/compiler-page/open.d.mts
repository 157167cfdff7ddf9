import type { Browser } from '@playwright/test';

export function openCompilerPage(): Promise<{
  readonly browser: Browser;
  readonly address: string;
  close(): Promise<void>;
}>;
